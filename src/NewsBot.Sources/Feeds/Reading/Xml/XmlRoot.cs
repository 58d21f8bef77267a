namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>Tells by its outermost element which format a document has.</summary>
internal static class XmlRoot
{
    /// <returns>Null when it is no feed.</returns>
    public static FeedFormat? Format(ElementCursor at) => at.Name.ToLowerInvariant() switch
    {
        "rss" => FeedFormat.Rss,
        "rdf" => FeedFormat.Rdf,
        // RSS 1.1 has a channel outermost, as CDF has.
        "channel" => at.Namespace.Contains("rss1.1", StringComparison.OrdinalIgnoreCase) ? FeedFormat.Rdf : FeedFormat.Cdf,
        "feed" or "entry" => IsOldAtom(at) ? FeedFormat.Atom03 : FeedFormat.Atom10,
        "item" => FeedFormat.Rss,
        _ => null,
    };

    private static bool IsOldAtom(ElementCursor at) =>
        at.Namespace.Length > 0 ? !at.Namespace.Contains("2005/Atom", StringComparison.OrdinalIgnoreCase) : at.Attribute("version") is { } version && version.StartsWith("0.", StringComparison.Ordinal);
}
