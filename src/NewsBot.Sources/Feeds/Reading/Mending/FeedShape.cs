using System.Collections.Frozen;

namespace NewsBot.Sources.Feeds.Reading.Mending;

/// <summary>What may not stand within what in a feed, so that a forgotten end tag is seen where the next thing begins.</summary>
internal static class FeedShape
{
    private static readonly FrozenSet<string> Parts = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "item", "entry");

    // Elements of one line each: none of them has another of them within.
    private static readonly FrozenSet<string> Lines = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "link", "guid", "id", "pubDate", "lastBuildDate", "updated", "published", "issued", "modified", "dc:date", "dc:creator", "dc:subject",
        "language", "category", "comments", "managingEditor", "webMaster", "generator", "docs", "ttl");

    private static readonly FrozenSet<string> Fields = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        [.. Lines, "title", "description", "summary", "content", "content:encoded", "author", "copyright", "enclosure", "image"]);

    private static readonly FrozenSet<string> EmptyInHtml = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "br", "hr", "img", "wbr", "input");

    public static bool EndsAt(string open, string next, OpenElements all) =>
        Parts.Contains(next) ? Parts.Contains(open) || all.Has(next)
        : Lines.Contains(open) && Fields.Contains(next);

    public static bool IsEmptyInHtml(string name) => EmptyInHtml.Contains(name);
}
