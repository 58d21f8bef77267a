namespace NewsBot.DiscordApi;

/// <summary>Ids as Discord makes them: milliseconds since 2015 above 22 bits of counter, always rising.</summary>
internal sealed class Snowflakes(TimeProvider clock)
{
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private ulong _last;

    /// <summary>Call with the world's gate held.</summary>
    public ulong Next()
    {
        var now = (ulong)(clock.GetUtcNow() - Epoch).TotalMilliseconds << 22;
        return _last = Math.Max(now, _last + 1);
    }

    /// <summary>A server's shard is its id shifted by 22 bits, so servers made in the same millisecond still differ there.</summary>
    public ulong NextGuild()
    {
        Next();
        return _last = ((_last >> 22) + 1) << 22;
    }

    public static DateTimeOffset At(ulong id) => Epoch.AddMilliseconds(id >> 22);
}
