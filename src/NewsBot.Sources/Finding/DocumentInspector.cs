using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Sources;
using NewsBot.Core.Stories;
using NewsBot.Sources.Feeds.Articles;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Html;
using NewsBot.Sources.Pages;
using NewsBot.Sources.Text;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Finding;

/// <summary>Reads files and addresses as feeds or web pages, for the verb inspect.</summary>
public sealed class DocumentInspector
{
    /// <summary>For a page that came from nowhere; nothing leads there.</summary>
    private static readonly Uri Nowhere = new("https://page.invalid/");

    private readonly FeedArticles _articles;
    private readonly Fetcher _fetcher;
    private readonly ISourceFinder _finder;
    private readonly WebPageReader _pages;
    private readonly TimeProvider _clock;

    internal DocumentInspector(Fetcher fetcher, ISourceFinder finder, ILanguageGuesser languages, TimeProvider clock) =>
        (_fetcher, _finder, _articles, _pages, _clock) = (fetcher, finder, new(languages), new(languages), clock);

    public static bool IsAddress(string path) => path.Contains("://", StringComparison.Ordinal) && !File.Exists(path);

    /// <summary>What would be followed at an address, as `source add` would show it.</summary>
    public async Task<Inspection> FindAsync(string address, CancellationToken stop) => await _finder.FindAsync(address, stop) switch
    {
        FindOutcome.Source { Preview: var preview } => new(preview.Kind is WebSourceKind.Feed ? Inspection.Feed : Inspection.Page, preview.Newest, [])
        {
            Title = preview.Title,
            Address = preview.Address.AbsoluteUri,
            Language = preview.Language,
            PerWeek = preview.PerWeek,
            Findings = [.. preview.Remarks.Select(remark => RemarkWords.Say(remark, Language.English))],
        },
        FindOutcome.Nothing nothing => new(Inspection.None, [], [RemarkWords.Say(nothing.Why, Language.English)]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The document at an address itself, whatever it is.</summary>
    public async Task<Inspection> FetchAsync(string address, CancellationToken stop)
    {
        if (TypedAddress.Read(address) is not [var at]) return new(Inspection.None, [], [RemarkWords.Say(new(RemarkKind.NoAddress, address), Language.English)]);
        using var result = await _fetcher.FetchAsync(new(at), stop);
        return result is FetchResult.Fetched fetched ? Read(fetched.Body.Memory, Opened.Origin(fetched)) : new(Inspection.None, [], [result.Trouble ?? ""]);
    }

    /// <summary>True when the file looks like a feed or a page; false for articles in plain text, folders, and files that cannot be read.</summary>
    /// <param name="contentType">What the file is to be taken for; null to look.</param>
    public static bool Takes(string path, string? contentType)
    {
        try
        {
            if (!File.Exists(path)) return false;
            using var file = File.OpenRead(path);
            var head = new byte[DocumentShape.Head];
            return file.Length > 0 && DocumentShape.IsDocument(path, contentType, head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <param name="address">Where the file is to be thought to come from; relative links start there.</param>
    /// <param name="contentType">The header it is to be thought to have come with.</param>
    public async Task<Inspection> ReadFileAsync(string path, string? address, string? contentType, CancellationToken stop)
    {
        try
        {
            return Read(await HeadAsync(path, stop), new(address, contentType));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(Inspection.None, [], ["It may not be read, or another program holds it; check its permissions."]);
        }
    }

    internal Inspection Read(ReadOnlyMemory<byte> bytes, FeedOrigin origin) => FeedReader.Read(bytes.Span, origin) switch
    {
        FeedReading.Read feed => OfFeed(feed.Document, Inspection.Feed),
        FeedReading.NotAFeed { Kind: NotAFeedKind.Page or NotAFeedKind.LoginPage or NotAFeedKind.BotWall } page => OfPage(bytes, origin, page.What),
        FeedReading.NotAFeed other => new(Inspection.None, [], [other.What]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // A login form may stand above a good article; what a page looks like matters only where there is none.
    private Inspection OfPage(ReadOnlyMemory<byte> bytes, FeedOrigin origin, string otherwise)
    {
        var address = WebAddress.OrNull(origin.Address) is { } known ? new Uri(known) : Nowhere;
        return _pages.Read(bytes, origin.ContentType, address, TimeZoneInfo.Utc, _clock.GetUtcNow()) switch
        {
            WebPage.Story story => OfStory(story with { Content = Placed(story.Content) }),
            WebPage.Index page => OfFeed(page.List.AsFeed(FeedLinks.Read(bytes.Span, origin.ContentType, address), address), Inspection.Page),
            _ => new(Inspection.Page, [], [otherwise]),
        };
    }

    private static Inspection OfStory(WebPage.Story story)
    {
        var found = new FoundArticle(CanonicalLink.Of(story.Content.Link) ?? story.Content.Title, story.Content);
        return new(Inspection.Page, [found], []) { Title = story.Site, Language = story.Content.Language, Document = PageDocument.Of(story.Content, story.Site) };
    }

    private static ArticleContent Placed(ArticleContent story) => story with { Link = Placed(story.Link), Image = Placed(story.Image) };

    private static string? Placed(string? address) => address?.StartsWith(Nowhere.AbsoluteUri, StringComparison.Ordinal) == true ? null : address;

    private Inspection OfFeed(FeedDocument feed, string kind)
    {
        var now = _clock.GetUtcNow();
        var articles = feed.Entries.Select(entry => _articles.Find(entry, feed.Feed, now)).OfType<FoundArticle>().ToArray();
        return new(kind, articles, feed.WasMended ? ["The document breaks the rules of XML and was read tolerantly."] : [])
        {
            Title = feed.Feed.Title is { } title ? HtmlParagraphs.Line(title) : null,
            Document = feed,
        };
    }

    // What lies beyond is not read of a fetched document either.
    private static async Task<ReadOnlyMemory<byte>> HeadAsync(string path, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        var bytes = new byte[Math.Min(file.Length, FeedLimits.Document)];
        var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return bytes.AsMemory(0, read);
    }
}
