namespace NewsBot.Sources.Feeds.Reading;

/// <summary>How much of a document is read. The figures are those of the large readers (Miniflux, Mastodon), with room for podcasts.</summary>
internal static class FeedLimits
{
    /// <summary>Bytes, decompressed; what lies beyond is not read.</summary>
    public const int Document = 15 * 1024 * 1024;

    /// <summary>Elements within elements.</summary>
    public const int Depth = 128;

    public const int Entries = 2_000;

    /// <summary>Characters (UTF-16 units) of one text before anything looks for markup in it.</summary>
    public const int Text = 1_000_000;

    /// <summary>Categories, enclosures and pictures of one entry, each.</summary>
    public const int List = 100;

    /// <summary>Characters of an address, an id, a date's or a person's line.</summary>
    public const int Line = 4_000;
}
