using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Discord.Tests.Protocol;

/// <summary>The server's end of one gateway connection. Compresses as the client asked for in its address.</summary>
internal sealed class GatewayPeer : IAsyncDisposable
{
    private readonly WebSocket _socket;
    private readonly HttpContext _context;
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream? _zlib;

    public GatewayPeer(WebSocket socket, HttpContext context)
    {
        (_socket, _context) = (socket, context);
        if (Query.Contains("compress=zlib-stream", StringComparison.Ordinal))
            _zlib = new(_packed, CompressionLevel.Fastest);
    }

    public string Query => _context.Request.QueryString.Value ?? "";

    /// <summary>This server's gateway address, to be resumed at.</summary>
    public Uri Home => new($"ws://{_context.Request.Host}/gateway");

    public string UserAgent => _context.Request.Headers.UserAgent.ToString();

    /// <summary>The code that the client closed with.</summary>
    public int? ClosedWith => (int?)_socket.CloseStatus;

    public Task HelloAsync(int interval = 60_000) => SendAsync($$"""{"op":10,"d":{"heartbeat_interval":{{interval}}},"s":null,"t":null}""");

    public Task EventAsync(string kind, long sequence, string data) => SendAsync($$"""{"op":0,"t":"{{kind}}","s":{{sequence}},"d":{{data}}}""");

    public Task ReadyAsync(string session, Uri resume, long sequence = 1) => EventAsync(
        "READY",
        sequence,
        $$"""{"v":10,"user":{"id":"1","username":"news","discriminator":"0"},"guilds":[{"id":"5","unavailable":true}],"private_channels":[],"session_id":"{{session}}","resume_gateway_url":"{{resume}}","application":{"id":"2","flags":0},"shard":[0,1]}""");

    public async Task SendAsync(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        if (_zlib is null)
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None);
            return;
        }

        _zlib.Write(bytes);
        _zlib.Flush();
        await _socket.SendAsync(_packed.ToArray(), WebSocketMessageType.Binary, true, CancellationToken.None);
        _packed.SetLength(0);
    }

    /// <summary>The client's next command other than a heartbeat (those are answered when <paramref name="answerHeartbeats"/>); null when it closed.</summary>
    public async Task<JsonElement?> ReceiveAsync(bool answerHeartbeats = true)
    {
        while (await ReceiveAnyAsync() is { } command)
        {
            if (command.GetProperty("op").GetInt32() != 1)
                return command;
            if (answerHeartbeats)
                await SendAsync("""{"op":11}""");
        }

        return null;
    }

    public async Task<JsonElement?> ReceiveAnyAsync()
    {
        var bytes = new byte[8192];
        var part = await _socket.ReceiveAsync(bytes, CancellationToken.None);
        return part.MessageType == WebSocketMessageType.Close ? null : JsonDocument.Parse(bytes.AsMemory(0, part.Count)).RootElement;
    }

    public Task CloseAsync(int code) => _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);

    /// <summary>Answers a client that has closed, as Discord does; else it would wait for that.</summary>
    public Task GoodbyeAsync() => _socket.State == WebSocketState.CloseReceived ? CloseAsync(ClosedWith ?? 1000) : Task.CompletedTask;

    public void Cut() => _context.Abort();

    public async ValueTask DisposeAsync()
    {
        if (_zlib is not null)
            await _zlib.DisposeAsync();
        await _packed.DisposeAsync();
    }
}
