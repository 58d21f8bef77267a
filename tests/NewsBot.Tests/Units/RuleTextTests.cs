using NewsBot.Core.Chat;
using NewsBot.Core.Topics;

namespace NewsBot.Tests.Units;

public sealed class RuleTextTests
{
    [Fact]
    public void A_rule_is_read_as_a_moderator_writes_it()
    {
        var read = RuleText.Read("Belarus, \"Minsk region\" all: border none: football, ice hockey tags: #europe sources: seeds title: Our neighbour", Language.English, out _)!;
        Assert.Equal(["Belarus", "Minsk region"], read.Rule.Any);
        Assert.Equal(["border"], read.Rule.All);
        Assert.Equal(["football", "ice hockey"], read.Rule.None);
        Assert.Equal(["europe"], read.Rule.Tags);
        Assert.Equal(["seeds"], read.Rule.Sources);
        Assert.Equal("Our neighbour", read.Title);
    }

    [Fact]
    public void What_is_written_can_be_read_again()
    {
        var rule = new TopicRule { Any = ["Minsk", "state border", "a:b"], None = ["x, y"], Tags = ["europe"] };
        var again = RuleText.Read(RuleText.Write(rule), Language.English, out _)!.Rule;
        Assert.Equal(rule.Any, again.Any);
        Assert.Equal(rule.None, again.None);
        Assert.Equal(rule.Tags, again.Tags);
    }

    [Theory]
    [InlineData("")]
    [InlineData("none: football")]
    [InlineData("\"\" , ;")]
    public void A_rule_without_a_word_to_look_for_is_refused_with_an_example(string text)
    {
        Assert.Null(RuleText.Read(text, Language.English, out var complaint));
        Assert.Contains("for example", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pasted_article_is_refused() =>
        Assert.Null(RuleText.Read(string.Join(',', Enumerable.Range(0, 101)), Language.English, out _));

    [Theory]
    [InlineData("/(a+/", "cannot be read")]
    [InlineData("\"/(?<=a)b/\"", "not allowed here")]
    [InlineData("/a*/", "nothing at all")]
    [InlineData("\"/(.{1,1000}){1,1000}x/\"", "not allowed here")]
    [InlineData("storm lang: klingon", "'klingon' is no language")]
    public void A_pattern_that_may_not_be_is_refused_with_the_reason(string text, string reason)
    {
        Assert.Null(RuleText.Read(text, Language.English, out var complaint));
        Assert.Contains(reason, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_pattern_is_refused()
    {
        Assert.Null(RuleText.Read($"/{new string('a', 300)}/", Language.English, out var complaint));
        Assert.Contains("longer than 200", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Near_patterns_headlines_and_languages_can_be_read_again()
    {
        var rule = new TopicRule { Any = ["minsk near/5 border*", "headline:storm", "/a{1,3}b/"], Languages = ["en", "uk"] };
        var again = RuleText.Read(RuleText.Write(rule), Language.English, out _)!.Rule;
        Assert.Equal(rule.Any, again.Any);
        Assert.Equal(rule.Languages, again.Languages);
    }
}
