using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Protocol;

internal enum ShardState
{
    Connecting,
    WaitingToIdentify,
    Connected,
    Stopped,
}

/// <summary>Keeps one shard connected: resume where that is possible, identify where not, and wait longer after each failure.</summary>
internal sealed class Shard(ShardId id, Uri gateway, GatewaySettings settings, IdentifyGate gate, ISessionStore store, TimeProvider time, GatewayCounts counts, ILogger logger)
{
    /// <summary>A connection that lived so long was a good one.</summary>
    private static readonly TimeSpan GoodLife = TimeSpan.FromSeconds(10);

    private ShardConnection? _current;
    private ShardState _state;

    public ShardId Id => id;

    public ShardState State => _state == ShardState.Connecting && _current is { Worked: true } ? ShardState.Connected : _state;

    /// <summary>Runs until stopped (null) or until Discord ends it for good (one sentence).</summary>
    public async Task<string?> RunAsync(GatewayHandler handler, CancellationToken stop)
    {
        var pump = new EventPump(id, handler, store, settings.WaitingEvents, time, counts, logger);
        using var pumping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var pumped = pump.RunAsync(pumping.Token);
        try
        {
            return await StayConnectedAsync(pump, await store.LoadAsync(id, stop), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            _state = ShardState.Stopped;
            await pumping.CancelAsync();
            await pumped;
        }
    }

    private async Task<string?> StayConnectedAsync(EventPump pump, GatewaySession? session, CancellationToken stop)
    {
        for (var attempt = 0; ;)
        {
            await Task.Delay(Backoff.Before(attempt, Random.Shared.NextDouble()), time, stop);
            var began = time.GetUtcNow();
            using var connection = new ShardConnection(id, settings, pump, time, counts, logger);
            _current = connection;
            var end = await TryConnectAsync(connection, session, stop);
            stop.ThrowIfCancellationRequested();
            if (end.Next == AfterClose.Fatal)
            {
                logger.Fatal(id, end.Why);
                await pump.ForgetAsync();
                return end.Why;
            }

            session = end.Next == AfterClose.Resume ? connection.Session ?? session : null;
            if (session is null)
                await pump.ForgetAsync();
            attempt = end.Worked && time.GetUtcNow() - began > GoodLife ? 0 : attempt + 1;
            logger.Ended(id, end.Why, end.Next);
            await Task.Delay(end.Pause, time, stop);
        }
    }

    // Identifies are counted in the store, and one that cannot be written to right now must not end the shard.
    private async Task<ConnectionEnd> TryConnectAsync(ShardConnection connection, GatewaySession? session, CancellationToken stop)
    {
        try
        {
            return await ConnectAsync(connection, session, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            return NotOpened(failure.Message);
        }
    }

    private async Task<ConnectionEnd> ConnectAsync(ShardConnection connection, GatewaySession? session, CancellationToken stop)
    {
        if (session is null)
            return await IdentifyAsync(connection, stop);
        // A stored address is only followed where the token would be as safe as with Discord's own.
        var address = session.ResumeUrl.Scheme == gateway.Scheme ? session.ResumeUrl : gateway;
        if (await connection.OpenAsync(address, stop) is { } why)
            return NotOpened(why);
        await connection.ResumeAsync(session, stop);
        return await connection.RunAsync(stop);
    }

    private async Task<ConnectionEnd> IdentifyAsync(ShardConnection connection, CancellationToken stop)
    {
        _state = ShardState.WaitingToIdentify;
        var lane = await gate.EnterAsync(id, stop);
        _state = ShardState.Connecting;
        try
        {
            if (await connection.OpenAsync(gateway, stop) is { } why)
                return NotOpened(why);
            await gate.SpendAsync(lane, stop);
            await connection.IdentifyAsync(stop);
        }
        finally
        {
            lane.Leave();
        }

        return await connection.RunAsync(stop);
    }

    private ConnectionEnd NotOpened(string why)
    {
        logger.CannotConnect(id, why);
        return new(AfterClose.Resume, why, Worked: false);
    }
}
