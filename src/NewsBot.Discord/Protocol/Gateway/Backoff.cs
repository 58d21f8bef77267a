namespace NewsBot.Discord.Protocol;

/// <summary>How long to wait before connection attempt n: doubling from one second to one minute, half of it random so that shards do not march in step.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <param name="attempt">0 for the first try after a connection that worked: no wait.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan Before(int attempt, double random)
    {
        if (attempt == 0)
            return TimeSpan.Zero;
        var full = attempt > 6 ? Longest : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, attempt - 1)));
        return full * (0.5 + 0.5 * random);
    }
}
