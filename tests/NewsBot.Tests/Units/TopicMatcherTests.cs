using CsCheck;
using NewsBot.Core.Articles;
using NewsBot.Core.Topics;

namespace NewsBot.Tests.Units;

public sealed class TopicMatcherTests
{
    private static ArticleContent Story(string title, params string[] body) => new() { Title = title, Published = DateTimeOffset.UnixEpoch, Body = body };

    private static bool Matches(TopicRule rule, ArticleContent content, string source = "seeds") =>
        new TopicMatcher([new("t", "T", rule)]).Match(content, source).Contains("t");

    [Theory]
    [InlineData("Minsk", "Talks in Minsk", true)]
    [InlineData("minsk", "Talks in MINSK.", true)]
    [InlineData("Minsk", "Minskers talk", false)]
    [InlineData("Minsk*", "Minskers talk", true)]
    [InlineData("Минск", "Talks in Minsk", false)]
    [InlineData("state border", "At the state border today", true)]
    [InlineData("state border", "The border of the state", false)]
    [InlineData("cafe", "A new café opens", true)]
    [InlineData("білорус*", "Як живе Білорусь", true)]
    [InlineData("border guard*", "Border guards speak", true)]
    public void A_term_matches_whole_words_folded(string term, string title, bool expected) =>
        Assert.Equal(expected, Matches(new() { Any = [term] }, Story(title)));

    [Theory]
    [InlineData("minsk near/3 border*", "Minsk closes its borders", true)]
    [InlineData("minsk near/3 border*", "The borders of the city of Minsk", false)]
    [InlineData("border* near/4 minsk", "Minsk closes all its borders", true)]
    [InlineData("\"state border\" near/2 minsk", "Minsk: state border closed", true)]
    [InlineData("/colou?rs?/", "New COLORS everywhere", true)]
    [InlineData("/^storm/", "A storm", false)]
    [InlineData("headline:storm", "Storm", true)]
    [InlineData("заголовок:буря", "Буря над містом", true)]
    public void Terms_can_be_near_each_other_or_patterns(string term, string title, bool expected) =>
        Assert.Equal(expected, Matches(new() { Any = [term] }, Story(title)));

    [Fact]
    public void A_headline_term_does_not_look_below_the_title()
    {
        Assert.False(Matches(new() { Any = ["headline:storm"] }, Story("News", "A storm came.")));
        Assert.False(Matches(new() { Any = ["headline:storm*"] }, Story("News", "Storms came.")));
        Assert.False(Matches(new() { Any = ["headline:/storm/"] }, Story("News", "A storm came.")));
    }

    [Fact]
    public void A_rule_can_be_for_some_languages()
    {
        var rule = new TopicRule { Any = ["Minsk"], Languages = ["en"] };
        Assert.True(Matches(rule, Story("Minsk") with { Language = "en" }));
        Assert.False(Matches(rule, Story("Minsk") with { Language = "de" }));
        Assert.False(Matches(rule, Story("Minsk")));
    }

    [Fact]
    public void The_reasons_show_the_words_that_made_a_term_match() =>
        Assert.Equal(["bord* (borders)", "/m.nsk/ (Minsk)"], TopicMatcher.Reasons(new("t", "T", new() { Any = ["bord*", "/m.nsk/"] }), Story("The borders of Minsk"), "seeds"));

    [Fact]
    public void Words_that_would_have_caught_more_are_other_forms_and_what_its_headlines_share()
    {
        var suggested = TopicSuggestions.Of(
            new() { Any = ["harvest"] },
            [Kept("Grain harvest begins"), Kept("Grain harvest ends")],
            [Kept("Harvests were good"), Kept("Price of grain falls"), Kept("Football tonight")]);
        Assert.Equal(["harvests", "grain"], suggested.Select(it => it.Word));
        Assert.Equal("Price of grain falls", suggested[1].Missed.Title);
    }

    private static Article Kept(string title) => new(ArticleId.Of(title), "seeds", title, Story(title), "");

    [Fact]
    public void All_terms_must_occur_and_none_may()
    {
        var rule = new TopicRule { All = ["Minsk", "border"], None = ["football"] };
        Assert.True(Matches(rule, Story("Minsk", "At the border.")));
        Assert.False(Matches(rule, Story("Minsk", "In the city.")));
        Assert.False(Matches(rule, Story("Minsk football", "At the border.")));
    }

    [Fact]
    public void A_phrase_does_not_reach_over_a_paragraph_end() =>
        Assert.False(Matches(new() { Any = ["state border"] }, Story("News", "About the state", "Border guards speak")));

    [Fact]
    public void Tags_and_sources_narrow_a_rule()
    {
        var story = Story("Minsk") with { Tags = ["Europe"] };
        Assert.True(Matches(new() { Tags = ["europe"] }, story));
        Assert.False(Matches(new() { Any = ["Minsk"], Tags = ["asia"] }, story));
        Assert.True(Matches(new() { Sources = ["seeds"] }, story));
        Assert.False(Matches(new() { Any = ["Minsk"], Sources = ["elsewhere"] }, story));
    }

    [Fact]
    public void An_empty_rule_matches_nothing() => Assert.False(Matches(new() { None = ["x"] }, Story("Minsk")));

    [Fact]
    public void An_article_can_name_its_topics_itself_but_only_those_there_are()
    {
        var matcher = new TopicMatcher([new("minsk", "Minsk", new() { Any = ["nothing"] })]);
        Assert.Equal(["minsk"], matcher.Match(Story("News") with { Topics = ["minsk", "unheard-of"] }, "seeds"));
    }

    [Fact]
    public void The_reasons_name_the_terms_that_stand_in_the_article() =>
        Assert.Equal(["Minsk", "#europe"], TopicMatcher.Reasons(new("t", "T", new() { Any = ["Kyiv", "Minsk"], Tags = ["europe"] }), Story("Minsk") with { Tags = ["Europe"] }, "seeds"));

    [Fact]
    public void One_pass_over_many_rules_finds_what_each_rule_finds_alone()
    {
        string[] words = ["ab", "abc", "b", "c", "d", "a*", "b c", "c d*"];
        var term = Gen.Int[0, words.Length - 1].Select(i => words[i]);
        var rule = Gen.Select(term.Array[0, 3], term.Array[0, 2], term.Array[0, 1]).Select((any, all, none) => new TopicRule { Any = any, All = all.Distinct().ToArray(), None = none });
        Gen.Select(rule.Array[1, 8], Gen.OneOf<string>("ab", "abc", "b", "c", "d").Array[1, 12]).Sample((rules, text) =>
        {
            var story = Story(string.Join(' ', text));
            var topics = rules.Select((rule, i) => new Topic($"t{i}", "T", rule)).ToArray();
            var together = new TopicMatcher(topics).Match(story, "s");
            return topics.Where(topic => ByTheBook(topic.Rule, text)).Select(topic => topic.Key).SequenceEqual(together);
        });
    }

    private static bool ByTheBook(TopicRule rule, string[] text)
    {
        return !rule.IsEmpty && (rule.Any.Count == 0 || rule.Any.Any(Occurs)) && rule.All.All(Occurs) && !rule.None.Any(Occurs);

        bool Occurs(string term)
        {
            var words = term.TrimEnd('*').Split(' ');
            return Enumerable.Range(0, text.Length).Any(at => at + words.Length <= text.Length
                && words.Select((word, i) => i == words.Length - 1 && term.EndsWith('*') ? text[at + i].StartsWith(word, StringComparison.Ordinal) : text[at + i] == word).All(fits => fits));
        }
    }
}
