using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>What FTS5 is asked. What a person typed arrives as words; every word is quoted here, and nobody else adds operators.</summary>
internal static class FtsExpression
{
    /// <summary>Each of these words or phrases, anywhere.</summary>
    public static string Anywhere(IEnumerable<IReadOnlyList<string>> terms) => string.Join(" AND ", terms.Select(Phrase));

    /// <summary>Each of these words or phrases in the title.</summary>
    public static string InTitle(IEnumerable<IReadOnlyList<string>> terms) => $"{{title}} : ({Anywhere(terms)})";

    /// <summary>To be put behind an expression in brackets; empty when nothing is unwanted.</summary>
    public static string Without(SearchQuery query) => string.Concat(query.Unwanted.Select(words => $" NOT {Phrase(words)}"));

    /// <summary>Each of these words, anywhere.</summary>
    public static string OfWords(IEnumerable<string> words) => Anywhere(words.Select(word => new[] { word }));

    public static string Phrase(IEnumerable<string> words) =>
        $"\"{string.Join(' ', words.Select(word => IndexedText.Clipped(word).Replace("\"", "\"\"", StringComparison.Ordinal)))}\"";
}
