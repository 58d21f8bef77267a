namespace NewsBot.Discord.Protocol;

/// <summary>
/// Keeps to Discord's limits: per bucket and resource as the answers' headers tell, and over all. A bucket belongs to a route until its name is
/// known, then to that name, since several routes may share one.
/// </summary>
internal sealed class RateLimiter(TimeProvider time, int globalPerSecond, int globalBurst) : IDisposable
{
    // Idle buckets are only looked for when there are this many more than the last search left.
    private const int SweepEvery = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<(string Name, string Resource), RateBucket> _buckets = [];
    private readonly GlobalBudget _global = new(globalPerSecond, globalBurst);
    private DateTimeOffset _everythingBlockedUntil;
    private int _sweepAt = SweepEvery;

    public int BucketCount
    {
        get
        {
            lock (_gate)
                return _buckets.Count;
        }
    }

    /// <summary>Waits for the request's turn. Null and the time that is missing when the turn is further away than the caller's patience.</summary>
    public async Task<(Permit? Permit, RateLimited? Limited)> EnterAsync(Route route, TimeSpan patience, CancellationToken stop)
    {
        var deadline = time.GetUtcNow() + patience;
        while (true)
        {
            var bucket = Join(route);
            if (await StandInDoorAsync(route, bucket, deadline, stop) is { } limited)
                return (null, limited);
            if (!IsCurrent(route, bucket))
            {
                LeaveDoor(bucket);
                Quit(bucket);
                continue;
            }

            return await PassAsync(route, bucket, deadline, stop);
        }
    }

    /// <summary>A 429 stops the bucket, or everything. A global one that struck a route outside the global count stops even those.</summary>
    public void Block(Permit permit, Route route, RateLimited limited)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + limited.After;
            if (limited.Scope != RateScope.Global)
                permit.Bucket.BlockedUntil = Later(permit.Bucket.BlockedUntil, until);
            else if (route.TokenInPath)
                _everythingBlockedUntil = Later(_everythingBlockedUntil, until);
            else
                _global.BlockedUntil = Later(_global.BlockedUntil, until);
        }
    }

    public void Dispose()
    {
        foreach (var bucket in _buckets.Values.Distinct())
            bucket.Dispose();
    }

    private async Task<RateLimited?> StandInDoorAsync(Route route, RateBucket bucket, DateTimeOffset deadline, CancellationToken stop)
    {
        if (TooLate(route, bucket, deadline) is { } known)
        {
            Quit(bucket);
            return known;
        }

        // Even without patience a free door may be passed.
        if (bucket.Door.Wait(0, stop))
            return null;
        using var patience = new CancellationTokenSource(Positive(deadline - time.GetUtcNow()), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            await bucket.Door.WaitAsync(either.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            var late = TooLate(route, bucket, time.GetUtcNow()) ?? new(TimeSpan.FromSeconds(1), RateScope.User);
            Quit(bucket);
            stop.ThrowIfCancellationRequested();
            return late;
        }
    }

    /// <summary>In the door: waits for the count, then for the turn over all. The door stays shut behind a request that will tell the count.</summary>
    private async Task<(Permit?, RateLimited?)> PassAsync(Route route, RateBucket bucket, DateTimeOffset deadline, CancellationToken stop)
    {
        DateTimeOffset? turn = null;
        try
        {
            while (true)
            {
                if (turn is null && TooLate(route, bucket, deadline) is { } limited)
                {
                    LeaveDoor(bucket);
                    Quit(bucket);
                    return (null, limited);
                }

                if (TryTake(route, bucket, ref turn) is not { } wait)
                    return (new Permit(this, route, bucket), null);
                await time.WaitAsync(wait, stop);
            }
        }
        catch (OperationCanceledException)
        {
            LeaveDoor(bucket);
            Quit(bucket);
            throw;
        }
    }

    /// <summary>Null when taken, else how long to wait before asking again. The turn over all is reserved once the bucket is open, and lost when it shuts.</summary>
    private TimeSpan? TryTake(Route route, RateBucket bucket, ref DateTimeOffset? turn)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var opens = Later(bucket.OpensAt(now) ?? now, route.TokenInPath ? _everythingBlockedUntil : Later(_everythingBlockedUntil, _global.BlockedUntil));
            if (opens > now)
            {
                turn = null;
                return opens - now;
            }

            turn ??= route.TokenInPath ? now : now + _global.Reserve(now);
            if (turn > now)
                return turn - now;
            Start(bucket, now);
            return null;
        }
    }

    private static void Start(RateBucket bucket, DateTimeOffset now)
    {
        bucket.Take(now);
        bucket.DoorHeld = !bucket.IsKnown;
        if (bucket.IsKnown)
            LeaveDoor(bucket);
    }

    private RateLimited? TooLate(Route route, RateBucket bucket, DateTimeOffset deadline)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var global = Later(_everythingBlockedUntil, route.TokenInPath ? now : now + _global.Wait(now));
            var own = bucket.OpensAt(now) ?? now;
            var opens = Later(global, own);
            return opens > now && opens > deadline ? new(opens - now, global > own ? RateScope.Global : RateScope.User) : null;
        }
    }

    internal void Answered(Route route, RateBucket bucket, RateHeaders? headers)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            bucket.GiveBack();
            if (headers is { Bucket.Length: > 0 } told)
            {
                _names[route.Name] = told.Bucket;
                _buckets.TryAdd((told.Bucket, route.Resource), bucket);
                bucket.Learn(told, now);
                if (_buckets[(told.Bucket, route.Resource)] is var shared && shared != bucket)
                    shared.Learn(told, now);
            }

            if (bucket.DoorHeld)
            {
                bucket.DoorHeld = false;
                bucket.Door.Release();
            }

            bucket.Users--;
        }
    }

    private RateBucket Join(Route route)
    {
        lock (_gate)
        {
            Sweep();
            var (known, first) = (Key(route), (route.Name, route.Resource));
            if (!_buckets.TryGetValue(known, out var bucket))
                _buckets[known] = bucket = _buckets.GetValueOrDefault(first) ?? new();
            bucket.Users++;
            return bucket;
        }
    }

    private bool IsCurrent(Route route, RateBucket bucket)
    {
        lock (_gate)
            return !_buckets.TryGetValue(Key(route), out var current) || current == bucket;
    }

    private (string Name, string Resource) Key(Route route) => (_names.GetValueOrDefault(route.Name, route.Name), route.Resource);

    private static void LeaveDoor(RateBucket bucket) => bucket.Door.Release();

    private void Quit(RateBucket bucket)
    {
        lock (_gate)
            bucket.Users--;
    }

    private void Sweep()
    {
        if (_buckets.Count < _sweepAt)
            return;
        var now = time.GetUtcNow();
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsIdle(now))
                _buckets.Remove(key);
        }

        _sweepAt = _buckets.Count + SweepEvery;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
}

/// <summary>The right to send one request. What the answer told goes in before it is disposed.</summary>
internal sealed class Permit(RateLimiter limiter, Route route, RateBucket bucket) : IDisposable
{
    public RateBucket Bucket => bucket;

    public RateHeaders? Told { get; set; }

    public void Dispose() => limiter.Answered(route, bucket, Told);
}
