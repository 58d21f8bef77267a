using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.DiscordApi;

/// <summary>One websocket: hello, then what the bot says is answered, and what its session is told goes out in order.</summary>
internal sealed class Connection(World world, GatewayLog log, HttpContext context, WebSocket socket, bool isCompressed) : IDisposable
{
    private const int MostBytes = 4096, MostSends = 120;

    private readonly Outgoing _outgoing = new(socket, isCompressed);
    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
    private readonly string _url = context.Request.Path + context.Request.QueryString;
    private readonly Queue<DateTimeOffset> _received = [];
    private DateTimeOffset _lastHeartbeat = world.Now;
    private Session? _session;
    private int? _closing;
    private bool _isCut;

    public void Send(byte[] payload) => _outgoing.Add(payload);

    public void Refuse(bool canResume)
    {
        Log(GatewayEntryKind.SessionRefused);
        Send(Json.Bytes(new JsonObject { ["op"] = 9, ["d"] = canResume, ["s"] = null, ["t"] = null }));
    }

    /// <summary>Ends the socket as a broken line does.</summary>
    public void Cut()
    {
        if (_session is { } session) session.Bot.Gateway.Lost(session, this, endsSession: false);
        _isCut = true;
        Log(GatewayEntryKind.ClosedByServer);
        context.Abort();
    }

    /// <summary>What was said before still goes out.</summary>
    public void Close(int code)
    {
        if (_closing is not null) return;
        _closing = code;
        if (_session is { } session) session.Bot.Gateway.Lost(session, this, endsSession: false);
        Log(GatewayEntryKind.ClosedByServer, code);
        _outgoing.End(code);
    }

    /// <param name="refusal">A code to close with right after the hello.</param>
    public async Task RunAsync(int? refusal)
    {
        Log(GatewayEntryKind.Connected);
        Send(Json.Bytes(new JsonObject { ["op"] = 10, ["s"] = null, ["t"] = null, ["d"] = new JsonObject { ["heartbeat_interval"] = (long)world.Options.HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray("[\"in-process\"]") } }));
        if (refusal is { } code) world.Do(() => Close(code));
        var sending = _outgoing.RunAsync(_ended.Token);
        var watching = WatchHeartAsync();
        try
        {
            await ReceiveAllAsync();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            Lost(code: null);
        }
        await _ended.CancelAsync();
        _outgoing.End(code: null);
        await Task.WhenAll(sending, watching);
    }

    public void Dispose() => _ended.Dispose();

