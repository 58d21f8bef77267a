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
    /// Takes the head debt of at most <paramref name="most"/> channels that are due, not paused and not leased. The lease is stored before
    /// this returns: after a crash the debts that may have been sent are exactly those with a lease.
    /// </summary>
    Task<IReadOnlyList<Debt>> LeaseAsync(string owner, int most, TimeSpan length, CancellationToken stop);

    /// <summary>Ends a lease. Refused (false) when the lease was lost to another owner meanwhile.</summary>
    Task<bool> SettleAsync(string owner, Debt debt, Settlement settlement, CancellationToken stop);

    /// <summary>Gives back every lease of an owner that died, keeping the mark that its debts may have been sent.</summary>
    Task<int> ReleaseAsync(string owner, CancellationToken stop);

    /// <summary>When the next channel is due, or null when nothing is owed to a channel that may be spoken to.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken stop);

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
}

/// <param name="Number">The order in which debts were owed.</param>
/// <param name="Attempts">How often it was tried before this time.</param>
/// <param name="MayHaveBeenSent">True when an earlier lease ended without word: the process died between sending and noting it.</param>
public sealed record Debt(long Number, ArticleId Article, ChannelRef Channel, DebtKind Kind, int Attempts, bool MayHaveBeenSent)
{
    /// <summary>The same for every attempt: platforms that can, refuse a second post with the same key.</summary>
    public string Key => $"{Article}@{Channel}";
}

/// <summary>How an attempt to pay a debt ended.</summary>
public abstract record Settlement
{
    private Settlement() { }

    /// <param name="MessageId">The platform's id of the post.</param>
    /// <param name="DrawnHash">Hash of what was drawn, to see later whether a correction changes it.</param>
    public sealed record Paid(string MessageId, string DrawnHash) : Settlement;

    public sealed record Again(DateTimeOffset At, string Why) : Settlement;

    /// <param name="PausesChannel">True when nothing else will get through either.</param>
    public sealed record GivenUp(string Why, bool PausesChannel) : Settlement;
}

/// <param name="Owed">Debts that are neither paid nor given up.</param>
/// <param name="Failing">Channels whose head debt has failed at least once.</param>
/// <param name="Paused">Channels that are paused.</param>
/// <param name="LastProblems">Newest first, at most ten.</param>
public sealed record OutboxState(int Owed, int Paid, int GivenUp, int Failing, int Paused, IReadOnlyList<DeliveryProblem> LastProblems);

public sealed record DeliveryProblem(ChannelRef Channel, ArticleId Article, string Why, DateTimeOffset At);
