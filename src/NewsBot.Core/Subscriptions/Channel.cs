using NewsBot.Core.Chat;
using NewsBot.Core.Schedules;

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

    /// <summary>Where an article of these topics goes: to the place of the first route of theirs that is followed, or here.</summary>
    public ChannelRef PlaceOf(IReadOnlyCollection<string> topics) =>
        Settings.Routes?.FirstOrDefault(route => topics.Contains(route.Topic) && (FollowsEverything || Follows.Contains(route.Topic))) is { } fitting ? ChannelRef.Parse(fitting.Place) : Ref;
}

/// <summary>How a channel wants its posts and replies.</summary>
/// <param name="Zone">IANA time zone id.</param>
/// <param name="IsSilent">Posts make no sound, where the platform can do that.</param>
/// <param name="UsesComponents">Posts are built from Discord's newer components instead of an embed.</param>
/// <param name="Publishes">Posts in an announcement channel go on to the servers that follow it.</param>
/// <param name="ModeratorRole">Id of a role whose members are moderators too, where the platform has roles; null for none.</param>
/// <param name="Pings">Id of a role that posts ping, where the platform has roles; null for nobody.</param>
/// <param name="ShowsSupport">Now and then a post carries a button to support the newsroom.</param>
/// <param name="PaidPerDay">Posts a day that may be paid for to be faster, where the platform sells that; 0 for none.</param>
/// <param name="Quiet">In which nothing is posted; what waited comes as one card when they end.</param>
/// <param name="Digest">When articles come gathered in one post; null for one by one.</param>
/// <param name="BreakingOverrides">Articles of topics marked as breaking wait for neither.</param>
/// <param name="WaitedUntil">What was owed before this instant waited for quiet hours or a digest that were then ended; it comes as one card.</param>
/// <param name="Routes">Topics that go to places of their own inside this chat or server; the first that fits an article counts.</param>
/// <param name="Notices">The channel, as text, whose people are told when something concerning this one needs mending; null for nobody.</param>
/// <param name="NoticesAreAll">They are told what concerns the whole bot too: someone of the newsroom set it so.</param>
/// <param name="Most">Posts in ten minutes before the rest comes as one card; 0 for no limit, null for the bot's own.</param>
/// <param name="TakesEveryReport">Each source's report of a story is posted, instead of the first with the names of the others.</param>
public sealed record ChannelSettings(
    Language Language = Language.English,
    string Zone = "UTC",
    PostStyle Style = PostStyle.Full,
    bool ShowsImages = true,
    bool IsSilent = false,
    int PaidPerDay = 0,
    bool UsesComponents = false,
    bool Publishes = true,
    string? ModeratorRole = null,
    string? Pings = null,
    QuietHours? Quiet = null,
    DigestPlan? Digest = null,
    bool BreakingOverrides = true,
    DateTimeOffset? WaitedUntil = null,
    bool ShowsSupport = true,
    IReadOnlyList<Route>? Routes = null,
    string? Notices = null,
    bool NoticesAreAll = false,
    int? Most = null,
    bool TakesEveryReport = false);

public enum PostStyle
{
    /// <summary>Title, summary, image, buttons.</summary>
    Full,

    /// <summary>Title and link, one line.</summary>
    Compact,
}
