using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Chat;

/// <summary>A place where people chat. It connects and listens as a hosted service of its own; this is what the core needs of it.</summary>
public interface IPlatform
{
    /// <summary>Lower case, such as "telegram"; the first half of every <see cref="ChannelRef"/> of this platform.</summary>
    string Name { get; }

    CardLimits Limits { get; }

    /// <summary>Whether it can be spoken to right now. While it cannot, what is owed waits and no attempt is wasted.</summary>
    PlatformState State { get; }

    /// <summary>
    /// For how long a second post with the same key is known to post nothing: <see cref="TimeSpan.MaxValue"/> where the key is kept for ever,
    /// zero where the platform has no such memory.
    /// </summary>
    TimeSpan KeyMemoryOf(ChannelRef channel);

    /// <summary>What becomes of a post whose fate is not known once <see cref="KeyMemoryOf"/> is over: sent again, or left and told in `status`.</summary>
    bool ResendsDoubtful { get; }

    /// <summary>How fast a channel may be spoken to: its own limits first, the platform's last. Empty where there are none.</summary>
    IReadOnlyList<PaceRule> PacesOf(ChannelRef channel, ChannelSettings settings);

    /// <summary>
    /// Posts a card. Expected failures are values; an exception is treated as <see cref="SendOutcome.Unknown"/>.
    /// </summary>
    Task<SendOutcome> SendAsync(ChannelRef channel, Post post, CancellationToken stop);

    /// <summary>
    /// Makes an earlier post show this card instead; doing it twice does no harm. The picture stays where the card still has one.
    /// <see cref="SendOutcome.Sent"/> also when the post shows just that already, and with another id where the platform then needs one;
    /// <see cref="SendOutcome.Never"/> when somebody removed the post or the platform will never let it be changed.
    /// </summary>
    /// <param name="messageId">What <see cref="SendAsync"/> or an earlier edit gave.</param>
    Task<SendOutcome> EditAsync(ChannelRef channel, string messageId, Post post, CancellationToken stop);

    /// <summary>
    /// Removes an earlier post; where that is no longer possible, or would take people's answers away, the note stands in its place.
    /// <see cref="SendOutcome.Sent"/> also when it is gone already.
    /// </summary>
    Task<SendOutcome> WithdrawAsync(ChannelRef channel, string messageId, Post note, CancellationToken stop);
}

/// <summary>What is to be posted.</summary>
/// <param name="Card">Fitted to the platform's limits.</param>
/// <param name="Key">The same for every attempt at the same post: where the platform can, a second one with the same key posts nothing.</param>
/// <param name="Settings">How the channel wants to be spoken to.</param>
/// <param name="Article">What the card is about, for platforms that label posts; null for other posts.</param>
/// <param name="Correction">What the card says of an edit ("Corrected 14:05"), for platforms that tell those who look on; null for one that nobody need notice.</param>
public sealed record Post(Card Card, string Key, ChannelSettings Settings, Article? Article = null, string? Correction = null)
{
    /// <summary>Our id of an earlier post in the same channel that this one goes on from; where the platform can, it is a reply to it.</summary>
    public string? Follows { get; init; }
}

/// <param name="Why">One sentence for those who run the bot, when it is not up.</param>
/// <param name="Since">Since when it has not been up.</param>
public sealed record PlatformState(bool IsUp, string? Why = null, DateTimeOffset? Since = null)
{
    public static PlatformState Up { get; } = new(true);
}

/// <summary>How a send ended.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <param name="MessageId">The platform's id of what was posted.</param>
    public sealed record Sent(string MessageId) : SendOutcome;

    /// <summary>It was certainly not posted.</summary>
    /// <param name="After">How long the platform asks to wait; null when it did not say.</param>
    public sealed record Later(TimeSpan? After, string Why) : SendOutcome;

    /// <summary>This post can never be sent; others to the same channel can.</summary>
    public sealed record Never(string Why) : SendOutcome;

    /// <summary>Nothing gets through to this channel until somebody lets the bot in again.</summary>
    public sealed record Closed(string Why) : SendOutcome;

    /// <summary>The channel has another id now.</summary>
    public sealed record Moved(ChannelRef To) : SendOutcome;

    /// <summary>It may have been posted, and the platform cannot be asked.</summary>
    public sealed record Unknown(string Why) : SendOutcome;
}

/// <summary>How much of a card a platform can show. Lengths are UTF-16 units, counted before escaping.</summary>
public sealed record CardLimits(int Title, int Body, int Fields, int FieldName, int FieldValue, int Footer, int Total, int Buttons, int ButtonLabel)
{
    /// <summary>For platforms without limits worth the name.</summary>
    public static CardLimits Roomy { get; } = new(300, 20_000, 25, 100, 2_000, 500, 24_000, 12, 40);
}

/// <summary>A token bucket that a post must take from.</summary>
/// <param name="Bucket">Whoever names the same bucket shares it.</param>
/// <param name="PerSecond">Posts a second in the long run.</param>
/// <param name="Burst">Posts that may follow one another at once before the pace holds them back.</param>
public sealed record PaceRule(string Bucket, double PerSecond, int Burst);
