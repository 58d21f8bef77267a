namespace NewsBot.Sources.Feeds.Reading;

/// <summary>What came of reading a document.</summary>
internal abstract record FeedReading
{
    private FeedReading() { }

    public sealed record Read(FeedDocument Document) : FeedReading;

    /// <param name="What">One sentence for a person: what the document is instead, and what to try.</param>
    public sealed record NotAFeed(NotAFeedKind Kind, string What) : FeedReading;
}

internal enum NotAFeedKind
{
    Empty,
    Page,
    LoginPage,
    BotWall,
    Image,
    Sound,
    Archive,
    Pdf,
    Json,
    Opml,
    Sitemap,
    OtherXml,
    Text,
    Binary,
}
