namespace NewsBot.Storage;

/// <summary>
/// Has work that comes from many sides at once done in one transaction, whose costs are then shared: whoever comes while one is under way waits
/// for it and goes with the next. Nobody waits for others to come.
/// </summary>
/// <param name="ride">Does all of the work or none of it, and answers each piece in its place.</param>
internal sealed class SharedRide<TWork, TResult>(Func<IReadOnlyList<TWork>, Task<TResult[]>> ride)
{
    /// <summary>Pieces of work; a transaction should not keep others from writing for long.</summary>
    private const int Most = 32;

    private readonly Lock _gate = new();
    private readonly LinkedList<Rider> _waiting = [];
    private bool _isDriving;

    /// <param name="stop">Ends the waiting; what is under way is carried through.</param>
    public async Task<TResult> RunAsync(TWork work, CancellationToken stop)
    {
        var rider = new Rider(work);
        var drives = false;
        lock (_gate)
        {
            _waiting.AddLast(rider);
            if (!_isDriving) drives = _isDriving = true;
        }
        if (drives) _ = Task.Run(DriveAsync, CancellationToken.None);
        await using var leaving = stop.Register(() => Leave(rider, stop));
        return await rider.Task;
    }

    private void Leave(Rider rider, CancellationToken stop)
    {
        bool isWaiting;
        lock (_gate) isWaiting = _waiting.Remove(rider);
        if (isWaiting) rider.Result.TrySetCanceled(stop);
    }

    private async Task DriveAsync()
    {
        while (Board() is { Count: > 0 } riders) await DriveAsync(riders);
    }

    private List<Rider> Board()
    {
        lock (_gate)
        {
            var riders = _waiting.Take(Most).ToList();
            for (var taken = 0; taken < riders.Count; taken++) _waiting.RemoveFirst();
            if (riders.Count == 0) _isDriving = false;
            return riders;
        }
    }

    // What one of them brings must not be the others' failure.
    private async Task DriveAsync(List<Rider> riders)
    {
        try
        {
            var results = await ride([.. riders.Select(rider => rider.Work)]);
            for (var i = 0; i < riders.Count; i++) riders[i].Result.TrySetResult(results[i]);
        }
        catch (Exception) when (riders.Count > 1)
        {
            foreach (var rider in riders) await DriveAsync([rider]);
        }
        catch (Exception problem)
        {
            riders[0].Result.TrySetException(problem);
        }
    }

    private sealed class Rider(TWork work)
    {
        public TWork Work => work;

        public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<TResult> Task => Result.Task;
    }
}
