using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>What FTS5 is asked. What a person typed arrives as words; every word is quoted here, and nobody else adds operators.</summary>
internal static class FtsExpression
{
    public static string Of(SearchNode node) => node switch
    {
        SearchTerm term => Of(term),
        AllOf all => $"({string.Join(" AND ", all.Nodes.Select(Of))})",
        AnyOf any => $"({string.Join(" OR ", any.Nodes.Select(Of))})",
        _ => throw new ArgumentException("Not a node of ours.", nameof(node)),
    };

    /// <summary>To be put behind an expression; empty when nothing is unwanted.</summary>
    public static string Without(IEnumerable<SearchNode> unwanted) => string.Concat(unwanted.Select(node => $" NOT {Of(node)}"));

    private static string Of(SearchTerm term)
    {
        var where = term.IsInTitle ? "{title title_marks} : " : "";
        return term.Kind switch
        {
            TermKind.Word => $"{where}({Stems(term.Text)})",
            TermKind.Typing => $"{where}({Stems(term.Text)} OR {Quoted(term.Words)} *)",
            TermKind.Prefix => $"{where}({Quoted(term.Words)} *)",
            _ => $"{where}({Quoted(term.Words)})",
        };
    }

    // A word that is its own stem is not written twice into the index.
    private static string Stems(string word)
    {
        var stem = WordStem.Of(word);
        return $"{Quoted([stem])} OR {Quoted([Mark.Stem(stem)])}";
    }

    private static string Quoted(IEnumerable<string> words) =>
        $"\"{string.Join(' ', words.Select(word => IndexedText.Clipped(word).Replace("\"", "\"\"", StringComparison.Ordinal)))}\"";
}
