using NewsBot.Core.Articles;

namespace NewsBot.Tests.Units.Summaries;

public sealed class PostSummaryTests
{
    private const string News = "The river Dnipro flooded 40 villages below Kherson on Tuesday, the rescue service said.";

    [Fact]
    public void The_deck_comes_first() => Assert.Equal($"Three thousand people left their homes. {News}", Of("Three thousand people left their homes.", News));

    [Fact]
    public void A_deck_that_is_a_second_headline_stands_in_its_own_line() => Assert.Equal($"Three thousand people left\n{News}", Of("Three thousand people left", News));

    [Theory]
    [InlineData("Flood in the south")]
    [InlineData("The rescue service has been at work for…")]
    [InlineData("The rescue service has been at [...]")]
    [InlineData("  ")]
    public void A_deck_that_is_the_title_again_or_cut_off_is_not_shown(string deck) => Assert.Equal(News, Of(deck, News));

    [Fact]
    public void Of_a_long_deck_its_first_whole_sentences_are_shown() =>
        Assert.Equal("Three thousand people left their homes. Much more is said.", Of($"Three thousand people left their homes. {new string('X', 400)}.", "Much more is said."));

    [Fact]
    public void Where_no_sentence_fits_one_long_one_is_better_than_none()
    {
        var sentence = $"The river {string.Concat(Enumerable.Repeat("and the river ", 30))}flooded.";
        Assert.Equal(sentence, Of(null, sentence));
    }

    [Fact]
    public void Room_is_kept()
    {
        var body = Enumerable.Range(0, 30).Select(i => $"Village number {i} on the river Dnipro was flooded at {i} o'clock by water from dam {i * 7}.").ToArray();
        var said = Of("Three thousand people left their homes.", body);
        Assert.InRange(said.Length, 200, Summary.Room);
    }

    private static string Of(string? deck, params string[] body) =>
        Summary.Of(new() { Title = "Flood in the south", Deck = deck, Body = body, Published = DateTimeOffset.UnixEpoch });
}
