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

    /// <summary>Keeps what is remembered when articles came without a turn, pushed by a hub.</summary>
    Task RememberAsync(string source, string memory, int articles, CancellationToken stop);

    /// <summary>Ends turns, in one transaction. What a source brought has to be stored before: after a crash in between it is read again, and nothing is lost.</summary>
    /// <returns>Keys of those whose lease was lost meanwhile, or that were removed; of these nothing is kept.</returns>
    Task<IReadOnlyList<string>> SettleAsync(string owner, IReadOnlyList<Polled> turns, CancellationToken stop);

    /// <summary>Gives back what this owner held when it stopped.</summary>
    Task<int> ReleaseAsync(string owner, CancellationToken stop);

    /// <summary>
    /// Makes those due that would have their turn later, though none sooner after its last turn than <see cref="WebSource.Soonest"/>. One that
    /// fails keeps its time: its site may have said when to come again.
    /// </summary>
    /// <returns>How many.</returns>
    Task<int> HurryAsync(CancellationToken stop);

    /// <summary>When the next one that nobody holds is due; null when none will be.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken stop);
}

/// <param name="State">As it was settled last; null before the first time.</param>
/// <param name="IsResumed">A person let it go on since then, so what was held against it is forgotten.</param>
public sealed record DuePoll(WebSource Source, string? State, bool IsResumed);

/// <summary>How a turn ended.</summary>
/// <param name="Source">Its key.</param>
/// <param name="Address">Where to ask next time. Not taken over when another source is there already.</param>
/// <param name="NextAt">Null pauses the source; the trouble is the reason.</param>
public sealed record Polled(string Source, string State, Uri Address, DateTimeOffset LastAt, DateTimeOffset? NextAt)
{
    /// <summary>When the turn began: who let the source go on after that wants another.</summary>
    public DateTimeOffset Begun { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Null leaves it as it is.</summary>
    public string? Memory { get; init; }

    public string? Trouble { get; init; }
    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>How many new ones this turn brought.</summary>
    public int Articles { get; init; }
}
