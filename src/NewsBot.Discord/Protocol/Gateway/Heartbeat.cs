namespace NewsBot.Discord.Protocol;

/// <summary>
/// Sends op 1 at the interval that hello gave, the first after a random part of it. When the answer to the last one is missing, the connection is
/// dead though nothing says so, and <see cref="RunAsync"/> returns.
/// </summary>
internal sealed class Heartbeat(TimeProvider time, TimeSpan interval, double jitter, Func<CancellationToken, Task> beat)
{
    private volatile bool _answered = true;

    public void Answered() => _answered = true;

    /// <summary>Returns when the connection is found dead.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await Task.Delay(interval * jitter, time, stop);
        while (_answered)
        {
            _answered = false;
            await beat(stop);
            await Task.Delay(interval, time, stop);
        }
    }
}
