using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Protocol;

/// <summary>
/// Lets shards identify: one per five seconds in each of max_concurrency lanes (shard index modulo that), and within a safe share of the day's
/// budget, counted both by Discord and by ourselves over restarts. Past it we wait: at zero Discord ends all sessions and resets the token.
/// </summary>
internal sealed class IdentifyGate(SessionStartLimit limit, double safeShare, ISessionStore store, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly DateTimeOffset _told = time.GetUtcNow();
    private readonly IdentifyLane[] _lanes = [.. Enumerable.Range(0, Math.Clamp(limit.MaxConcurrency, 1, 1024)).Select(_ => new IdentifyLane())];
    private int _since;

    private int Safe => Math.Max(1, (int)(limit.Total * safeShare));

    /// <summary>Waits for the lane and the budget. The lane stays ours until it is left; only <see cref="SpendAsync"/> uses up the budget, so a failed connection costs nothing.</summary>
    public async Task<IdentifyLane> EnterAsync(ShardId shard, CancellationToken stop)
    {
        var lane = _lanes[shard.Index % _lanes.Length];
        await lane.Door.WaitAsync(stop);
        try
        {
            while (await MissingAsync(lane, shard, stop) is { } wait)
                await time.WaitAsync(wait, stop);
            return lane;
        }
        catch
        {
            lane.Leave();
            throw;
        }
    }

    /// <summary>Counts the identify that is about to be sent.</summary>
    public async Task SpendAsync(IdentifyLane lane, CancellationToken stop)
    {
        lane.Last = time.GetUtcNow();
        Interlocked.Increment(ref _since);
        await store.AddIdentifyAsync(lane.Last.Value, stop);
    }

    public void Dispose()
    {
        foreach (var lane in _lanes)
            lane.Door.Dispose();
    }

    private async Task<TimeSpan?> MissingAsync(IdentifyLane lane, ShardId shard, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (lane.Last + Pause > now)
            return lane.Last + Pause - now;
        var wait = await BudgetWaitAsync(now, stop);
        if (wait is { } missing)
            logger.IdentifiesSpent(shard, Safe, Math.Ceiling(missing.TotalMinutes));
        return wait;
    }

    private async Task<TimeSpan?> BudgetWaitAsync(DateTimeOffset now, CancellationToken stop)
    {
        var resets = _told + TimeSpan.FromMilliseconds(limit.ResetAfter);
        if (now < resets && limit.Total - limit.Remaining + _since >= Safe)
            return resets - now;
        var ours = await store.IdentifiesSinceAsync(now - Day, stop);
        return ours.Count < Safe ? null : ours[^Safe] + Day - now + TimeSpan.FromMilliseconds(1);
    }
}

/// <summary>One of the max_concurrency lanes, held by the shard that is about to identify.</summary>
internal sealed class IdentifyLane
{
    public SemaphoreSlim Door { get; } = new(1, 1);

    public DateTimeOffset? Last { get; set; }

    public void Leave() => Door.Release();
}
