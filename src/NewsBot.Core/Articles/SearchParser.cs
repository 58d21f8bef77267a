using NewsBot.Core.Chat;

namespace NewsBot.Core.Articles;

/// <summary>
/// Puts the pieces of a question together. Neighbours must all hold; OR joins the two beside it, so "a b OR c" is a and (b or c).
/// The first thing that is wrong becomes the complaint.
/// </summary>
internal sealed class SearchParser(string text, bool isTyping)
{
    public const int MaxDepth = 3;

    // Shorter beginnings match half the archive.
    private const int ShortestPrefix = 2;
    private const int ShortestTyping = 3;
    private const int MaxWordsInPhrase = 12;

    private readonly SearchToken[] tokens = [.. SearchLexer.Read(text)];
    private readonly List<SearchNode> unwanted = [];
    private readonly List<SearchFilter> filters = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private SearchComplaint? complaint;
    private SearchMoment? since;
    private SearchMoment? before;
    private SearchOrder order;
    private int at;

    public SearchQuery Read()
    {
        List<SearchNode> wanted = [];
        // A closing bracket that nothing opened is only a character.
        while (at < tokens.Length)
        {
            wanted.AddRange(Sequence(0));
            at++;
        }
        if (wanted.Count == 0 && unwanted.Count > 0 && filters.Count == 0 && since is null && before is null) Complain(SearchComplaint.OnlyUnwanted);
        if (since is { } from && before is { } to && from.At(Someday) >= to.At(Someday)) Complain(SearchComplaint.Backwards);
        return new() { Text = text, Wanted = wanted, Unwanted = unwanted, Filters = filters, Since = since, Before = before, Order = order, Complaint = complaint };
    }

    // Spans are compared with days here, so a "now" is needed, and only the order matters for two spans.
    private static DateTimeOffset Someday => new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private List<SearchNode> Sequence(int depth)
    {
        var nodes = new List<SearchNode>();
        var (joins, negates) = (false, false);
        for (; at < tokens.Length && tokens[at].Kind != SearchTokenKind.Close; at++)
        {
            var token = tokens[at];
            if (IsWord(token, "OR", "АБО", "|", "||"))
            {
                joins = nodes.Count > 0;
                continue;
            }
            if (IsWord(token, "AND", "ТА", "&", "&&") && nodes.Count > 0 && at + 1 < tokens.Length) continue;
            if (IsWord(token, "NOT", "НЕ") && at + 1 < tokens.Length)
            {
                negates = true;
                continue;
            }
            var node = Node(token with { IsUnwanted = token.IsUnwanted || negates }, depth);
            negates = false;
            if (node is null) continue;
            Append(nodes, node, joins);
            joins = false;
        }
        return nodes;
    }

    private static void Append(List<SearchNode> nodes, SearchNode node, bool joins)
    {
        if (!joins) nodes.Add(node);
        else nodes[^1] = nodes[^1] is AnyOf any ? new AnyOf([.. any.Nodes, node]) : new AnyOf([nodes[^1], node]);
    }

    /// <returns>What must hold, or null when the piece was a filter, unwanted or nothing.</returns>
    private SearchNode? Node(SearchToken token, int depth)
    {
        var field = token.Label is { } label ? SearchFields.Of(label) : null;
        if (token.Label is not null && field is null)
        {
            Complain(SearchComplaint.Unknown, token.Label, SearchFields.Near(token.Label)!);
            return null;
        }
        if (field is not (null or "title"))
        {
            if (token.Kind is SearchTokenKind.Open) Complain(SearchComplaint.NoValue, field, SearchFields.Example(field));
            else Filter(field, token, depth);
            return null;
        }
        var node = token.Kind is SearchTokenKind.Open ? Group(token, depth) : Term(token, field is "title");
        if (node is null || !token.IsUnwanted) return node;
        if (depth > 0) Complain(SearchComplaint.FilterInBrackets, $"-{token.Text}");
        unwanted.Add(node);
        return null;
    }

    private SearchNode? Group(SearchToken open, int depth)
    {
        at++;
        if (depth + 1 > MaxDepth)
        {
            Complain(SearchComplaint.TooDeep, $"{MaxDepth}");
            while (at < tokens.Length && tokens[at].Kind != SearchTokenKind.Close) at++;
            return null;
        }
        var nodes = Sequence(depth + 1);
        var group = nodes.Count switch { 0 => null, 1 => nodes[0], _ => new AllOf(nodes) };
        return group is not null && open.Label is not null ? InTitle(group) : group;
    }

