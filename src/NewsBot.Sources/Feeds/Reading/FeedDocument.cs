namespace NewsBot.Sources.Feeds.Reading;

/// <summary>A feed as it was read: all text decoded and made safe, all addresses resolved, nothing cleaned or guessed.</summary>
/// <param name="WasMended">True when the document broke the rules of XML and was read tolerantly.</param>
internal sealed record FeedDocument(FeedFormat Format, FeedHead Feed, IReadOnlyList<FeedEntry> Entries, bool WasMended = false)
{
    /// <summary>What it says was taken back (at:deleted-entry of RFC 6721).</summary>
    public IReadOnlyList<FeedRemoval> Removals { get; init; } = [];
}

/// <param name="Id">Of the entry that is no more.</param>
/// <param name="At">When it was removed: an entry that was updated later is back.</param>
internal sealed record FeedRemoval(string Id, DateTimeOffset At);

internal sealed record FeedHead
{
    public FeedText? Title { get; init; }
    public FeedText? Description { get; init; }
    public string? Link { get; init; }
    public string? Id { get; init; }

    /// <summary>A language tag as the feed has it, such as "en-US".</summary>
    public string? Language { get; init; }

    public FeedText? Copyright { get; init; }
    public FeedPerson? Author { get; init; }
    public DateTimeOffset? Updated { get; init; }
    public DateTimeOffset? Published { get; init; }
    public IReadOnlyList<string> Categories { get; init; } = [];
    public string? Image { get; init; }
    public FeedRhythm Rhythm { get; init; } = new();
}

/// <summary>What a feed says of where and how often to look for it.</summary>
internal sealed record FeedRhythm
{
    /// <summary>The address that the feed gives for itself.</summary>
    public string? Self { get; init; }

    /// <summary>WebSub hubs.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>Minutes, from ttl, or from sy:updatePeriod and sy:updateFrequency.</summary>
    public int? Ttl { get; init; }

    /// <summary>Hours of the day in UTC, 0 to 23, at which nothing new comes.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];
}

internal sealed record FeedEntry
{
    public FeedText? Title { get; init; }
    public string? Link { get; init; }

    /// <summary>Where the link leads in truth, when the feed says so (feedburner:origLink).</summary>
    public string? OriginalLink { get; init; }

    public string? Id { get; init; }
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Updated { get; init; }
    public FeedPerson? Author { get; init; }
    public FeedText? Summary { get; init; }
    public FeedText? Content { get; init; }
    public string? Comments { get; init; }
    public string? Language { get; init; }
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<FeedMedia> Enclosures { get; init; } = [];

    /// <summary>Pictures and films beside the text: media:content, media:thumbnail, itunes:image.</summary>
    public IReadOnlyList<FeedMedia> Media { get; init; } = [];
}

internal sealed record FeedPerson(string? Name, string? Email);

/// <param name="Type">A media type, or a bare "image" where only that is known.</param>
/// <param name="Width">Pixels.</param>
internal sealed record FeedMedia(string Url, string? Type = null, int? Width = null, string? Description = null);
