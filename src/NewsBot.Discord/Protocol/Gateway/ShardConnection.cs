using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Protocol;

/// <summary>How one connection ended. <see cref="Worked"/>: the session was established on it. <see cref="Pause"/>: what Discord wants before the next try.</summary>
internal sealed record ConnectionEnd(AfterClose Next, string Why, bool Worked, TimeSpan Pause = default);

/// <summary>One connection of a shard, from hello to its end: heartbeats beside reading, and every op answered.</summary>
internal sealed class ShardConnection(ShardId shard, GatewaySettings settings, EventPump pump, TimeProvider time, GatewayCounts counts, ILogger logger) : IDisposable
{
    private static readonly TimeSpan HelloPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);

    private readonly GatewaySocket _socket = new(settings, time);
    private Heartbeat? _heartbeat;
    private bool _resuming;

    /// <summary>What a next connection can resume; follows every event that is read.</summary>
    public GatewaySession? Session { get; private set; }

    public bool Worked { get; private set; }

    public void Dispose() => _socket.Dispose();

    /// <summary>Connects and waits for hello. Null when that worked, else why it did not.</summary>
    public async Task<string?> OpenAsync(Uri gateway, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(HelloPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            await _socket.ConnectAsync(gateway, either.Token);
            return await HelloAsync(either.Token) ? null : "Discord did not say hello.";
        }
        catch (Exception problem) when (IsBroken(problem) || (problem is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return $"no connection ({problem.GetType().Name}).";
        }
    }

    public Task IdentifyAsync(CancellationToken stop)
    {
        counts.CountIdentify();
        return SayAsync(GatewayCommands.Identify(settings.Token, shard), stop);
    }

    public Task ResumeAsync(GatewaySession session, CancellationToken stop)
    {
        counts.CountResume();
        (Session, _resuming) = (session, true);
        return SayAsync(GatewayCommands.Resume(settings.Token, session), stop);
    }

    /// <summary>Reads until the connection ends, Discord asks for another, it is found dead, or we are stopped (then the session is kept).</summary>
    public async Task<ConnectionEnd> RunAsync(CancellationToken stop)
    {
        using var over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        var reading = ReadAsync(over.Token);
        var beating = Quietly(_heartbeat!.RunAsync(over.Token));
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, time, stop);
        var first = await Task.WhenAny(reading, beating, stopped);
        await _socket.CloseAsync();
        over.CancelAfter(ClosePatience);
        // A dead connection would only make us wait for a goodbye.
        if (first != stopped)
            await over.CancelAsync();
        var end = await reading;
        await over.CancelAsync();
        await beating;
        await Quietly(first == stopped ? stopped : Task.CompletedTask);
        return first == reading ? end : end with { Next = AfterClose.Resume, Why = first == stopped ? "stopped" : "no heartbeat was answered" };
    }

    private static bool IsBroken(Exception problem) => problem is WebSocketException or IOException or InvalidDataException or System.Net.Http.HttpRequestException or ObjectDisposedException;

    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception problem) when (IsBroken(problem) || problem is OperationCanceledException or InvalidOperationException)
        {
            // The end of the connection is told by reading.
        }
    }

    private Task SayAsync(byte[] command, CancellationToken stop) => Quietly(_socket.SendAsync(command, urgent: false, stop));

    private async Task<bool> HelloAsync(CancellationToken stop)
    {
        if (await _socket.ReceiveAsync(stop) is not { } message || !Envelope.TryRead(message.Span, out var envelope) || envelope.Op != (int)Op.Hello)
            return false;
        var interval = TryParse(message.Span[envelope.Data], DiscordJson.Default.HelloData)?.HeartbeatInterval ?? 0;
        if (interval <= 0)
            return false;
        _heartbeat = new(time, TimeSpan.FromMilliseconds(interval), Random.Shared.NextDouble(), BeatAsync);
        return true;
    }

    private Task BeatAsync(CancellationToken stop) => _socket.SendAsync(GatewayCommands.Heartbeat(Session?.Sequence), urgent: true, stop);

    private async Task<ConnectionEnd> ReadAsync(CancellationToken stop)
    {
        try
        {
            while (await _socket.ReceiveAsync(stop) is { } message)
            {
                if (await TakeAsync(message, stop) is { } end)
                    return end;
            }

            return Closed(_socket.CloseCode);
        }
        catch (Exception problem) when (IsBroken(problem) || problem is OperationCanceledException)
        {
            return _socket.CloseCode is { } code ? Closed(code) : new(AfterClose.Resume, "the connection broke", Worked);
        }
    }

    /// <summary>A resume that Discord ends with one of its codes would end so again; the session is given up.</summary>
    private ConnectionEnd Closed(int? code)
    {
        var next = CloseCodes.Sort(code);
        if (next == AfterClose.Resume && _resuming && !Worked && code is >= 4000 and not CloseCodes.KeepSession)
            next = AfterClose.IdentifyAnew;
        return new(next, code is { } known ? CloseCodes.Explain(known) : "the connection was closed", Worked);
    }

    private async ValueTask<ConnectionEnd?> TakeAsync(ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        if (!Envelope.TryRead(message.Span, out var envelope))
        {
            counts.CountMalformed();
            logger.Skipped(shard, "it is not a gateway message");
            return null;
        }

        switch ((Op)envelope.Op)
        {
            case Op.Dispatch:
                await DispatchAsync(envelope, message, stop);
                return null;
            case Op.Heartbeat:
                await BeatAsync(stop);
                return null;
            case Op.HeartbeatAck:
                _heartbeat!.Answered();
                return null;
            case Op.Reconnect:
                return new(AfterClose.Resume, "Discord asked for a new connection", Worked);
            case Op.InvalidSession:
                return Invalid(message.Span[envelope.Data]);
            default:
                counts.CountUnknownOp();
                logger.Skipped(shard, "its op is unknown");
                return null;
        }
    }

    /// <summary>Discord wants one to five seconds, at random, before the next identify.</summary>
    private ConnectionEnd Invalid(ReadOnlySpan<byte> resumable) => resumable.SequenceEqual("true"u8)
        ? new(AfterClose.Resume, "Discord asked to resume again", Worked)
        : new(AfterClose.IdentifyAnew, "the session is gone", Worked, TimeSpan.FromSeconds(1 + 4 * Random.Shared.NextDouble()));

    private async ValueTask DispatchAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        if (envelope is not { Event: { } kind, Sequence: { } sequence })
        {
            counts.CountMalformed();
            return;
        }

        if (kind == "READY")
            Begin(message.Span[envelope.Data]);
        if (Session is not { } session)
            return;
        Session = session with { Sequence = sequence };
        await pump.PutAsync(Read(kind, message.Span[envelope.Data]), Session, stop);
        if (kind is not ("READY" or "RESUMED"))
            return;
        Worked = true;
        if (_resuming)
            logger.WentOn(shard);
        else
            logger.Connected(shard);
    }

    private void Begin(ReadOnlySpan<byte> data)
    {
        if (TryParse(data, DiscordJson.Default.ReadyData) is { } ready && Uri.TryCreate(ready.ResumeGatewayUrl, UriKind.Absolute, out var url) && url.Scheme is ("wss" or "ws"))
            Session = new(ready.SessionId, url, 0);
    }

    private GatewayEvent? Read(string kind, ReadOnlySpan<byte> data)
    {
        try
        {
            var happened = EventReader.Read(kind, data, shard);
            if (happened is null)
                counts.CountUnknownEvent();
            return happened;
        }
        catch (JsonException)
        {
            counts.CountMalformed();
            logger.Skipped(shard, "an event does not have the documented shape");
            return null;
        }
    }

    private static T? TryParse<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> kind)
    {
        try
        {
            return JsonSerializer.Deserialize(json, kind);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
