using NewsBot.Core.Chat;

namespace NewsBot.Core.Delivery;

/// <summary>
/// Says how long to wait before a post, so that a platform's limits are kept. It is the generic cell rate algorithm
/// (a token bucket that keeps one instant per bucket; ITU-T I.371, appendix). Pure but for its memory; safe from any thread.
/// </summary>
public sealed class Pacer
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _fullAgain = new(StringComparer.Ordinal);

    /// <summary>Takes the next place in line, unless that is further away than <paramref name="patience"/>; then nothing is taken.</summary>
    /// <returns>How long to wait before sending, also when no place was taken.</returns>
    public (TimeSpan Wait, bool IsTaken) Take(PaceRule rule, DateTimeOffset now, TimeSpan patience)
    {
        lock (_gate)
        {
            Forget(now);
            var wait = Wait(rule, now);
            if (wait > patience) return (wait, false);
            _fullAgain[rule.Bucket] = Full(rule, now) + Each(rule);
            return (wait, true);
        }
    }

    /// <summary>How long until a place is free; takes none.</summary>
    public TimeSpan WaitOf(PaceRule rule, DateTimeOffset now)
    {
        lock (_gate) return Wait(rule, now);
    }

    /// <summary>Keeps a bucket empty for a while: the platform said so.</summary>
    public void Hold(PaceRule rule, DateTimeOffset until)
    {
        lock (_gate) _fullAgain[rule.Bucket] = until + Each(rule) * (rule.Burst - 1);
    }

    private TimeSpan Wait(PaceRule rule, DateTimeOffset now)
    {
        var wait = Full(rule, now) - now - Each(rule) * (rule.Burst - 1);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private DateTimeOffset Full(PaceRule rule, DateTimeOffset now) =>
        _fullAgain.TryGetValue(rule.Bucket, out var full) && full > now ? full : now;

    private static TimeSpan Each(PaceRule rule) => TimeSpan.FromSeconds(1 / rule.PerSecond);

    // A bucket that is full again says nothing; ten thousand idle channels must not be remembered for ever.
    private void Forget(DateTimeOffset now)
    {
        if (_fullAgain.Count < 1024) return;
        foreach (var (bucket, full) in _fullAgain)
            if (full <= now)
                _fullAgain.Remove(bucket);
    }
}
