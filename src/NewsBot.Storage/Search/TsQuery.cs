using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>What PostgreSQL is asked. What a person typed arrives as words; every word is quoted here, and nobody else adds operators.</summary>
internal static class TsQuery
{
    public static string Of(SearchNode node) => node switch
    {
        SearchTerm term => Of(term),
        AllOf all => And(all.Nodes.Select(Of)),
        AnyOf any => $"({string.Join(" | ", any.Nodes.Select(Of))})",
        _ => throw new ArgumentException("Not a node of ours.", nameof(node)),
    };

    /// <summary>What the index alone can tell: the words of the phrases, wherever they stand. It matches more than the question does.</summary>
    public static string Loosely(SearchNode node) => node switch
    {
        SearchTerm term => Loosely(term),
        AllOf all => And(all.Nodes.Select(Loosely)),
        AnyOf any => $"({string.Join(" | ", any.Nodes.Select(Loosely))})",
        _ => throw new ArgumentException("Not a node of ours.", nameof(node)),
    };

    /// <summary>True when the index alone cannot tell: places count then, and the vectors themselves have to be read.</summary>
    public static bool NeedsPlaces(SearchNode node) =>
        node.Terms.Any(term => term.Words.Count > 1 || (term.IsInTitle && term.Kind is not TermKind.Word));

    public static string And(IEnumerable<string> terms) => $"({string.Join(" & ", terms)})";

    private static string Of(SearchTerm term) => term.Kind switch
    {
        TermKind.Word => Stems(term),
        TermKind.Typing => $"({Stems(term)} | {Phrase(term, "*")})",
        TermKind.Prefix => Phrase(term, "*"),
        _ => Phrase(term, ""),
    };

    private static string Loosely(SearchTerm term) => term.Kind switch
    {
        TermKind.Word => Stems(term),
        TermKind.Typing => $"({Stems(term)} | {Quoted(term.Words[^1])}:*)",
        TermKind.Prefix => And([.. term.Words.SkipLast(1).Select(Quoted), $"{Quoted(term.Words[^1])}:*"]),
        _ => And(term.Words.Select(Quoted)),
    };

    private static string Stems(SearchTerm term)
    {
        var stem = WordStem.Of(term.Text);
        return term.IsInTitle ? Quoted(Mark.TitleStem(stem)) : $"({Quoted(stem)} | {Quoted(Mark.Stem(stem))})";
    }

    private static string Phrase(SearchTerm term, string last) =>
        $"({string.Join(" <-> ", term.Words.Select((word, i) => Quoted(word) + Label(term, i == term.Words.Count - 1 ? last : "")))})";

    private static string Label(SearchTerm term, string last) => (term.IsInTitle, last) switch
    {
        (true, _) => $":{last}A",
        (false, "") => "",
        _ => $":{last}",
    };

    private static string Quoted(string word) => WordVector.Quoted(IndexedText.Clipped(word));
}
