using System.Collections.Concurrent;
using NewsBot.Core.Sources;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Completing;

/// <summary>
/// Completes articles of a feed that only teases: the page is read once, its paragraphs take the place of the teaser, and all that a feed knows better stays.
/// What cannot be had leaves the article as it is; once, and only once, it is tried again.
/// </summary>
internal sealed class FeedCompleter(Fetcher fetcher, Robots robots, IPageText pages, TimeProvider clock)
{
    /// <summary>Pages in one go; the others have their turn with the next poll.</summary>
    public const int PerPoll = 5;

    /// <summary>Bytes; news pages have one or two megabytes.</summary>
    private const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Articles of one source that wait for a second try.</summary>
    private const int MostWaiting = 50;

    /// <summary>For all pages of one poll.</summary>
    public static readonly TimeSpan ForPoll = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan ForPush = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Waiting>> _waiting = [];

    /// <summary>To be called once for each reading, with what is about to be stored (nothing, when nothing is new).</summary>
    /// <param name="patience">For all pages together; the articles that it does not reach have their turn later.</param>
    /// <returns>The same items in the same order, completed where that was possible, and behind them earlier ones that could be completed now.</returns>
    public async Task<IReadOnlyList<Found.Item>> CompleteAsync(WebSource source, IReadOnlyList<Found.Item> items, TimeSpan patience, CancellationToken stop)
    {
        if (!source.Settings.CompletesText) return items;
        var waiting = _waiting.GetOrAdd(source.Key, _ => []);
        // A newer version of an article is what counts.
        foreach (var item in items) waiting.TryRemove(item.Place, out _);
        using var late = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        var left = PerPoll;
        var completed = new List<Found.Item>();
        foreach (var item in items) completed.Add(await TryAsync(item, 0) ?? item);
        foreach (var (item, tries, _) in waiting.Values.Where(it => it.At <= clock.GetUtcNow()).ToArray())
            if (left > 0 && await TryAsync(item, tries) is { } later) completed.Add(later);
        return completed;

        async Task<Found.Item?> TryAsync(Found.Item item, int tries)
        {
            if (!Teaser.Is(item.Article.Content) || item.Article.Content.Link is not { } link) return null;
            var isTried = left-- > 0 && !either.IsCancellationRequested;
            var page = isTried ? await PageAsync(new(link), either.Token, stop) : null;
            waiting.TryRemove(item.Place, out _);
            if (page is not null && Teaser.Complete(item.Article.Content, page) is { } whole) return item with { Article = item.Article with { Content = source.Settings.ShowsImages ? whole : whole with { Image = null, ImageDescription = null } } };
            if (isTried) tries++;
            if (tries < 2 && waiting.Count < MostWaiting) waiting[item.Place] = new(item, tries, clock.GetUtcNow() + (isTried ? BeforeRetry : TimeSpan.Zero));
            return null;
        }
    }

    private async Task<PageText?> PageAsync(Uri address, CancellationToken late, CancellationToken stop)
    {
        try
        {
            if (!await robots.AllowsAsync(address, late)) return null;
            using var result = await fetcher.FetchAsync(new(address) { Accept = FetchRequest.ForPages, Bytes = MostBytes }, late);
            return result is FetchResult.Fetched page ? pages.Read(page.Body.Memory, page.ContentType, page.Address) : null;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed record Waiting(Found.Item Item, int Tries, DateTimeOffset At);
}
