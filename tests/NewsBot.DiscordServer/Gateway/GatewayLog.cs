using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

public enum GatewayEntryKind
{
    Connected,
    Identified,
    Resumed,

    /// <summary>Op 9 was sent.</summary>
    SessionRefused,
    Heartbeat,

    /// <summary>The server closed, with a code.</summary>
    ClosedByServer,

    /// <summary>The bot closed; the code is missing when the socket just ended.</summary>
    ClosedByBot,
}

/// <summary>One thing that happened on a gateway connection.</summary>
/// <param name="Url">Path and query of the connection: <c>/gateway?…</c>, or <c>/resume?…</c> for the resume_gateway_url.</param>
/// <param name="Payload">The `d` of an identify or resume, without the token.</param>
public sealed record GatewayEntry(DateTimeOffset At, GatewayEntryKind Kind, string Url, Bot? Bot = null, int? Shard = null, int? Code = null, string? Session = null, JsonNode? Payload = null);

/// <summary>Everything that happened on the gateway, in order.</summary>
public sealed class GatewayLog
{
    private readonly World _world;
    private readonly List<GatewayEntry> _entries = [];

    internal GatewayLog(World world) => _world = world;

    public IReadOnlyList<GatewayEntry> All => _world.See(() => _entries.ToArray());

    public int Count(GatewayEntryKind kind) => _world.See(() => _entries.Count(entry => entry.Kind == kind));

    /// <summary>Waits until so many entries of a kind are there, and gives the last of them.</summary>
    public Task<GatewayEntry> UntilAsync(GatewayEntryKind kind, int count = 1, CancellationToken stop = default) => _world.UntilAsync(
        () => _entries.Where(entry => entry.Kind == kind).ElementAtOrDefault(count - 1), $"The gateway did not see {kind} {count} times.", stop);

    internal void Add(GatewayEntry entry) => _world.Do(() => _entries.Add(entry));
}
