using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>What FTS5 is asked. What a person typed arrives as words; every word is quoted here, and nobody else adds operators.</summary>
internal static class FtsExpression
{
    public static string Of(SearchQuery query) => $"({All(query.Wanted)}){Without(query)}";

    public static string InTitle(SearchQuery query) => $"({{title}} : ({All(query.Wanted)})){Without(query)}";

    /// <summary>Each of these words, anywhere.</summary>
    public static string OfWords(IEnumerable<string> words) => All(words.Select(word => new[] { word }));

    public static string Phrase(IEnumerable<string> words) =>
        $"\"{string.Join(' ', words.Select(word => IndexedText.Clipped(word).Replace("\"", "\"\"", StringComparison.Ordinal)))}\"";

    private static string All(IEnumerable<IEnumerable<string>> terms) => string.Join(" AND ", terms.Select(Phrase));

    private static string Without(SearchQuery query) => string.Concat(query.Unwanted.Select(words => $" NOT {Phrase(words)}"));
}
