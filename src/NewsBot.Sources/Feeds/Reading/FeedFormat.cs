namespace NewsBot.Sources.Feeds.Reading;

internal enum FeedFormat
{
    /// <summary>RSS 0.91 to 0.94 and 2.0.</summary>
    Rss,

    /// <summary>RSS 0.90, 1.0 and 1.1.</summary>
    Rdf,

    Atom03,
    Atom10,
    Json,

    /// <summary>The Channel Definition Format of 1997.</summary>
    Cdf,
}
