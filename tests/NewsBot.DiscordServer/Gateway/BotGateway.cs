using System.Text;
using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>A bot's gateway: who is connected, and what can be done to it. Without a shard an act meets every shard.</summary>
public sealed class BotGateway
{
    private readonly Bot _bot;
    private readonly List<Session> _sessions = [];
    private readonly Dictionary<int, DateTimeOffset> _identified = [];
    private readonly Queue<DateTimeOffset> _identifies = [];

    internal BotGateway(Bot bot) => _bot = bot;

    /// <summary>False: heartbeats stay without an answer, as on a dead connection.</summary>
    public bool AnswersHeartbeats { get; set; } = true;

    /// <summary>Shards that are identified or resumed, and connected now.</summary>
    public IReadOnlyList<int> Shards => _bot.World.See(() => _sessions.Where(it => it.Connection is not null).Select(it => it.Shard).Order().ToArray());

    /// <summary>Identifies that are left today.</summary>
    public int IdentifiesLeft => _bot.World.See(() => Budget().Left);

    /// <summary>Sets how many identifies were made today already.</summary>
    public void SpendIdentifies(int count) => _bot.World.Do(() =>
    {
        for (var spent = 0; spent < count; spent++) _identifies.Enqueue(_bot.World.Now);
    });

    /// <summary>Waits until so many shards are connected and ready.</summary>
    public Task ReadyAsync(int shards = 1, CancellationToken stop = default) => _bot.World.UntilAsync(
        () => _sessions.Count(it => it.Connection is not null) >= shards ? this : null, $"{_bot.Name} did not connect {shards} shards.", stop);

    /// <summary>Waits until no shard is connected.</summary>
    public Task GoneAsync(CancellationToken stop = default) => _bot.World.UntilAsync(
        () => _sessions.All(it => it.Connection is null) ? this : null, $"{_bot.Name} stayed connected.", stop);

    /// <summary>Cuts the socket without a closing handshake; the session can be resumed.</summary>
    public void Drop(int? shard = null) => Each(shard, it => it.Connection?.Cut());

    /// <summary>Op 7.</summary>
    public void AskToReconnect(int? shard = null) => Each(shard, it => it.Connection?.Send("""{"op":7,"d":null,"s":null,"t":null}"""u8.ToArray()));

    /// <summary>Op 9; without resumption the sessions are gone.</summary>
    public void Invalidate(bool canResume, int? shard = null) => Each(shard, it =>
    {
        it.Connection?.Refuse(canResume);
        if (!canResume) Forget(it);
    });

    /// <summary>Op 1 from the server: it wants a heartbeat at once.</summary>
    public void AskForHeartbeat(int? shard = null) => Each(shard, it => it.Connection?.Send("""{"op":1,"d":null,"s":null,"t":null}"""u8.ToArray()));

    /// <summary>Closes with any code; 4007 and 4009 and those that are fatal end the session too.</summary>
    public void Close(int code, int? shard = null) => Each(shard, it =>
    {
        it.Connection?.Close(code);
        if (code is 1000 or 1001 or 4004 or 4007 or 4009 or >= 4010) Forget(it);
    });

    /// <summary>Sends any text as one message, well-formed or not.</summary>
    public void SendRaw(string text, int? shard = null) => Each(shard, it => it.Connection?.Send(Encoding.UTF8.GetBytes(text)));

    /// <summary>Sends an event of any name, counted like every other.</summary>
    public void Dispatch(string name, JsonNode data, int? shard = null) => Each(shard, it => it.Tell(name, data.DeepClone()));

    /// <summary>Forgets every session that has no connection, as if the bot had been away too long.</summary>
    public void ForgetSessions() => _bot.World.Do(() => { _sessions.RemoveAll(it => it.Connection is null); });

    internal (int Left, TimeSpan ResetAfter) Budget()
    {
        var now = _bot.World.Now;
        while (_identifies.TryPeek(out var first) && now - first >= TimeSpan.FromDays(1)) _identifies.Dequeue();
        var reset = _identifies.TryPeek(out var oldest) ? oldest.AddDays(1) - now : TimeSpan.Zero;
        return (Math.Max(0, _bot.World.Options.IdentifiesPerDay - _identifies.Count), reset);
    }

    /// <summary>Whether any session would be told an event.</summary>
    internal bool Hears(string name, ulong guild) => _sessions.Exists(it => it.Serves(guild) && it.Wants(name, guild != 0));

    internal void Tell(string name, JsonObject data, ulong guild)
    {
        foreach (var session in _sessions)
            if (session.Serves(guild) && session.Wants(name, guild != 0)) session.Tell(name, data.DeepClone());
    }

    /// <summary>Interactions go to one session only; false when there is none.</summary>
    internal bool TellOne(string name, JsonObject data, ulong guild)
    {
        ForgetExpired();
        var session = _sessions.FindLast(it => it.Serves(guild) && it.Connection is not null) ?? _sessions.FindLast(it => it.Serves(guild));
        session?.Tell(name, data);
        return session is not null;
    }

    /// <summary>A new session, or the reason why not: a closing code, or 9 for "too quickly, try again".</summary>
    internal (Session? Session, int Refusal) Identify(Connection connection, int shard, int shards, int intents)
    {
        var world = _bot.World;
        var place = shard % world.Options.MaxConcurrency;
        if (world.Now - _identified.GetValueOrDefault(place) < world.Options.IdentifyWindow) return (null, 9);
        if (Budget().Left == 0)
        {
            _bot.ResetToken();
            return (null, 4004);
        }
        _identified[place] = world.Now;
        _identifies.Enqueue(world.Now);
        var session = new Session(_bot, shard, shards, intents) { Connection = connection };
        _sessions.Add(session);
        return (session, 0);
    }

    internal Session? Find(string id)
    {
        ForgetExpired();
        return _sessions.Find(it => it.Id == id);
    }

    /// <summary>The connection is gone; the session waits, unless the code gave it up.</summary>
    internal void Lost(Session session, Connection connection, bool endsSession)
    {
        if (session.Connection != connection) return;
        session.Connection = null;
        session.AwaySince = _bot.World.Now;
        if (endsSession) _sessions.Remove(session);
    }

    internal void EndAll(int code)
    {
        foreach (var session in _sessions.ToArray())
        {
            session.Connection?.Close(code);
            Forget(session);
        }
    }

    private void Forget(Session session) => _sessions.Remove(session);

    private void ForgetExpired() => _sessions.RemoveAll(it => it.Connection is null && _bot.World.Now - it.AwaySince > _bot.World.Options.SessionLifetime);

    private void Each(int? shard, Action<Session> act) => _bot.World.Do(() =>
    {
        foreach (var session in _sessions.Where(it => shard is null || it.Shard == shard).ToArray()) act(session);
    });
}
