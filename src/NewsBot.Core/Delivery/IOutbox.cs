using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// What is owed to whom. A channel is a lane: its debts are paid in the order in which they were owed, one in flight at a time,
/// so a failing head holds only its own channel. Whoever waited longest for a post comes first.
/// </summary>
public interface IOutbox
{
    /// <summary>Owes one article to one channel; nothing happens when it is owed or was paid before.</summary>
    Task<bool> OweAsync(ArticleId article, ChannelRef channel, DebtKind kind, CancellationToken stop);

    /// <summary>
    /// Takes the head debt of at most <paramref name="most"/> channels of a platform that are due, not paused and not leased.
    /// </summary>
    Task<IReadOnlyList<Debt>> LeaseAsync(string owner, string platform, int most, TimeSpan length, CancellationToken stop);

    /// <summary>
    /// Notes that the debt is about to be sent, before it is: after a crash the posts whose fate is not known are exactly those with this mark.
    /// </summary>
    /// <returns>False when the lease was lost meanwhile; then it must not be sent.</returns>
    Task<bool> SendingAsync(string owner, Debt debt, CancellationToken stop);

    /// <summary>Ends a lease. Refused (false) when the lease was lost to another owner meanwhile.</summary>
    Task<bool> SettleAsync(string owner, Debt debt, Settlement settlement, CancellationToken stop);

    /// <summary>Gives back every lease of an owner that died, keeping the mark that its debts may have been sent.</summary>
    Task<int> ReleaseAsync(string owner, CancellationToken stop);

    /// <summary>When the next channel of a platform is due, or null when nothing is owed to one that may be spoken to.</summary>
    Task<DateTimeOffset?> NextDueAsync(string platform, CancellationToken stop);

    Task<OutboxState> StateAsync(CancellationToken stop);

    /// <summary>How many articles wait for one channel.</summary>
    Task<int> OwedAsync(ChannelRef channel, CancellationToken stop);
}

public enum DebtKind
{
    /// <summary>A new article for a follower.</summary>
    Post,

    /// <summary>The newest matching article, shown once to a channel that has just begun to follow.</summary>
    Sample,

    /// <summary>A correction of a post that is out.</summary>
    Edit,

    /// <summary>A post that is to be taken down.</summary>
    Withdrawal,

    /// <summary>One card for many articles that were found at once.</summary>
    RoundUp,

    /// <summary>One card for what waited until quiet hours ended.</summary>
    CatchUp,

    /// <summary>One card for what was gathered until its time.</summary>
    Digest,

    /// <summary>Something that needs mending, for those who look after channels.</summary>
    Notice,
}

/// <param name="Subject">What is owed: an article's id for its post, "id#edit" for an edit of it.</param>
/// <param name="Number">The order in which debts were owed.</param>
/// <param name="Attempts">How often it was tried before this time.</param>
/// <param name="DoubtfulSince">When it may have been sent without our knowing: the process died, or the platform did not answer.</param>
public sealed record Debt(long Number, string Subject, ArticleId? Article, ChannelRef Channel, DebtKind Kind, DebtClass Class, int Attempts, DateTimeOffset? DoubtfulSince, DateTimeOffset OwedAt = default)
{
    /// <summary>The same for every attempt: platforms that can, refuse a second post with the same key.</summary>
    public string Key => $"{Subject}@{Channel}";
}

/// <summary>What goes first in a lane.</summary>
public enum DebtClass
{
    Urgent,
    Ordinary,
    Last,
}

/// <summary>How an attempt to pay a debt ended.</summary>
public abstract record Settlement
{
    private Settlement() { }

    /// <param name="MessageId">The platform's id of the post.</param>
    /// <param name="DrawnHash">Hash of what was drawn, to see later whether a correction changes it.</param>
    /// <param name="NextAt">When the channel may be spoken to again; null for at once.</param>
    /// <param name="AppealDay">The day in the channel's zone (<see cref="DateOnly.DayNumber"/>) when the post carries the button to support the newsroom.</param>
    /// <param name="NotedAt">Of an edit: the correction that the post tells of.</param>
    public sealed record Paid(string MessageId, string DrawnHash, DateTimeOffset? NextAt = null, int? AppealDay = null, DateTimeOffset? NotedAt = null) : Settlement;

    /// <summary>Nothing was left to do, and that is no failure: somebody deleted the post that was to be corrected, or the article was withdrawn.</summary>
    public sealed record Closed(string Why) : Settlement;

    /// <param name="IsDoubtful">True when it may have been sent nevertheless; the next attempt is told.</param>
    public sealed record Again(DateTimeOffset At, string Why, bool IsDoubtful = false) : Settlement;

    /// <summary>Its turn has not come; that is no attempt and no failure.</summary>
    public sealed record Postponed(DateTimeOffset At) : Settlement;

    /// <summary>The channel is paused with the reason; this debt and all others wait.</summary>
    public sealed record Held(string Why) : Settlement;

    /// <summary>The channel has another id now; it moves there with everything owed, and this debt is due at once.</summary>
    public sealed record Moved(ChannelRef To) : Settlement;

    /// <summary>Nobody knows whether it was posted, so it is left and told to those who run the bot.</summary>
    public sealed record Left(string Why) : Settlement;

    public sealed record GivenUp(string Why) : Settlement;
}

/// <param name="Owed">Debts that are neither paid nor given up.</param>
/// <param name="GivenUp">Debts that could not be paid, those left unknown not among them.</param>
/// <param name="Left">Debts of which nobody knows whether they were posted.</param>
/// <param name="Failing">Channels whose head debt has failed at least once.</param>
/// <param name="Paused">Channels that are paused.</param>
/// <param name="LastProblems">Newest first, at most ten.</param>
public sealed record OutboxState(int Owed, int Paid, int GivenUp, int Left, int Failing, int Paused, IReadOnlyList<DeliveryProblem> LastProblems);

public sealed record DeliveryProblem(ChannelRef Channel, ArticleId Article, string Why, DateTimeOffset At);
