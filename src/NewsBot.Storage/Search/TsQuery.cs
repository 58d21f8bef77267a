using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>What PostgreSQL is asked. What a person typed arrives as words; every word is quoted here, and nobody else adds operators.</summary>
internal static class TsQuery
{
    public static string Of(SearchQuery query) => And([.. query.Wanted.Select(Phrase), .. query.Unwanted.Select(words => $"!({Phrase(words)})")]);

    public static string Wanted(SearchQuery query) => And(query.Wanted.Select(Phrase));

    /// <summary>What the index alone can tell: the words of the phrases, wherever they stand. It matches more than the question does.</summary>
    public static string Loose(SearchQuery query) => And(
        [LooselyWanted(query), .. query.Unwanted.Where(words => words.Count == 1).Select(words => $"!{Phrase(words)}")]);

    public static string LooselyWanted(SearchQuery query) => And(query.Wanted.SelectMany(words => words).Select(Quoted));

    private static string And(IEnumerable<string> terms) => string.Join(" & ", terms);

    private static string Phrase(IReadOnlyList<string> words) => $"({string.Join(" <-> ", words.Select(Quoted))})";

    private static string Quoted(string word) => WordVector.Quoted(IndexedText.Clipped(word));
}
