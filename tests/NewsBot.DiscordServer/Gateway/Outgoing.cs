using System.IO.Compression;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace NewsBot.DiscordApi;

/// <summary>What a connection still has to send, in order, and at its end the closing code.</summary>
internal sealed class Outgoing(WebSocket socket, bool isCompressed)
{
    private static readonly Dictionary<int, string> Reasons = new()
    {
        [4000] = "Unknown error.",
        [4001] = "Unknown opcode.",
        [4002] = "Error while decoding payload.",
        [4003] = "Not authenticated.",
        [4004] = "Authentication failed.",
        [4005] = "Already authenticated.",
        [4007] = "Invalid seq.",
        [4008] = "Rate limited.",
        [4009] = "Session timed out.",
        [4010] = "Invalid shard.",
        [4011] = "Sharding required.",
        [4012] = "Invalid API version.",
        [4013] = "Invalid intent(s).",
        [4014] = "Disallowed intent(s).",
    };

    private readonly Channel<byte[]> _queue = System.Threading.Channels.Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private int? _code;

    public void Add(byte[] payload) => _queue.Writer.TryWrite(payload);

    /// <summary>Nothing may be added any more; what was added still goes out before the code.</summary>
    public void End(int? code)
    {
        _code ??= code;
        _queue.Writer.TryComplete();
    }

    public async Task RunAsync(CancellationToken stop)
    {
        using var packed = new MemoryStream();
        await using var zip = isCompressed ? new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true) : null;
        try
        {
            await foreach (var payload in _queue.Reader.ReadAllAsync(stop))
                await (zip is null ? socket.SendAsync(payload, WebSocketMessageType.Text, true, stop) : SendPackedAsync(zip, packed, payload, stop));
            if (_code is { } code) await socket.CloseOutputAsync((WebSocketCloseStatus)code, Reasons.GetValueOrDefault(code, ""), stop);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Whoever receives notices the same and says so in the log.
        }
    }

    /// <summary>One deflate stream for the whole connection; a sync flush ends each message with 00 00 FF FF.</summary>
    private async Task SendPackedAsync(ZLibStream zip, MemoryStream packed, byte[] payload, CancellationToken stop)
    {
        packed.SetLength(0);
        await zip.WriteAsync(payload, stop);
        await zip.FlushAsync(stop);
        await socket.SendAsync(packed.GetBuffer().AsMemory(0, (int)packed.Length), WebSocketMessageType.Binary, true, stop);
    }
}
