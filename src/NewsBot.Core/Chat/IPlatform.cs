using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Chat;

/// <summary>A place where people chat. It connects and listens as a hosted service of its own; this is what the core needs of it.</summary>
public interface IPlatform
{
    /// <summary>Lower case, such as "telegram"; the first half of every <see cref="ChannelRef"/> of this platform.</summary>
    string Name { get; }

    CardLimits Limits { get; }

    Pace Pace { get; }

    /// <summary>
    /// Posts a card. Expected failures are values; an exception is treated as <see cref="SendOutcome.Later"/>.
    /// </summary>
    /// <param name="key">The same for every attempt at the same post: where the platform can, a second one with the same key posts nothing.</param>
    Task<SendOutcome> SendAsync(ChannelRef channel, Card card, string key, CancellationToken stop);
}

/// <summary>How a send ended.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <param name="MessageId">The platform's id of what was posted.</param>
    public sealed record Sent(string MessageId) : SendOutcome;

    /// <param name="After">How long the platform asks to wait; null when it did not say.</param>
    public sealed record Later(TimeSpan? After, string Why) : SendOutcome;

    /// <param name="ChannelIsGone">True when nothing else will get through to this channel either.</param>
    public sealed record Never(string Why, bool ChannelIsGone) : SendOutcome;
}

/// <summary>How much of a card a platform can show. Lengths are UTF-16 units, counted before escaping.</summary>
public sealed record CardLimits(int Title, int Body, int Fields, int FieldName, int FieldValue, int Footer, int Total, int Buttons, int ButtonLabel)
{
    /// <summary>For platforms without limits worth the name.</summary>
    public static CardLimits Roomy { get; } = new(300, 20_000, 25, 100, 2_000, 500, 24_000, 12, 40);
}

/// <summary>How fast a platform may be spoken to.</summary>
/// <param name="PerSecond">Posts a second over all channels; 0 means unlimited.</param>
/// <param name="PerChannelPerMinute">Posts a minute in one channel; 0 means unlimited.</param>
public sealed record Pace(double PerSecond, double PerChannelPerMinute)
{
    public static Pace Unlimited { get; } = new(0, 0);
}
