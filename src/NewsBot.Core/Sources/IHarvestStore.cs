using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Sources;

/// <summary>Keeps what the harvester brings in.</summary>
public interface IHarvestStore
{
    /// <summary>Place → mark, for one source.</summary>
    Task<IReadOnlyDictionary<string, string>> BookmarksAsync(string source, CancellationToken stop);

    /// <summary>Article id → the source that has told it; ids that are not kept are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> SourcesAsync(IReadOnlyCollection<ArticleId> articles, CancellationToken stop);

    /// <summary>
    /// In one transaction, which batches that are stored at the same moment share: stores each article, owes it once to each of its channels, and moves the bookmarks. A crash leaves
    /// all of it or nothing. An article whose id is known is changed in place, and its posts that are out are owed an edit; one whose text is
    /// already kept under another id is that article, and nothing is stored but its bookmark.
    /// </summary>
    Task<StoreReport> StoreAsync(string source, IReadOnlyList<Harvested> batch, CancellationToken stop);

    /// <summary>Places that could not be read, newest first.</summary>
    Task<IReadOnlyList<PlaceProblem>> ProblemsAsync(int take, CancellationToken stop);
}

/// <summary>What was found at a place, and who is to get it.</summary>
/// <param name="Article">Null when the place had a problem: then only the problem and the bookmark are kept.</param>
/// <param name="Channels">Owed the article if it turns out to be new. Empty for an import.</param>
public sealed record Harvested(Found Found, Article? Article, IReadOnlyList<ChannelRef> Channels)
{
    /// <summary>It belongs to a topic that is marked so, and goes before what is ordinary.</summary>
    public bool IsBreaking { get; init; }

    /// <summary>Those of the channels that want every source's report of a story.</summary>
    public IReadOnlyList<ChannelRef> TakesEveryReport { get; init; } = [];
}

/// <param name="Edits">Posts that are out and owed a correction.</param>
public sealed record StoreReport(int New, int Changed, int Same, int Owed, int Problems, int Edits = 0)
{
    public static StoreReport Nothing { get; } = new(0, 0, 0, 0, 0);

    public static StoreReport operator +(StoreReport a, StoreReport b) =>
        new(a.New + b.New, a.Changed + b.Changed, a.Same + b.Same, a.Owed + b.Owed, a.Problems + b.Problems, a.Edits + b.Edits);
}

public sealed record PlaceProblem(string Source, string Place, string What, DateTimeOffset Seen);
