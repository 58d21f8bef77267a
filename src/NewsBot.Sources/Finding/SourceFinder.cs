using NewsBot.Core.Sources;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Finding;

/// <summary>Goes from an address to a source: the feed itself, the feeds that a page names, the usual paths, the page.</summary>
internal sealed class SourceFinder(Fetcher fetcher, FeedTrial trial, TimeProvider clock) : ISourceFinder
{
    /// <summary>For the looking; the trial of what was found has its own twelve seconds behind it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(32);

    /// <summary>Feeds of one page that are tried.</summary>
    private const int MostLinks = 5;

    private const int LongestTyped = 60;

    public Task<FindOutcome> FindAsync(string typed, CancellationToken stop)
    {
        var ways = TypedAddress.Read(typed);
        return ways.Count == 0
            ? Task.FromResult<FindOutcome>(Nothing(new(RemarkKind.NoAddress, Core.Chat.CardFitter.Cut(typed.Trim(), LongestTyped))))
            : WithinAsync(stop => LookAsync(ways, stop), stop);
    }

    public Task<FindOutcome> ExamineAsync(WebSource source, CancellationToken stop) => WithinAsync(stop => AgainAsync(source, stop), stop);

    private async Task<FindOutcome> WithinAsync(Func<CancellationToken, Task<Search>> look, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            using var search = await look(either.Token);
            return search.Feed is { } feed ? new FindOutcome.Source(await trial.PreviewAsync(feed, search.SiteTitle, stop)) : search.Otherwise;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Nothing(new(RemarkKind.TooLong));
        }
    }

    private async Task<Search> AgainAsync(WebSource source, CancellationToken stop)
    {
        var opened = await Opened.AtAsync(source.Address, fetcher, stop);
        return source.Kind is WebSourceKind.Feed && opened.Feed is null ? Search.Failed(opened) : await JudgeAsync(opened, stop);
    }

    // Typed without http(s)://: the safe way first, the other when nobody answers there.
    private async Task<Search> LookAsync(IReadOnlyList<Uri> ways, CancellationToken stop)
    {
        var opened = await Opened.AtAsync(ways[0], fetcher, stop);
        foreach (var way in ways.Skip(1).Where(_ => opened.Result is FetchResult.Broken))
        {
            opened.Dispose();
            opened = await Opened.AtAsync(way, fetcher, stop);
        }
        return await JudgeAsync(opened, stop);
    }

    private async Task<Search> JudgeAsync(Opened opened, CancellationToken stop)
    {
        if (opened.Feed is not null) return new(opened, null, Nothing(opened.Why));
        if (opened.Page is not { } page) return Search.Failed(opened);
        using (opened)
        {
            var head = FeedLinks.Read(page.Body.Memory.Span, page.ContentType, page.Address);
            return new(await FeedOfAsync(head, page.Address, stop), head.Title, Nothing(opened.Why));
        }
    }

    /// <summary>The best feed of a page; one without articles only when there is no other.</summary>
    private async Task<Opened?> FeedOfAsync(PageHead head, Uri page, CancellationToken stop)
    {
        Opened? empty = null;
        var named = head.Best.Take(MostLinks).Select(link => link.Address);
        foreach (var address in named.Concat(WellKnownFeeds.Of(page)).Distinct().Where(address => address != page))
        {
            if (empty is not null && !named.Contains(address)) break;
            var opened = await Opened.AtAsync(address, fetcher, stop);
            if (opened.Feed is { Entries.Count: > 0 })
            {
                empty?.Dispose();
                return opened;
            }
            if (opened.Feed is not null && empty is null) empty = opened;
            else opened.Dispose();
            // Whoever asks the bot to come less often is not asked eight more questions.
            if (opened.Result is FetchResult.Refused { Status: 429 or 503 }) break;
        }
        return empty;
    }

    private static FindOutcome.Nothing Nothing(Remark why) => new(why);

    /// <param name="Otherwise">What there is when there is no feed.</param>
    private sealed record Search(Opened? Feed, string? SiteTitle, FindOutcome Otherwise) : IDisposable
    {
        public static Search Failed(Opened opened)
        {
            using (opened) return new(null, null, Nothing(opened.Why));
        }

        public void Dispose() => Feed?.Dispose();
    }
}
