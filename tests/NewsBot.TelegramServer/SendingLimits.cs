namespace NewsBot.BotApi;

/// <summary>
/// How fast a bot may send before it is answered 429, as token buckets: a rate, and how many may come at once.
/// The rates are those of Telegram's FAQ (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this);
/// Telegram publishes no bursts, so they are a guess that leaves room for the jitter of a connection.
/// </summary>
public sealed record SendingLimits
{
    /// <summary>Nothing is limited; an imposed flood wait still is.</summary>
    public static SendingLimits None { get; } = new() { IsOn = false };

    public bool IsOn { get; init; } = true;

    /// <summary>Messages a second, over all chats.</summary>
    public double BotPerSecond { get; init; } = 30;

    /// <summary>Messages that may arrive at once, over all chats: a second's worth and a little.</summary>
    public int BotBurst { get; init; } = 35;

    /// <summary>Messages a second to one private chat or channel.</summary>
    public double ChatPerSecond { get; init; } = 1;

    /// <summary>Messages that may arrive at once in one private chat or channel.</summary>
    public int ChatBurst { get; init; } = 3;

    /// <summary>Messages a minute to one group or supergroup; edits there are counted apart, at the same rate.</summary>
    public double GroupPerMinute { get; init; } = 20;

    /// <summary>Messages that may arrive at once in one group.</summary>
    public int GroupBurst { get; init; } = 20;
}
