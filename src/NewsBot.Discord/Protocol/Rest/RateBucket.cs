namespace NewsBot.Discord.Protocol;

/// <summary>
/// One bucket for one resource: a door where requests wait in order, and the count behind it. Until an answer has told the count, one request at a time.
/// Only <see cref="RateLimiter"/> touches it, under its lock.
/// </summary>
internal sealed class RateBucket : IDisposable
{
    private int _limit;
    private int _remaining;
    private int _underWay;
    private DateTimeOffset _resets;
    private TimeSpan _window;

    /// <summary>First come, first served.</summary>
    public SemaphoreSlim Door { get; } = new(1, 1);

    /// <summary>Requests that wait at the door, stand in it, or are under way.</summary>
    public int Users { get; set; }

    /// <summary>An answer has told the count.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>A request is under way that will tell the count, and keeps the door shut until then.</summary>
    public bool DoorHeld { get; set; }

    public DateTimeOffset BlockedUntil { get; set; }

    /// <summary>When the next request may start, as far as is known; null while the one request that will tell is under way.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset now) => (IsKnown, Blocked: BlockedUntil > now) switch
    {
        (_, true) => BlockedUntil,
        (false, _) => _underWay == 0 ? now : null,
        _ => _remaining > 0 || _resets <= now ? now : _resets,
    };

    public void Take(DateTimeOffset now)
    {
        _underWay++;
        if (IsKnown && _resets <= now)
            (_remaining, _resets) = (_limit, now + _window);
        _remaining--;
    }

    public void GiveBack() => _underWay--;

    /// <summary>
    /// Never raises the count within a window, since answers come out of order and do not know of requests still under way; a window that has
    /// passed raises it. For the same reason its end only moves later.
    /// </summary>
    public void Learn(RateHeaders headers, DateTimeOffset now)
    {
        var resets = now + headers.ResetAfter;
        _remaining = IsKnown && _resets > now ? Math.Min(_remaining, headers.Remaining) : Math.Max(0, headers.Remaining - _underWay);
        _resets = resets > _resets ? resets : _resets;
        _limit = Math.Max(1, headers.Limit);
        _window = headers.Remaining == _limit - 1 || headers.ResetAfter > _window ? headers.ResetAfter : _window;
        IsKnown = true;
    }

    /// <summary>Forgetting it loses nothing.</summary>
    public bool IsIdle(DateTimeOffset now) => Users == 0 && _resets <= now && BlockedUntil <= now;

    public void Dispose() => Door.Dispose();
}