    private static SearchNode InTitle(SearchNode node) => node switch
    {
        SearchTerm term => term with { IsInTitle = true },
        AllOf all => new AllOf([.. all.Nodes.Select(InTitle)]),
        AnyOf any => new AnyOf([.. any.Nodes.Select(InTitle)]),
        _ => node,
    };

    private SearchTerm? Term(SearchToken token, bool isInTitle)
    {
        string[] words = [.. Folding.Words(token.Text).Take(MaxWordsInPhrase)];
        if (words.Length == 0)
        {
            if (token.Label is not null) Complain(SearchComplaint.NoValue, token.Label, SearchFields.Example("title"));
            return null;
        }
        var kind = KindOf(token, words);
        if (kind is TermKind.Prefix && words[^1].Length < ShortestPrefix) Complain(SearchComplaint.ShortPrefix, token.Text);
        var term = new SearchTerm(words, kind, isInTitle);
        // The same term twice asks for nothing more.
        var isNew = seen.Count < SearchQuery.MaxTerms && seen.Add($"{kind}{isInTitle}{token.IsUnwanted}{term.Text}");
        return isNew ? term : null;
    }

    private TermKind KindOf(SearchToken token, string[] words) => token switch
    {
        _ when token.Text.Length > 1 && token.Text[^1] == '*' => TermKind.Prefix,
        { Kind: SearchTokenKind.Phrase } => TermKind.Exact,
        { IsLast: true, IsUnwanted: false } when isTyping && words[^1].Length >= ShortestTyping => words.Length > 1 ? TermKind.Prefix : TermKind.Typing,
        _ => words.Length > 1 ? TermKind.Joined : TermKind.Word,
    };

    private void Filter(string field, SearchToken token, int depth)
    {
        var value = token.Text.Trim();
        if (depth > 0) Complain(SearchComplaint.FilterInBrackets, $"{token.Label}:{value}");
        else if (value.Length == 0) Complain(SearchComplaint.NoValue, token.Label!, SearchFields.Example(field));
        else if (field is "since") since = Moment(token, value);
        else if (field is "before") before = Moment(token, value);
        else if (field is "sort") order = OrderOf(value);
        else if (filters.Count < SearchQuery.MaxTerms) Filter(field, value, token.IsUnwanted);
    }

    private void Filter(string field, string value, bool isUnwanted)
    {
        var (kind, read) = field switch
        {
            "topic" => (FilterKind.Topic, value.TrimStart('#').ToLowerInvariant()),
            "source" => (FilterKind.Source, value.ToLowerInvariant()),
            "author" => (FilterKind.Author, Folding.Index(value)),
            _ => (FilterKind.Language, LanguageOf(value)),
        };
        if (read.Length == 0) Complain(SearchComplaint.NoValue, field, SearchFields.Example(field));
        else filters.Add(new(kind, read, isUnwanted));
    }

    private string LanguageOf(string value)
    {
        var code = value.ToLowerInvariant() switch
        {
            "english" or "англійська" => "en",
            "ukrainian" or "українська" or "ua" => "uk",
            var typed => typed,
        };
        if (code.Length != 2 || !code.All(char.IsAsciiLetter)) Complain(SearchComplaint.BadLanguage, value);
        return code;
    }

    private SearchMoment? Moment(SearchToken token, string value)
    {
        var moment = SearchMoment.Read(value);
        if (moment is null) Complain(SearchComplaint.BadMoment, value, token.Label!);
        return moment;
    }

    private SearchOrder OrderOf(string value)
    {
        switch (value.ToLowerInvariant())
        {
            case "date" or "newest" or "new" or "дата" or "датою":
                return SearchOrder.Date;
            case "relevance" or "best" or "відповідність":
                return SearchOrder.Relevance;
            default:
                Complain(SearchComplaint.BadOrder, value);
                return SearchOrder.Relevance;
        }
    }

    private static bool IsWord(SearchToken token, params ReadOnlySpan<string> words) =>
        token is { Kind: SearchTokenKind.Word, IsUnwanted: false, Label: null } && words.Contains(token.Text);

    private void Complain(Phrase phrase, params string[] parts) => complaint ??= new(phrase, parts);
}
