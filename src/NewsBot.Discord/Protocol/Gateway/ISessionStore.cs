namespace NewsBot.Discord.Protocol;

/// <summary>Which part of the guilds: a session belongs to both numbers, since another count deals the guilds anew.</summary>
internal readonly record struct ShardId(int Index, int Count)
{
    public override string ToString() => $"{Index}/{Count}";
}

/// <summary>What a resume needs. The sequence is that of the last event whose handler returned. The session id opens nothing without the token.</summary>
internal sealed record GatewaySession(string SessionId, Uri ResumeUrl, long Sequence);

/// <summary>Keeps sessions over a restart, and the instants of our identifies, so that the daily budget survives one too.</summary>
internal interface ISessionStore
{
    Task<GatewaySession?> LoadAsync(ShardId shard, CancellationToken stop);

    /// <summary>Null forgets the session.</summary>
    Task SaveAsync(ShardId shard, GatewaySession? session, CancellationToken stop);

    /// <summary>Ascending.</summary>
    Task<IReadOnlyList<DateTimeOffset>> IdentifiesSinceAsync(DateTimeOffset since, CancellationToken stop);

    /// <summary>Called before the identify is sent, so that a crash counts it too.</summary>
    Task AddIdentifyAsync(DateTimeOffset at, CancellationToken stop);
}

/// <summary>Remembers until the process ends.</summary>
internal sealed class SessionsInMemory : ISessionStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ShardId, GatewaySession> _sessions = [];
    private readonly List<DateTimeOffset> _identifies = [];

    public Task<GatewaySession?> LoadAsync(ShardId shard, CancellationToken stop)
    {
        lock (_gate)
            return Task.FromResult(_sessions.GetValueOrDefault(shard));
    }

    public Task SaveAsync(ShardId shard, GatewaySession? session, CancellationToken stop)
    {
        lock (_gate)
        {
            if (session is null)
                _sessions.Remove(shard);
            else
                _sessions[shard] = session;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DateTimeOffset>> IdentifiesSinceAsync(DateTimeOffset since, CancellationToken stop)
    {
        lock (_gate)
        {
            _identifies.RemoveAll(at => at < since);
            return Task.FromResult<IReadOnlyList<DateTimeOffset>>([.. _identifies]);
        }
    }

    public Task AddIdentifyAsync(DateTimeOffset at, CancellationToken stop)
    {
        lock (_gate)
            _identifies.Add(at);
        return Task.CompletedTask;
    }
}
