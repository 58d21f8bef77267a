using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

/// <summary>A websocket and nothing more: no heartbeat, no reconnection, payloads as they come.</summary>
internal sealed class GatewayClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    /// <summary>Reaches the gateway and hears its hello.</summary>
    public static async Task<GatewayClient> ConnectAsync(DiscordServer server, string query = "?v=10&encoding=json")
    {
        var client = new GatewayClient();
        await client._socket.ConnectAsync(new($"ws://{server.Address.Authority}/gateway{query}"), TestContext.Current.CancellationToken);
        Assert.Equal(10, (int)(await client.HearAsync())!["op"]!);
        return client;
    }

    public Task IdentifyAsync(string token = "token", int intents = 1, int shard = 0, int shards = 1) => SendAsync(new JsonObject
    {
        ["op"] = 2,
        ["d"] = new JsonObject { ["token"] = token, ["intents"] = intents, ["shard"] = new JsonArray(shard, shards), ["properties"] = new JsonObject() },
    });

    /// <summary>Identifies and gives READY's data.</summary>
    public async Task<JsonNode> ReadyAsync(int shard = 0, int shards = 1)
    {
        await IdentifyAsync(shard: shard, shards: shards);
        return (await HearAsync("READY"))["d"]!;
    }

    public Task ResumeAsync(string session, long sequence) => SendAsync(new JsonObject { ["op"] = 6, ["d"] = new JsonObject { ["token"] = "token", ["session_id"] = session, ["seq"] = sequence } });

    public Task SendAsync(JsonObject payload) => SendAsync(payload.ToJsonString());

    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    /// <summary>The next payload; null when the server closed.</summary>
    public async Task<JsonNode?> HearAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonNode.Parse(text.ToArray());
        }
    }

    /// <summary>Passes over events until one of a name.</summary>
    public async Task<JsonNode> HearAsync(string name)
    {
        while (await HearAsync() is { } payload)
            if ((string?)payload["t"] == name) return payload;
        throw new InvalidOperationException($"Closed with {(int?)_socket.CloseStatus} before {name} came.");
    }

    /// <summary>The code with which the server closes.</summary>
    public async Task<int> ClosedAsync()
    {
        while (await HearAsync() is not null) { }
        return (int)_socket.CloseStatus!;
    }

    public Task CloseAsync(int code) => _socket.CloseAsync((WebSocketCloseStatus)code, null, TestContext.Current.CancellationToken);

    public void Dispose() => _socket.Dispose();
}
