using NewsBot.Core.Articles;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Search;

/// <summary>A person's question in the index's terms: its fields have become marks, its days a span of numbers.</summary>
/// <param name="Wanted">What must hold, words first; may be empty when only the span or the topics count.</param>
/// <param name="Oldest">The first number that may match.</param>
/// <param name="End">The first number behind those that may.</param>
internal sealed record SearchAsk(
    IReadOnlyList<SearchNode> Wanted, IReadOnlyList<SearchNode> Unwanted, IReadOnlyList<string> Topics, IReadOnlyList<string> NotTopics,
    long? Oldest, long? End, DateTimeOffset? Since, DateTimeOffset? Before)
{
    public static SearchAsk Of(SearchQuery query, DateTimeOffset now)
    {
        var (since, before) = (query.Since?.At(now), query.Before?.At(now));
        return new(
            [.. query.Wanted, .. Wanting(query, FilterKind.Source), .. Wanting(query, FilterKind.Language), .. Wanting(query, FilterKind.Author)],
            [.. query.Unwanted, .. query.Filters.Where(filter => filter.IsUnwanted && filter.Kind is not FilterKind.Topic).Select(Marked)],
            [.. query.Filters.Where(filter => !filter.IsUnwanted && filter.Kind is FilterKind.Topic).Select(filter => filter.Value)],
            [.. query.Filters.Where(filter => filter.IsUnwanted && filter.Kind is FilterKind.Topic).Select(filter => filter.Value)],
            since is { } from ? ArticleNumber.First(from) : null,
            before is { } to ? ArticleNumber.First(to.AddMinutes(1)) : null,
            since, before);
    }

    /// <summary>True when what was found has to be looked at again.</summary>
    public bool IsSifted => Topics.Count + NotTopics.Count > 0;

    /// <summary>The same, with every word of the question in the title; null when that is no different.</summary>
    public SearchAsk? InTitle()
    {
        SearchNode[] wanted = [.. Wanted.Select(InTitle)];
        return wanted.SequenceEqual(Wanted) ? null : this with { Wanted = wanted };
    }

    public WordQuestion Question(long? oldest) =>
        new(Wanted.Count == 1 ? Wanted[0] : new AllOf(Wanted), Unwanted, Oldest is { } own && oldest is { } bound ? Math.Max(own, bound) : Oldest ?? oldest, End);

    public bool Holds(Candidate candidate) =>
        (Since is not { } since || candidate.Published >= Instant.Of(since)) && (Before is not { } before || candidate.Published < Instant.Of(before));

    private static SearchNode[] Wanting(SearchQuery query, FilterKind kind)
    {
        SearchNode[] nodes = [.. query.Filters.Where(filter => !filter.IsUnwanted && filter.Kind == kind).Select(Marked)];
        return nodes.Length > 1 ? [new AnyOf(nodes)] : nodes;
    }

    private static SearchNode Marked(SearchFilter filter) => filter.Kind switch
    {
        FilterKind.Source => Term(Mark.Source(filter.Value)),
        FilterKind.Language => Term(Mark.Language(filter.Value)),
        _ => new AllOf([.. filter.Value.Split(' ').Select(word => Term(Mark.Author(IndexedText.Clipped(word))))]),
    };

    private static SearchTerm Term(string mark) => new([mark], TermKind.Exact);

    private static SearchNode InTitle(SearchNode node) => node switch
    {
        SearchTerm term => term.Words[0][0] == Mark.Sign ? term : term with { IsInTitle = true },
        AllOf all => new AllOf([.. all.Nodes.Select(InTitle)]),
        AnyOf any => new AnyOf([.. any.Nodes.Select(InTitle)]),
        _ => node,
    };
}
