namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>Reads a link of RSS (an address as text) or of Atom (an address with a relation to say what it is for).</summary>
internal static class LinkElement
{
    /// <param name="rhythm">Null within an entry, whose links say nothing of the feed.</param>
    public static void Read(ElementCursor at, Gathered scope, FeedFormat format, Standing standing, RhythmElements? rhythm)
    {
        if (at.Address("href") is not { } address)
        {
            scope.Link.Offer(at.Resolve(at.Line()), standing);
            return;
        }
        var (relation, type) = (at.Attribute("rel")?.ToLowerInvariant(), at.Attribute("type")?.ToLowerInvariant());
        var isRss = format is FeedFormat.Rss or FeedFormat.Rdf;
        switch (relation)
        {
            case null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate":
                scope.Link.Offer(address, IsPage(type) ? standing : Standing.Fallback, keepsFirst: !isRss || standing != Standing.Own);
                break;
            case "enclosure":
                Gathered.Add(scope.Enclosures, new(address, type, Description: at.Attribute("title")));
                break;
            case "replies" when IsPage(type):
                scope.Comments.Offer(address, Standing.Fallback, keepsFirst: true);
                break;
            case "hub" or "self":
                rhythm?.Add(relation, address);
                break;
        }
        at.Skip();
    }

    private static bool IsPage(string? type) => type is null or "" or "html" || type.Contains("html", StringComparison.Ordinal);
}
