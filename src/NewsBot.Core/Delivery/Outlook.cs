namespace NewsBot.Core.Delivery;

/// <summary>What a debt waits for: the first thing that stands in its way.</summary>
public abstract record Outlook
{
    private Outlook() { }

    /// <summary>Somebody has to let the channel go on.</summary>
    /// <param name="Why">Null when a moderator paused it.</param>
    public sealed record Paused(DateTimeOffset Since, string? Why) : Outlook;

    public sealed record NoPlatform(string Name, string? Why) : Outlook;

    public sealed record UnderWay(DateTimeOffset Since) : Outlook;

    /// <summary>The head of the lane failed and is tried again; those behind it wait.</summary>
    public sealed record Retry(DateTimeOffset At, string? Why) : Outlook;

    /// <summary>The channel's own hours or limits.</summary>
    public sealed record Until(DateTimeOffset At, TimeReason Why) : Outlook;

    /// <summary>It comes with everything else that waits, as one card.</summary>
    public sealed record InCard(DebtKind Kind) : Outlook;

    /// <summary>The channel may be spoken to again then.</summary>
    public sealed record Pace(DateTimeOffset At) : Outlook;

    /// <param name="Before">Debts of the channel that come first; 0 when it is next.</param>
    public sealed record Turn(int Before) : Outlook;
}
