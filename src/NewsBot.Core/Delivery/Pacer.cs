using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// Says how long to wait before a post, so that a platform's limits are kept. It is the generic cell rate algorithm
/// (a token bucket that keeps one instant per bucket; ITU-T I.371, appendix). Pure but for its memory; safe from any thread.
/// </summary>
public sealed class Pacer
{
    /// <summary>Posts that may follow one another at once before the pace holds them back.</summary>
    public const int Burst = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _fullAgain = [];

    /// <summary>Reserves the next place in line. The caller waits that long and then sends; the place is taken in any case.</summary>
    public TimeSpan Reserve(ChannelRef channel, Pace pace, DateTimeOffset now)
    {
        lock (_gate)
        {
            Forget(now);
            var platform = Take(channel.Platform, pace.PerSecond, now);
            var own = Take(channel.ToString(), pace.PerChannelPerMinute / 60, now);
            return platform > own ? platform : own;
        }
    }

    private TimeSpan Take(string bucket, double perSecond, DateTimeOffset now)
    {
        if (perSecond <= 0) return TimeSpan.Zero;
        var each = TimeSpan.FromSeconds(1 / perSecond);
        var full = _fullAgain.GetValueOrDefault(bucket);
        var next = (full > now ? full : now) + each;
        _fullAgain[bucket] = next;
        var wait = next - now - each * Burst;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    // A bucket that is full again says nothing; ten thousand idle channels must not be remembered for ever.
    private void Forget(DateTimeOffset now)
    {
        if (_fullAgain.Count < 1024) return;
        foreach (var (bucket, full) in _fullAgain)
            if (full <= now)
                _fullAgain.Remove(bucket);
    }
}
