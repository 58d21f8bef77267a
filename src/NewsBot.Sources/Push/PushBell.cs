namespace NewsBot.Sources.Push;

/// <summary>Wakes the keeper before its time.</summary>
internal sealed class PushBell
{
    private TaskCompletionSource _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ring() => Interlocked.Exchange(ref _rung, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Taken before one looks at what there is to do, so that nothing is missed.</summary>
    public Task Next => Volatile.Read(ref _rung).Task;
}