    private async Task ReceiveAllAsync()
    {
        var buffer = new byte[MostBytes + 1];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), _ended.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage && length < buffer.Length);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                Lost((int?)socket.CloseStatus);
                if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, _ended.Token);
                return;
            }
            // After a closing code nothing more is heard, but the bot's own closing is awaited.
            if (_closing is null) world.Do(() => Hear(buffer.AsSpan(0, length)));
        }
    }

    private void Hear(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes || Parse(bytes) is not { } payload) Close(4002);
        else if (IsFlood()) Close(4008);
        else Obey((int)(payload.Number("op") ?? -1), payload["d"]);
    }

    private void Obey(int op, JsonNode? data)
    {
        switch (op)
        {
            case 1: Beat(); break;
            case 2: if (_session is null) Identify(data); else Close(4005); break;
            case 6: if (_session is null) Resume(data); else Close(4005); break;
            case 3 or 4 or 8 or 31: if (_session is null) Close(4003); break;
            default: Close(4001); break;
        }
    }

    private void Beat()
    {
        _lastHeartbeat = world.Now;
        Log(GatewayEntryKind.Heartbeat);
        if (_session?.Bot.Gateway.AnswersHeartbeats != false) Send("""{"op":11,"d":null,"s":null,"t":null}"""u8.ToArray());
    }

    private void Identify(JsonNode? data)
    {
        if (data is not JsonObject asked || asked["properties"] is not JsonObject)
        {
            Close(4002);
            return;
        }
        var bot = Bot(asked);
        var shard = (asked["shard"] as JsonArray ?? [0, 1]).Select(it => it is JsonValue value ? (int)(Json.Number(value) ?? -1) : -1).ToArray();
        var intents = asked.Number("intents");
        if (Check(bot, shard, intents) is { } code)
        {
            Close(code);
            return;
        }
        var (session, refusal) = bot!.Gateway.Identify(this, shard[0], shard[1], (int)intents!);
        if (session is null)
        {
            if (refusal == 9) Refuse(canResume: false);
            else Close(refusal);
            return;
        }
        _session = session;
        Log(GatewayEntryKind.Identified, payload: WithoutToken(asked));
        Welcome.Send(session, world);
    }

    private int? Check(Bot? bot, int[] shard, long? intents)
    {
        if (bot is null) return 4004;
        if (shard is not [>= 0, > 0] || shard[0] >= shard[1]) return 4010;
        if (intents is not { } bits || (bits & ~Intents.Known) != 0) return 4013;
        if ((bits & Intents.Privileged & ~bot.PrivilegedIntents) != 0) return 4014;
        var guilds = world.Guilds.Values.Count(it => it.MembersById.ContainsKey(bot.Id) && (long)(it.Id >> 22) % shard[1] == shard[0]);
        return guilds > world.Options.MostGuildsPerShard ? 4011 : null;
    }

    private void Resume(JsonNode? data)
    {
        if (data is not JsonObject asked || asked.Text("session_id") is not { } id || asked.Number("seq") is not { } sequence)
        {
            Close(4002);
            return;
        }
        if (Bot(asked) is not { } bot)
        {
            Close(4004);
            return;
        }
        var session = bot.Gateway.Find(id);
        if (session is null || !session.CanReplay(sequence)) Refuse(canResume: false);
        else if (sequence > session.Sequence) Close(4007);
        else Continue(session, sequence, asked);
    }

    private void Continue(Session session, long sequence, JsonObject asked)
    {
        session.Connection?.Cut();
        (session.Connection, session.AwaySince, _session) = (this, null, session);
        Log(GatewayEntryKind.Resumed, payload: WithoutToken(asked));
        session.Replay(sequence);
        session.Tell("RESUMED", new JsonObject { ["_trace"] = new JsonArray("[\"in-process\"]") });
    }

    private Bot? Bot(JsonObject asked)
    {
        var token = asked.Text("token") ?? "";
        return world.BotsByToken.GetValueOrDefault(token.StartsWith("Bot ", StringComparison.Ordinal) ? token[4..] : token);
    }

    private static JsonObject WithoutToken(JsonObject asked)
    {
        var copy = (JsonObject)asked.DeepClone();
        copy.Remove("token");
        return copy;
    }

    private static JsonObject? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Json.Parse(bytes) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsFlood()
    {
        var now = world.Now;
        while (_received.TryPeek(out var first) && now - first >= TimeSpan.FromMinutes(1)) _received.Dequeue();
        _received.Enqueue(now);
        return _received.Count > MostSends;
    }

    /// <summary>A bot that forgets its heartbeat is closed with 4009.</summary>
    private async Task WatchHeartAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(world.Options.HeartbeatInterval / 2, world.Clock, _ended.Token);
                if (world.Now - _lastHeartbeat > world.Options.HeartbeatInterval * 2) world.Do(() => Close(4009));
            }
        }
        catch (OperationCanceledException)
        {
            // The connection ended.
        }
    }

    /// <summary>1000 and 1001 give the session up; any other code, or none, leaves it to be resumed.</summary>
    private void Lost(int? code) => world.Do(() =>
    {
        if (_session is { } session) session.Bot.Gateway.Lost(session, this, endsSession: code is 1000 or 1001 && _closing is null);
        if (_closing is null && !_isCut) Log(GatewayEntryKind.ClosedByBot, code);
    });

    private void Log(GatewayEntryKind kind, int? code = null, JsonNode? payload = null) =>
        log.Add(new(world.Now, kind, _url, _session?.Bot, _session?.Shard, code, _session?.Id, payload));
}
