using NewsBot.Core.Articles;

namespace NewsBot.Tests.Units;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One. Two! Three?", "One.|Two!|Three?")]
    [InlineData("Dr. Jane A. Smith came at 5 p.m. She spoke.", "Dr. Jane A. Smith came at 5 p.m.|She spoke.")]
    [InlineData("It rose by 3.5 percent. Then it fell.", "It rose by 3.5 percent.|Then it fell.")]
    [InlineData("“We won.” They left.", "“We won.”|They left.")]
    [InlineData("Well… maybe. Yes.", "Well… maybe.|Yes.")]
    [InlineData("У 2024 р. Київ ріс. Потім ні.", "У 2024 р. Київ ріс.|Потім ні.")]
    [InlineData("«Так», — сказав він. Усі мовчали.", "«Так», — сказав він.|Усі мовчали.")]
    [InlineData("no end", "no end")]
    [InlineData("", "")]
    public void A_paragraph_is_cut_at_sentence_ends_and_not_elsewhere(string paragraph, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences.Of(paragraph)));

    [Fact]
    public void A_summary_is_the_deck_and_whole_sentences_that_say_more()
    {
        var content = new ArticleContent
        {
            Title = "Bridge opens",
            Published = DateTimeOffset.UnixEpoch,
            Deck = "It took three years.",
            Body = ["It took three years. The first bus crossed at noon. " + new string('X', 400) + "."],
        };
        Assert.Equal("It took three years. The first bus crossed at noon.", Summary.Of(content));
    }

    [Fact]
    public void An_id_has_twelve_letters_and_stays_the_same()
    {
        Assert.Equal(ArticleId.Of("seeds:a.txt"), ArticleId.Of("seeds:a.txt"));
        Assert.True(ArticleId.TryParse(ArticleId.Of("seeds:a.txt").Value.ToUpperInvariant(), out var id));
        Assert.Equal(ArticleId.Of("seeds:a.txt"), id);
        Assert.False(ArticleId.TryParse("latest", out _));
    }
}
