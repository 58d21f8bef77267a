using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Articles;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Html;
using NewsBot.Sources.Text;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Finding;

/// <summary>Shows a feed as it would be followed, with what the doctor found.</summary>
internal sealed class FeedTrial(Fetcher fetcher, ILanguageGuesser languages, TimeProvider clock)
{
    /// <summary>For what is only nice to know: a second reading, pictures.</summary>
    private static readonly TimeSpan ForExtras = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(3);

    /// <summary>Bytes; enough to see that a picture is one.</summary>
    private const int PictureBytes = 32 * 1024;

    private const int PicturesTried = 2;

    /// <summary>Characters of a title.</summary>
    private const int LongestTitle = 120;

    private readonly FeedArticles _articles = new(languages);

    /// <param name="opened">A feed.</param>
    /// <param name="siteTitle">For a feed without a name.</param>
    public async Task<SourcePreview> PreviewAsync(Opened opened, string? siteTitle, CancellationToken stop)
    {
        var (feed, fetched) = (opened.Feed!, (FetchResult.Fetched)opened.Result);
        var now = clock.GetUtcNow();
        var articles = feed.Entries.Select(entry => _articles.Find(entry, feed.Feed, now)).OfType<FoundArticle>().OrderByDescending(article => article.Content.Published).ToArray();
        var checkup = await CloserAsync(Checkup.Of(opened.Asked, fetched, feed, articles), fetched, stop);
        return new(
            WebSourceKind.Feed,
            opened.Result.MovedTo ?? opened.Asked,
            Title(feed.Feed.Title is { } title ? HtmlParagraphs.Line(title) : null, siteTitle, fetched.Address),
            (feed.Feed.Language is { } language ? LanguageNames.Code(language) : null) ?? Commonest(articles),
            FeedDates.PerWeek([.. articles.Where(article => !article.Content.PublishedIsGuess).Select(article => article.Content.Published)]),
            articles,
            SourceDoctor.Examine(checkup, now));
    }

    public static string Title(string? own, string? ofSite, Uri address)
    {
        var title = !string.IsNullOrWhiteSpace(own) ? own : !string.IsNullOrWhiteSpace(ofSite) ? ofSite : address.IdnHost;
        return Core.Chat.CardFitter.Cut(title.ReplaceLineEndings(" ").Trim(), LongestTitle);
    }

    public static string? Commonest(IReadOnlyList<FoundArticle> articles) =>
        articles.Select(article => article.Content.Language).OfType<string>().GroupBy(language => language).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;

    // A slow picture is no reason to hide a good feed.
    private async Task<Checkup> CloserAsync(Checkup checkup, FetchResult.Fetched fetched, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(ForExtras, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            if (checkup.First.Entries.Count > 0 && !checkup.HasValidators) checkup = checkup with { Second = await AgainAsync(fetched, either.Token) };
            return checkup with { DoImagesFail = await DoImagesFailAsync(checkup.Articles, either.Token) };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return checkup;
        }
    }

    private async Task<FeedDocument?> AgainAsync(FetchResult.Fetched fetched, CancellationToken stop)
    {
        await Task.Delay(BetweenReadings, clock, stop);
        using var again = await fetcher.FetchAsync(new(fetched.Address), stop);
        return again is FetchResult.Fetched second && second.Hash() != fetched.Hash()
            ? (FeedReader.Read(second.Body.Memory.Span, Opened.Origin(second)) as FeedReading.Read)?.Document
            : null;
    }

    private async Task<bool> DoImagesFailAsync(IReadOnlyList<FoundArticle> articles, CancellationToken stop)
    {
        var images = articles.Select(article => article.Content.Image).OfType<string>().Distinct().Take(PicturesTried).ToArray();
        foreach (var image in images)
            if (await LoadsAsync(new(image), stop)) return false;
        return images.Length > 0;
    }

    private async Task<bool> LoadsAsync(Uri image, CancellationToken stop)
    {
        using var result = await fetcher.FetchAsync(new(image) { Accept = FetchRequest.ForImages, Bytes = PictureBytes, CutAtLimit = true }, stop);
        return result is FetchResult.Fetched fetched
            && (fetched.ContentType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true || OtherDocument.OfBytes(fetched.Body.Memory.Span) is FeedReading.NotAFeed { Kind: NotAFeedKind.Image });
    }
}
