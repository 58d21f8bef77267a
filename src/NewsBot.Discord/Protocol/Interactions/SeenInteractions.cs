namespace NewsBot.Discord.Protocol;

/// <summary>Interactions of the last 15 minutes, as long as their tokens live: one that comes again is a replay. The bound is far above what one node can answer.</summary>
internal sealed class SeenInteractions(TimeProvider time, int most = 100_000)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly HashSet<Snowflake> _seen = [];
    private readonly Queue<(Snowflake Id, DateTimeOffset At)> _order = [];

    public int Count
    {
        get
        {
            lock (_gate)
                return _seen.Count;
        }
    }

    /// <summary>False when it was here before.</summary>
    public bool Add(Snowflake interaction)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_order.TryPeek(out var first) && (first.At + Life <= now || _order.Count >= most))
                _seen.Remove(_order.Dequeue().Id);
            if (!_seen.Add(interaction))
                return false;
            _order.Enqueue((interaction, now));
            return true;
        }
    }
}
