namespace NewsBot.Core.Delivery;

/// <summary>Wakes the courier. It only rings: what is owed stands in the outbox, so a ring lost in a crash loses nothing.</summary>
public sealed class DeliveryBell
{
    private TaskCompletionSource _next = NewSource();

    /// <summary>Completes at the next ring. Take it before looking into the outbox, then nothing falls between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Ring() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
