namespace NewsBot.Discord.Protocol;

/// <summary>120 commands in any 60 s per connection; Discord cuts the connection past that. The last five are for heartbeats.</summary>
internal sealed class SendBudget(TimeProvider time)
{
    private const int Most = 120;
    private const int ForHeartbeats = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<DateTimeOffset> _sent = [];

    /// <summary>One caller at a time: the socket's own lock sees to it.</summary>
    public async Task WaitAsync(bool urgent, CancellationToken stop)
    {
        while (Missing(urgent) is { } wait)
            await time.WaitAsync(wait, stop);
        _sent.Enqueue(time.GetUtcNow());
    }

    private TimeSpan? Missing(bool urgent)
    {
        var now = time.GetUtcNow();
        while (_sent.TryPeek(out var first) && first + Window <= now)
            _sent.Dequeue();
        return _sent.Count < (urgent ? Most : Most - ForHeartbeats) ? null : _sent.Peek() + Window - now;
    }
}
