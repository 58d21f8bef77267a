namespace NewsBot.Discord.Protocol;

/// <summary>
/// The limit over all routes as a token bucket, kept as one instant: when the bucket would be full again. A request reserves its turn, so turns
/// are exact however late timers fire.
/// </summary>
internal sealed class GlobalBudget(int perSecond, int burst)
{
    private readonly TimeSpan _each = TimeSpan.FromSeconds(1) / perSecond;
    private DateTimeOffset _full = DateTimeOffset.UnixEpoch;

    public DateTimeOffset BlockedUntil { get; set; }

    /// <summary>How long until a request could start, without reserving.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        var turn = _full - _each * (burst - 1);
        var opens = turn > BlockedUntil ? turn : BlockedUntil;
        return opens > now ? opens - now : TimeSpan.Zero;
    }

    public TimeSpan Reserve(DateTimeOffset now)
    {
        var wait = Wait(now);
        var start = now + wait;
        _full = (_full > start ? _full : start) + _each;
        return wait;
    }
}
