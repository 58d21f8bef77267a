using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Writing;

/// <summary>An article, ready to be asked whether it says a thing.</summary>
internal sealed class SourceText
{
    // A shorter beginning fits too much: "Iran" would be in "Iranians" rightly, and "Mar" in "Marseille" wrongly.
    private const int ShortestBeginning = 4;

    private readonly HashSet<decimal> _numbers;
    private readonly HashSet<string> _stems;
    private readonly string _words;

    public SourceText(ArticleContent article)
    {
        string?[] parts = [article.Title, article.Deck, .. article.Body, article.Author];
        var text = string.Join('\n', parts.OfType<string>());
        _numbers = [.. WrittenNumbers.Of(text).SelectMany(number => number.Values)];
        _words = $" {Folding.Index(text)} ";
        _stems = [.. _words.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => new[] { word, Stems.Of(word) })];
    }

    public bool HasNumber(WrittenNumber number) => number.Values.Any(_numbers.Contains);

    /// <summary>Word for word, whatever stands between the words.</summary>
    public bool HasWords(string quotation) => Folding.Index(quotation) is { Length: > 0 } words && _words.Contains($" {words} ", StringComparison.Ordinal);

    public bool HasName(string name) => Folding.Words(name).All(Has);

    private bool Has(string word)
    {
        var stem = Stems.Of(word);
        return _stems.Contains(word) || _stems.Contains(stem) || (stem.Length >= ShortestBeginning && _stems.Any(known => known.StartsWith(stem, StringComparison.Ordinal)));
    }
}
