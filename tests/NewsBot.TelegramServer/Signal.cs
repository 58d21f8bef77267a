namespace NewsBot.BotApi;

/// <summary>Wakes whoever waits for something to happen. Take <see cref="Next"/> before looking, and nothing is missed.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = Fresh();

    public Task Next => Volatile.Read(ref _next).Task;

    public void Fire() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    /// <summary>Waits until <paramref name="find"/> finds something. A test that waits in vain must not hang: in the end it is told what there is.</summary>
    /// <param name="within">How long to wait, in real time; left out, 30 seconds.</param>
    public async Task<T> UntilAsync<T>(Func<T?> find, Func<string> whatThereIs, CancellationToken stop, TimeSpan? within = null) where T : class
    {
        var longest = within ?? TimeSpan.FromSeconds(30);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(longest);
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
                throw new TimeoutException($"Waited {longest} in vain. {whatThereIs()}");
            }
        }
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
