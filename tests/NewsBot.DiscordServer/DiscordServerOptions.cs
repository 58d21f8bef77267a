namespace NewsBot.DiscordApi;

/// <summary>How the server behaves; every default is Discord's own figure where one is known.</summary>
public sealed class DiscordServerOptions
{
    /// <summary>The clock of everything that Discord times: 3 s, 15 min, rate limits, heartbeats, ids.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How long the awaitable parts of the scripting API wait, by the wall clock, before they fail with a sentence.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>Identifies allowed per <see cref="IdentifyWindow"/>, one for each shard_id modulo this.</summary>
    public int MaxConcurrency { get; init; } = 1;

    public TimeSpan IdentifyWindow { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Identifies per 24 h over all shards. One more ends every session and resets the token.</summary>
    public int IdentifiesPerDay { get; init; } = 1000;

    /// <summary>What gateway/bot recommends.</summary>
    public int RecommendedShards { get; init; } = 1;

    /// <summary>A shard with more servers than this is closed with 4011.</summary>
    public int MostGuildsPerShard { get; init; } = 2500;

    /// <summary>How long a session without a connection can be resumed.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Events that a session keeps for a resume.</summary>
    public int SessionBuffer { get; init; } = 10_000;

    /// <summary>How long enforce_nonce remembers ("the past few minutes").</summary>
    public TimeSpan NonceMemory { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of one attachment.</summary>
    public long MostAttachmentBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>401, 403 and 429 answers per 10 minutes before Cloudflare answers instead of Discord.</summary>
    public int InvalidRequestsBeforeBan { get; init; } = 10_000;

    /// <summary>False: <see cref="DiscordServer.Calls"/> stays empty, for benchmarks that make very many.</summary>
    public bool KeepsCalls { get; init; } = true;

    public RateLimits RateLimits { get; init; } = new();
}
