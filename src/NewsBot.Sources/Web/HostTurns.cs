namespace NewsBot.Sources.Web;

/// <summary>
/// Hands out turns: so many at once in all and for each host, and a pause between two starts at one host. Hosts take turns with each other,
/// so one with a thousand feeds holds nobody up; within a host, first come is first served.
/// </summary>
internal sealed class HostTurns : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Lane> _lanes = [];
    private readonly Queue<Lane> _ready = [];
    private readonly PriorityQueue<Lane, long> _resting = new();
    private readonly HostPace _pace;
    private readonly TimeProvider _clock;
    private readonly ITimer _alarm;
    private readonly long _spacing;
    private int _running;

    public HostTurns(HostPace pace, TimeProvider clock)
    {
        (_pace, _clock) = (pace, clock);
        _spacing = (long)(pace.Spacing.TotalSeconds * clock.TimestampFrequency);
        _alarm = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for a turn; dispose it when done.</summary>
    public Task<IDisposable> TakeAsync(string host, CancellationToken stop)
    {
        var waiter = new Waiter(stop);
        lock (_gate)
        {
            if (!_lanes.TryGetValue(host, out var lane)) _lanes.Add(host, lane = new(host));
            lane.Waiting.Enqueue(waiter);
            Place(lane);
            Serve();
        }
        return waiter.Task;
    }

    public void Dispose() => _alarm.Dispose();

    private void Wake()
    {
        lock (_gate) Serve();
    }

    private void End(Lane lane)
    {
        lock (_gate)
        {
            lane.Running--;
            _running--;
            Place(lane);
            Serve();
        }
    }

    // A lane stands in at most one queue; one that is full comes back when a turn of it ends.
    private void Place(Lane lane)
    {
        if (lane.Placed || lane.Running >= _pace.AtOncePerHost) return;
        var resting = lane.FreeAt > _clock.GetTimestamp();
        if (resting) _resting.Enqueue(lane, lane.FreeAt);
        else if (lane.Waiting.Count > 0) _ready.Enqueue(lane);
        else
        {
            if (lane.Running == 0) _lanes.Remove(lane.Host);
            return;
        }
        lane.Placed = true;
    }

    private void Serve()
    {
        var now = _clock.GetTimestamp();
        while (_resting.TryPeek(out var lane, out var free) && free <= now)
        {
            _resting.Dequeue();
            lane.Placed = false;
            Place(lane);
        }
        while (_running < _pace.AtOnce && _ready.TryDequeue(out var lane))
        {
            lane.Placed = false;
            Start(lane, now);
            Place(lane);
        }
        if (_resting.TryPeek(out var next, out var at)) _alarm.Change(_clock.GetElapsedTime(now, at), Timeout.InfiniteTimeSpan);
    }

    private void Start(Lane lane, long now)
    {
        while (lane.Waiting.TryDequeue(out var waiter))
        {
            if (!waiter.Gets(new Turn(this, lane))) continue;
            lane.Running++;
            _running++;
            lane.FreeAt = now + _spacing;
            return;
        }
    }

    // One who stops waiting stays in the queue, and is passed over there.
    private sealed class Waiter
    {
        private readonly TaskCompletionSource<IDisposable> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenRegistration _leaving;

        public Waiter(CancellationToken stop) => _leaving = stop.Register(() => _turn.TrySetCanceled(stop));

        public Task<IDisposable> Task => _turn.Task;

        public bool Gets(Turn turn)
        {
            _leaving.Unregister();
            return _turn.TrySetResult(turn);
        }
    }

    private sealed class Lane(string host)
    {
        public string Host => host;
        public Queue<Waiter> Waiting { get; } = [];
        public int Running { get; set; }
        public long FreeAt { get; set; }
        public bool Placed { get; set; }
    }

    private sealed class Turn(HostTurns turns, Lane lane) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0) turns.End(lane);
        }
    }
}

/// <summary>How much we ask of one host, and of our own line.</summary>
/// <param name="Spacing">Between the starts of two fetches at one host.</param>
internal sealed record HostPace(int AtOnce, int AtOncePerHost, TimeSpan Spacing);
