using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Sources.Feeds.Articles;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Encodings;

namespace NewsBot.Sources.Finding;

/// <summary>A news page as an entry of a feed, so that it becomes an article in the same way; found with SmartReader.</summary>
internal static class PageArticle
{
    /// <summary>For a page that came from nowhere; nothing leads there.</summary>
    private static readonly Uri Nowhere = new("https://page.invalid/");

    /// <param name="address">Null when it is not known.</param>
    /// <returns>Null when there is no article in the page.</returns>
    public static FeedDocument? Read(ReadOnlySpan<byte> bytes, string? contentType, Uri? address)
    {
        using var decoded = FeedEncoding.Decode(bytes, contentType);
        using var reader = new SmartReader.Reader((address ?? Nowhere).AbsoluteUri, decoded.Text.ToString());
        if (reader.GetArticle() is not { IsReadable: true, Content: { Length: > 0 } html } article) return null;
        var image = WebAddress.OrNull(article.FeaturedImage) is { } known && !known.StartsWith(Nowhere.AbsoluteUri, StringComparison.Ordinal) ? known : null;
        var entry = new FeedEntry
        {
            Title = Text(article.Title),
            Link = address?.AbsoluteUri,
            Published = article.PublicationDate is { } date ? Instant(date) : null,
            Author = string.IsNullOrWhiteSpace(article.Author ?? article.Byline) ? null : new(article.Author ?? article.Byline, null),
            Summary = Text(article.Excerpt),
            Content = new(html, true),
            Language = article.Language,
            Media = image is null ? [] : [new(image, "image")],
        };
        return new(FeedFormat.Rss, new() { Title = Text(article.SiteName) }, [entry]);
    }

    // A date without a zone must not change with the zone of the machine that reads it.
    private static DateTimeOffset Instant(DateTime date) =>
        date.Kind is DateTimeKind.Unspecified ? new(date, TimeSpan.Zero) : new(date.ToUniversalTime(), TimeSpan.Zero);

    private static FeedText? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text.Trim(), false);
}
