namespace NewsBot.Core.Sources;

/// <summary>
/// The turns of the sources on the web. A source is leased before it is asked, so that several nodes can share them; its state is the
/// poller's own text and is kept as it is given.
/// </summary>
public interface IPolls
{
    /// <summary>Up to so many that are due and nobody's, those that waited longest first; each is the owner's until the lease ends.</summary>
    Task<IReadOnlyList<DuePoll>> LeaseAsync(string owner, int most, TimeSpan length, CancellationToken stop);

    /// <summary>What the poller remembers of the source's articles; null before its first reading.</summary>
    Task<string?> MemoryAsync(string source, CancellationToken stop);

    /// <summary>Ends the turn. What the source brought has to be stored before: after a crash in between it is read again, and nothing is lost.</summary>
    /// <returns>False when the lease was lost meanwhile, or the source removed; then nothing is kept.</returns>
    Task<bool> SettleAsync(string owner, string source, Polled polled, CancellationToken stop);

    /// <summary>Gives back what this owner held when it stopped.</summary>
    Task<int> ReleaseAsync(string owner, CancellationToken stop);

    /// <summary>When the next one that nobody holds is due; null when none will be.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken stop);
}

/// <param name="State">As it was settled last; null before the first time.</param>
/// <param name="IsResumed">A person let it go on since then, so what was held against it is forgotten.</param>
public sealed record DuePoll(WebSource Source, string? State, bool IsResumed);

/// <summary>How a turn ended.</summary>
/// <param name="Address">Where to ask next time. Not taken over when another source is there already.</param>
/// <param name="NextAt">Null pauses the source; the trouble is the reason.</param>
public sealed record Polled(string State, Uri Address, DateTimeOffset LastAt, DateTimeOffset? NextAt)
{
    /// <summary>Null leaves it as it is.</summary>
    public string? Memory { get; init; }

    public string? Trouble { get; init; }
    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>How many new ones this turn brought.</summary>
    public int Articles { get; init; }
}
