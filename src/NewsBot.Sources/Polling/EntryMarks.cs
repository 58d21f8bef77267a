using NewsBot.Core.Stories;
using NewsBot.Sources.Feeds.Articles;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Polling;

/// <summary>By what an entry may be known again. All but the dates are <see cref="Fingerprint"/>s.</summary>
/// <param name="Link">Of the canonical link.</param>
/// <param name="Path">Of its path and query, which stay when a site moves to another domain; null for a home page.</param>
/// <param name="Text">Of all that is said but the title; dates, ids and links are not part of it.</param>
/// <param name="Date">Null when the feed gives none that can be.</param>
internal sealed record EntryMarks(long? Guid, long? Link, long? Path, long Title, long Text, DateTimeOffset? Date)
{
    public string? Canonical { get; init; }

    /// <param name="home">The canonical link of the site; entries that lead there lead nowhere of their own.</param>
    public static EntryMarks Of(FeedEntry entry, EntryDates dates, string? home)
    {
        var link = CanonicalLink.Of(FeedArticles.Link(entry));
        if (link == home) link = null;
        var path = link?[(link.IndexOf('/', "https://".Length))..];
        return new(
            OfGuid(entry.Id),
            Fingerprint.Maybe(link),
            path is { Length: > 1 } ? Fingerprint.Maybe(path) : null,
            Fingerprint.Of(entry.Title?.Value.Trim()),
            Fingerprint.Of([entry.Summary?.Value, entry.Content?.Value, entry.Author?.Name, .. entry.Categories, .. entry.Enclosures.Concat(entry.Media).Select(media => media.Url)]),
            dates.IsGuess ? null : dates.Published)
        {
            Canonical = link,
        };
    }

    /// <summary>The mark of a GUID alone.</summary>
    public static long? OfGuid(string? id) => Fingerprint.Maybe(WithoutScheme(id));

    // A site that turns to https changes half of its GUIDs by it.
    private static string? WithoutScheme(string? id) =>
        id is null ? null
        : id.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? id[7..]
        : id.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? id[8..]
        : id;
}
