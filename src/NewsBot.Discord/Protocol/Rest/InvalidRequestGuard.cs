namespace NewsBot.Discord.Protocol;

/// <summary>Counts 401, 403 and 429 answers over ten minutes. Discord bans an address that collects 10,000; we fall silent far below.</summary>
internal sealed class InvalidRequestGuard(TimeProvider time, int limit)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _recent = [];

    /// <summary>How long to keep quiet; null when requests may go.</summary>
    public TimeSpan? HoldBack()
    {
        lock (_gate)
        {
            Forget();
            return _recent.Count < limit ? null : _recent.Peek() + Window - time.GetUtcNow();
        }
    }

    public void Count()
    {
        lock (_gate)
        {
            Forget();
            _recent.Enqueue(time.GetUtcNow());
        }
    }

    private void Forget()
    {
        var old = time.GetUtcNow() - Window;
        while (_recent.TryPeek(out var first) && first <= old)
            _recent.Dequeue();
    }
}
