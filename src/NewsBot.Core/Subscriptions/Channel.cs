using NewsBot.Core.Chat;

namespace NewsBot.Core.Subscriptions;

/// <summary>A channel as we keep it: what it follows and how it wants to be spoken to.</summary>
public sealed record Channel(ChannelRef Ref)
{
    public bool FollowsEverything { get; init; }

    /// <summary>Topic keys, sorted.</summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    public ChannelSettings Settings { get; init; } = new();

    /// <summary>Set while nothing is posted here; what is owed waits.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Why, in a sentence; null when a moderator paused it.</summary>
    public string? PausedWhy { get; init; }
}

/// <summary>How a channel wants its posts and replies.</summary>
/// <param name="Zone">IANA time zone id.</param>
public sealed record ChannelSettings(
    Language Language = Language.English,
    string Zone = "UTC",
    PostStyle Style = PostStyle.Full,
    bool ShowsImages = true);

public enum PostStyle
{
    /// <summary>Title, summary, image, buttons.</summary>
    Full,

    /// <summary>Title and link, one line.</summary>
    Compact,
}
