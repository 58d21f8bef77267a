using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage;

/// <summary>
/// Asks each new article whether its story is told already. All that it decides is written in the transaction that stores the article; the window in memory is
/// only a copy of the rows, read when the first article comes, caught up with what other nodes have added, and thrown away when a transaction fails.
/// </summary>
internal sealed class StoryDesk(StoryRules? rules = null)
{
    private readonly StoryRules rules = rules ?? new();
    private StoryWindow? window;
    private long seen;
    private bool isCaughtUp;

    /// <summary>A transaction begins; one at a time uses the window. Other nodes wait for <see cref="Turn.Harvest"/>, and may have added to it.</summary>
    public void Begin() => isCaughtUp = false;

    /// <summary>A transaction failed: what it added may not be in the database.</summary>
    public void Forget() => window = null;

    /// <summary>Takes a stored article into a story. An old one is left alone: an archive that is read costs nothing, and hides nothing.</summary>
    /// <returns>The channels that have its story already, each with the article that tells it there.</returns>
    public async Task<IReadOnlyList<(ChannelRef Channel, ArticleId Behind)>> TakeAsync(Session session, Article article, Harvested item, long now, CancellationToken stop)
    {
        if (item.Channels.Count == 0 || IsOld(article, now)) return [];
        var known = await CaughtUpAsync(session, now, stop);
        var print = StoryPrint.Of(article.Content);
        var (story, match) = await ChosenAsync(session, article, known.Find(article.Id, print), item.IsBreaking, stop);
        seen = await StoryTable.AddAsync(session, article.Id, story ?? article.Id.Value, match?.Kind.ToString() ?? StoryTable.First, match, print.ToBytes(), now, stop);
        known.Add(article.Id, print);
        if (story is null) return [];
        var told = await StoryTable.ToldAsync(session, story, item.Channels.Except(item.TakesEveryReport), item.IsBreaking, stop);
        foreach (var hidden in told.GroupBy(it => it.Behind, it => it.Channel)) await StoryTable.HideAsync(session, article.Id, hidden.Key, hidden, now, stop);
        return told;
    }

    // A file without a date has that of its last change, which says nothing of its news.
    private bool IsOld(Article article, long now) => !article.Content.PublishedIsGuess && (article.Published - DateTimeOffset.FromUnixTimeMilliseconds(now)).Duration() > rules.EventSpan;

    // News that is breaking, and a second report by the same source, is only ever joined to what it is a copy of: what else they say may be the news.
    private static async Task<(string? Story, StoryMatch? Match)> ChosenAsync(Session session, Article article, IReadOnlyList<StoryMatch> matches, bool isBreaking, CancellationToken stop)
    {
        StoryMatch? earlier = null;
        foreach (var match in matches)
        {
            if (await StoryTable.JoinableAsync(session, match.Article, stop) is not { } other) continue;
            if (match.Kind is StoryKind.FollowUp) earlier ??= match;
            else if (match.Kind switch
            {
                StoryKind.SameEvent => !isBreaking && other.Source != article.Source,
                // Some sites give all their articles one link.
                StoryKind.Exact when other.Source == article.Source => await HasTitleOfAsync(session, article, match.Article, stop),
                _ => true,
            }) return (other.Story, match);
        }
        return (null, earlier);
    }

    private static async Task<bool> HasTitleOfAsync(Session session, Article article, ArticleId other, CancellationToken stop) =>
        (await ArticleTable.ReadAsync(session, [other.Value], stop)) is [var known] && Folding.Index(known.Title) == Folding.Index(article.Title);

    private async Task<StoryWindow> CaughtUpAsync(Session session, long now, CancellationToken stop)
    {
        if (window is null) (window, seen, isCaughtUp) = (new(rules), 0, false);
        if (isCaughtUp) return window;
        foreach (var (number, article, bytes) in await StoryTable.SinceAsync(session, seen, now - (long)rules.EventSpan.TotalMilliseconds, rules.Capacity, stop))
        {
            seen = number;
            if (StoryPrint.FromBytes(bytes) is { } print) window.Add(article, print);
        }
        isCaughtUp = true;
        return window;
    }
}
