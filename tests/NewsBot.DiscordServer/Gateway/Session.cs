using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>What a shard was sent, so that it can be sent again: it outlives its connections. Used with the world's gate held.</summary>
internal sealed class Session(Bot bot, int shard, int shards, int intents)
{
    private readonly Queue<(long Sequence, byte[] Payload)> _sent = [];

    public string Id { get; } = World.Secret(16);

    public Bot Bot => bot;

    public int Shard => shard;

    public int Shards => shards;

    public long Sequence { get; private set; }

    public Connection? Connection { get; set; }

    /// <summary>When it lost its connection.</summary>
    public DateTimeOffset? AwaySince { get; set; }

    public bool Serves(ulong guild) => guild == 0 ? shard == 0 : (long)(guild >> 22) % shards == shard;

    public bool Wants(string name, bool isGuild) => Intents.Needed(name, isGuild) is not { } needed || (intents & needed) != 0;

    public void Tell(string name, JsonNode data)
    {
        var payload = Json.Bytes(new JsonObject { ["t"] = name, ["s"] = ++Sequence, ["op"] = 0, ["d"] = data });
        _sent.Enqueue((Sequence, payload));
        if (_sent.Count > bot.World.Options.SessionBuffer) _sent.Dequeue();
        Connection?.Send(payload);
    }

    /// <summary>Whether everything after that number is still there.</summary>
    public bool CanReplay(long after) => after == Sequence || (_sent.TryPeek(out var first) && first.Sequence <= after + 1);

    public void Replay(long after)
    {
        foreach (var (sequence, payload) in _sent)
            if (sequence > after) Connection!.Send(payload);
    }
}

/// <summary>Which intent an event needs; those of this list are the ones that the server sends.</summary>
internal static class Intents
{
    public const int Guilds = 1 << 0, Members = 1 << 1, Presences = 1 << 8, GuildMessages = 1 << 9, DirectMessages = 1 << 12, MessageContent = 1 << 15;

    public const int Privileged = Members | Presences | MessageContent;

    /// <summary>Bits 0–16, 20, 21, 24 and 25 are documented.</summary>
    public const int Known = 0x1FFFF | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

    public static int? Needed(string name, bool isGuild)
    {
        if (name.StartsWith("MESSAGE_", StringComparison.Ordinal)) return isGuild ? GuildMessages : DirectMessages;
        if (name == "GUILD_MEMBER_UPDATE") return Members;
        return name is "INTERACTION_CREATE" or "READY" or "RESUMED" || !Common(name) ? null : Guilds;
    }

    private static bool Common(string name) => name.StartsWith("GUILD_", StringComparison.Ordinal) || name.StartsWith("CHANNEL_", StringComparison.Ordinal) || name.StartsWith("THREAD_", StringComparison.Ordinal);
}
