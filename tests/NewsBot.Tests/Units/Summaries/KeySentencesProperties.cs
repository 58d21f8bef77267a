using CsCheck;
using NewsBot.Core.Articles;
using NewsBot.Core.Summaries;

namespace NewsBot.Tests.Units.Summaries;

/// <summary>What holds for every text, in any language or none.</summary>
public sealed class KeySentencesProperties
{
    private static readonly Gen<string> Words = Of(
        "river", "flood", "Kherson", "Olena", "Koval", "said", "he", "But", "40", "The", "boats", "річка", "Він", "затопила", "«Так»,", "“Yes,”", "\"No", "end.", "why?", "Stop!", "Mr.", "U.S.", "…", "雨。");

    private static readonly Gen<ArticleContent> Articles =
        from title in Sentence(1, 6)
        from deck in Sentence(0, 12)
        from body in Sentence(0, 40).Array[0, 6]
        select new ArticleContent { Title = title, Deck = deck.Length == 0 ? null : deck, Body = body, Published = DateTimeOffset.UnixEpoch };

    [Fact]
    public void Every_sentence_shown_is_the_article_s_own() => Articles.Sample(article =>
    {
        string[] own = [article.Title, article.Deck ?? "", .. article.Body];
        Assert.All(KeySentences.Of(article, new(3)), sentence => Assert.Contains(own, text => text.Contains(sentence, StringComparison.Ordinal)));
    });

    [Fact]
    public void A_summary_keeps_to_its_number_and_its_room() => Gen.Select(Articles, Gen.Int[1, 5], Gen.Int[0, 300]).Sample((article, count, room) =>
    {
        var chosen = KeySentences.Of(article, new(count, room));
        Assert.True(chosen.Count <= count && string.Join(' ', chosen).Length <= room);
    });

    [Fact]
    public void The_same_article_has_the_same_summary() =>
        Articles.Sample(article => Assert.Equal(KeySentences.Of(article, new(3)), KeySentences.Of(article, new(3))));

    [Fact]
    public void What_stands_under_a_deck_comes_from_the_body() => Articles.Sample(article =>
        Assert.All(KeySentences.Under(article, article.Deck, new(9, Summary.Room)), sentence => Assert.Contains(article.Body, text => text.Contains(sentence, StringComparison.Ordinal))));

    private static Gen<string> Of(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    private static Gen<string> Sentence(int fewest, int most) => Words.Array[fewest, most].Select(words => string.Join(' ', words));
}
