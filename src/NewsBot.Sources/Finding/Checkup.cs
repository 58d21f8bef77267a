using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Finding;

/// <summary>All that the doctor looks at: one reading of a feed, and a second one where it was worth a question.</summary>
/// <param name="Asked">The address that was asked, before redirects.</param>
/// <param name="MovedTo">Where permanent redirects lead.</param>
/// <param name="HasHub">Whether a header names one.</param>
/// <param name="NamedEncoding">The encoding that the document or its header names wrongly; null when they are right.</param>
/// <param name="Articles">Of the first reading, newest first.</param>
/// <param name="Second">A few seconds later; null when it was not read again, or had not changed.</param>
/// <param name="DoImagesFail">True when pictures were tried and none loaded.</param>
internal sealed record Checkup(
    Uri Asked, Uri Address, Uri? MovedTo, string? ContentType, bool HasValidators, bool HasHub, string? NamedEncoding,
    FeedDocument First, IReadOnlyList<FoundArticle> Articles, FeedDocument? Second = null, bool DoImagesFail = false)
{
    public static Checkup Of(Uri asked, FetchResult.Fetched fetched, FeedDocument document, IReadOnlyList<FoundArticle> articles) => new(
        asked, fetched.Address, fetched.MovedTo, fetched.ContentType, fetched.Validators is not null,
        document.Feed.Rhythm.Hubs.Count > 0 || fetched.Links.Any(link => link.Contains("rel=\"hub\"", StringComparison.OrdinalIgnoreCase) || link.Contains("rel=hub", StringComparison.OrdinalIgnoreCase)),
        EncodingLie.Of(fetched.Body.Memory.Span, fetched.ContentType), document, articles);
}
