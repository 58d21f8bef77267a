using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Finding;

/// <summary>An address that was asked, and what its answer is. Dispose it: the body is rented memory.</summary>
/// <param name="Reading">Null when nothing whole came.</param>
internal sealed record Opened(Uri Asked, FetchResult Result, FeedReading? Reading) : IDisposable
{
    public FeedDocument? Feed => (Reading as FeedReading.Read)?.Document;

    /// <summary>The body when it is HTML of any kind; else null.</summary>
    public FetchResult.Fetched? Page =>
        Reading is FeedReading.NotAFeed { Kind: NotAFeedKind.Page or NotAFeedKind.LoginPage or NotAFeedKind.BotWall } ? Result as FetchResult.Fetched : null;

    /// <summary>What there is instead of a feed.</summary>
    public Remark Why => Result switch
    {
        FetchResult.Refused { Status: 403 or 429 or 503 } => new(RemarkKind.BotWall),
        FetchResult.Refused { Status: 401 or 407 } => new(RemarkKind.LoginPage),
        FetchResult.Refused refused => new(RemarkKind.Refused, refused.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        FetchResult.Blocked blocked => new(RemarkKind.NotAsked, blocked.Why),
        _ when Reading is FeedReading.NotAFeed other => new(Kind(other.Kind)),
        _ => new(RemarkKind.Unreachable, Result.Trouble ?? ""),
    };

    public static async Task<Opened> AtAsync(Uri address, Fetcher fetcher, CancellationToken stop)
    {
        var result = await fetcher.FetchAsync(new(address), stop);
        return new(address, result, result is FetchResult.Fetched fetched ? FeedReader.Read(fetched.Body.Memory.Span, Origin(fetched)) : null);
    }

    public static FeedOrigin Origin(FetchResult.Fetched fetched) => new(fetched.Address.AbsoluteUri, fetched.ContentType);

    public void Dispose() => Result.Dispose();

    private static RemarkKind Kind(NotAFeedKind kind) => kind switch
    {
        NotAFeedKind.Empty => RemarkKind.Empty,
        NotAFeedKind.LoginPage => RemarkKind.LoginPage,
        NotAFeedKind.BotWall => RemarkKind.BotWall,
        NotAFeedKind.Image => RemarkKind.Image,
        NotAFeedKind.Sound => RemarkKind.Sound,
        NotAFeedKind.Archive => RemarkKind.Archive,
        NotAFeedKind.Pdf => RemarkKind.Pdf,
        NotAFeedKind.Opml => RemarkKind.Opml,
        NotAFeedKind.Sitemap => RemarkKind.Sitemap,
        NotAFeedKind.Text => RemarkKind.Text,
        NotAFeedKind.Page => RemarkKind.NoArticles,
        _ => RemarkKind.OtherData,
    };
}
