using CsCheck;
using NewsBot.Core.Articles;
using NewsBot.Storage.Search;

namespace NewsBot.Storage.Tests;

public sealed class SnippetTests
{
    [Theory]
    [InlineData("Гомель", "У «Гомелі» дощ, у Гомель їдуть.", "У «[Гомелі]» дощ, у [Гомель] їдуть.")]
    [InlineData("п'ять", "Рівно п’ять днів.", "Рівно [п’ять] днів.")]
    [InlineData("DON’T", "I don't know.", "I [don't] know.")]
    [InlineData("cafe", "Une caf\u00e9, un cafe\u0301.", "Une [caf\u00e9], un [cafe\u0301].")]
    [InlineData("\"power plant\"", "Power to the power plant", "Power to the [power] [plant]")]
    [InlineData("b", "a😀b", "a😀[b]")]
    [InlineData("nothing", "The first paragraph.", "The first paragraph.")]
    [InlineData("日本", "東京と日本", "[東京と日本]")]
    public void Words_that_match_are_marked_as_they_stand_in_the_text(string asked, string body, string shown) =>
        Assert.Equal(shown, Marked(Of(asked, null, body)));

    [Fact]
    public void The_paragraph_with_most_of_the_words_is_shown() =>
        Assert.Equal("[Rain] and [snow].", Marked(Of("rain snow", "A deck with rain.", "Rain, rain, rain.", "Rain and snow.", "Snow.")));

    [Fact]
    public void The_deck_is_shown_when_nothing_in_the_text_matches() => Assert.Equal("The deck.", Marked(Of("title", "The deck.", "The body.")));

    [Fact]
    public void A_long_paragraph_is_cut_at_word_borders_around_the_words()
    {
        var filler = string.Concat(Enumerable.Repeat("lorem ipsum ", 40));
        var shown = Marked(Of("rain", null, $"{filler}the rain fell {filler}"));
        Assert.StartsWith("…", shown, StringComparison.Ordinal);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.Contains(" the [rain] fell ", shown, StringComparison.Ordinal);
        Assert.Subset(new HashSet<string>(["lorem", "ipsum", "the", "[rain]", "fell"]), shown.Trim('…').Split(' ').ToHashSet());
        Assert.InRange(shown.Length, 100, SnippetMaker.Length + 4);
    }

    [Fact]
    public void An_empty_article_has_an_empty_snippet() => Assert.Empty(Of("rain", null).Pieces);

    [Fact]
    public void Whatever_the_text_the_snippet_is_a_short_piece_of_it() =>
        Gen.Select(Gen.String[Gen.OneOf(Gen.Char, Gen.Char["ab \ud83d\ude00"]), 0, 600], Gen.Int[0, 300]).Sample((text, at) =>
        {
            var body = $"{text} needle {text[Math.Min(at, text.Length)..]}";
            var shown = Of("needle", null, body).ToString();
            Assert.True(shown.Length <= SnippetMaker.Length + 4);
            Assert.Contains(shown.Trim('…'), body.Replace("…", "", StringComparison.Ordinal) + body, StringComparison.Ordinal);
        });

    private static Snippet Of(string asked, string? deck, params string[] body) => SnippetMaker.Of(
        new() { Title = "Title", Deck = deck, Body = body, Published = DateTimeOffset.UnixEpoch }, new PassageFinder(SearchQuery.Parse(asked).Wanted.SelectMany(node => node.Terms)));

    private static string Marked(Snippet snippet) => string.Concat(snippet.Pieces.Select(piece => piece.IsHit ? $"[{piece.Text}]" : piece.Text));
}
