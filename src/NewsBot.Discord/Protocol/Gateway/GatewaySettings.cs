namespace NewsBot.Discord.Protocol;

/// <summary>How the gateway client behaves.</summary>
internal sealed record GatewaySettings
{
    /// <summary>GUILDS: servers, channels, threads and roles, and nothing that Discord calls privileged. Interactions need no intent.</summary>
    public const int Intents = 1 << 0;

    public required Secret Token { get; init; }

    public string UserAgent { get; init; } = "DiscordBot (https://newsbot.invalid, 0.1.0)";

    /// <summary>zlib-stream over the whole connection: fewer bytes, for a window of 32 KB per shard.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>More shards than this are not run in one process.</summary>
    public int MostShards { get; init; } = 16;

    /// <summary>The part of Discord's daily identifies (1,000) that we use; past all of them Discord resets the token.</summary>
    public double SafeShareOfIdentifies { get; init; } = 0.8;

    /// <summary>Bytes of one received message after decompression; a larger one ends the connection.</summary>
    public int LargestMessage { get; init; } = 16 * 1024 * 1024;

    /// <summary>Events read but not yet handled, per shard; past it reading waits.</summary>
    public int WaitingEvents { get; init; } = 1024;
}
