using NewsBot.Core.Sources;
using NewsBot.Core.Stories;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Finding;

/// <summary>Whether a feed's articles can be told apart by their names (GUIDs) and links, and keep them.</summary>
internal static class FeedNames
{
    private static readonly string[] Sessions = ["sid", "phpsessid", "jsessionid", "sessionid", "session_id", "aspsessionid", "cfid", "cftoken", "sess"];

    public static IEnumerable<Remark> Examine(FeedDocument first, FeedDocument? second)
    {
        var entries = first.Entries;
        if (entries.Count == 0) yield break;
        var ids = entries.Select(entry => entry.Id).OfType<string>().ToArray();
        if (ids.Length == 0) yield return new(RemarkKind.GuidsMissing);
        if (ids.Distinct().Count() < ids.Length) yield return new(RemarkKind.GuidsRepeat);
        if (second is not null && Differ(first, second, entry => Content(entry.Link) ?? entry.Title?.Value, entry => entry.Id)) yield return new(RemarkKind.GuidsChange);
        if (second is not null && Differ(first, second, entry => entry.Id, entry => Content(entry.Link))) yield return new(RemarkKind.LinksRotate);
        if (entries.Any(entry => entry.Link is null && entry.OriginalLink is null)) yield return new(RemarkKind.LinksMissing);
        if (entries.Any(entry => entry.Link is { } link && CarriesSession(link))) yield return new(RemarkKind.LinksCarrySessions);
    }

    /// <summary>True when an entry that is the same by one measure is another by the other.</summary>
    private static bool Differ(FeedDocument first, FeedDocument second, Func<FeedEntry, string?> same, Func<FeedEntry, string?> watched)
    {
        var known = Unique(first, same).ToDictionary(entry => same(entry)!, watched);
        return Unique(second, same).Any(entry => known.TryGetValue(same(entry)!, out var before) && before is not null && before != watched(entry));
    }

    private static IEnumerable<FeedEntry> Unique(FeedDocument feed, Func<FeedEntry, string?> key) =>
        feed.Entries.Where(entry => key(entry) is not null).GroupBy(key).Where(group => group.Count() == 1).Select(group => group.First());

    private static string? Content(string? link) => link is null ? null : CanonicalLink.Of(link) ?? link;

    private static bool CarriesSession(string link)
    {
        if (link.Contains(";jsessionid=", StringComparison.OrdinalIgnoreCase)) return true;
        var query = link.IndexOf('?', StringComparison.Ordinal);
        return query >= 0 && link[(query + 1)..].Split('#')[0].Split('&').Any(pair => pair.Split('=') is [var name, { Length: >= 8 }] && Sessions.Contains(name, StringComparer.OrdinalIgnoreCase));
    }
}
