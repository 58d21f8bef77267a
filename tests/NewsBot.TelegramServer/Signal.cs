namespace NewsBot.BotApi;

/// <summary>Wakes whoever waits for something to happen. Take <see cref="Next"/> before looking, and nothing is missed.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = Fresh();

    public Task Next => Volatile.Read(ref _next).Task;

    public void Fire() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    /// <summary>Waits until <paramref name="find"/> finds something. A test that waits for nothing must not hang: after half a minute it is told what there is.</summary>
    public async Task<T> UntilAsync<T>(Func<T?> find, Func<string> whatThereIs, CancellationToken stop) where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = Next;
            if (find() is { } found) return found;
            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited 30 seconds in vain. {whatThereIs()}");
            }
        }
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
