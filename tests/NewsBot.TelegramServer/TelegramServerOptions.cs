namespace NewsBot.BotApi;

/// <summary>What a test may choose before the server starts.</summary>
public sealed record TelegramServerOptions
{
    /// <summary>
    /// The clock of every rule: message dates, rate limits, flood waits, the age of queries, the 48 hours in which a message can be deleted,
    /// and a webhook's retries. Long polls and slow answers are a matter of the connection, so they always take real time.
    /// </summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The loopback port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The limits on sending; <see cref="SendingLimits.None"/> switches them off.</summary>
    public SendingLimits Limits { get; init; } = new();

    /// <summary>The longest that a long poll is held, in real time. The real server holds 50 seconds.</summary>
    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>How long a press of a button can be answered. Telegram documents no figure.</summary>
    public TimeSpan PressLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an inline question can be answered. Telegram documents no figure.</summary>
    public TimeSpan QuestionLifetime { get; init; } = TimeSpan.FromSeconds(30);
}
