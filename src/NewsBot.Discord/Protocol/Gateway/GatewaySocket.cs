using System.Net.WebSockets;

namespace NewsBot.Discord.Protocol;

/// <summary>One websocket: whole messages in, commands out, at most 120 in a minute with five kept for heartbeats.</summary>
internal sealed class GatewaySocket(GatewaySettings settings, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Pooled _raw = new(settings.LargestMessage);
    private readonly Pooled _text = new(settings.LargestMessage);
    private readonly ZlibMessages? _zlib = settings.Compress ? new() : null;
    private readonly SendBudget _budget = new(time);

    /// <summary>Why the other side closed; null while open and when the connection just broke.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public async Task ConnectAsync(Uri gateway, CancellationToken stop)
    {
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _socket.Options.SetRequestHeader("User-Agent", settings.UserAgent);
        var compression = settings.Compress ? "&compress=zlib-stream" : "";
        await _socket.ConnectAsync(new UriBuilder(gateway) { Query = $"v=10&encoding=json{compression}" }.Uri, stop);
    }

    /// <summary>The next whole message, valid until the next call; null when the connection was closed.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken stop)
    {
        _raw.Clear();
        _text.Clear();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_raw.Room(), stop);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            _raw.Advance(part.Count);
            if (!part.EndOfMessage)
                continue;
            if (_zlib is null || part.MessageType == WebSocketMessageType.Text)
                return _raw.WrittenMemory;
            if (!ZlibMessages.IsWhole(_raw.Written))
                continue;
            _zlib.Unpack(_raw.WrittenMemory, _text);
            return _text.WrittenMemory;
        }
    }

    public async Task SendAsync(byte[] command, bool urgent, CancellationToken stop)
    {
        if (command.Length > 4096)
            throw new InvalidOperationException("A gateway command may have at most 4,096 bytes.");
        await _sending.WaitAsync(stop);
        try
        {
            await _budget.WaitAsync(urgent, stop);
            await _socket.SendAsync(command, WebSocketMessageType.Text, endOfMessage: true, stop);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says goodbye so that Discord keeps the session. A peer that does not answer is left alone.</summary>
    public async Task CloseAsync()
    {
        if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var patience = new CancellationTokenSource(ClosePatience, time);
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)CloseCodes.KeepSession, null, patience.Token);
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException or InvalidOperationException or IOException)
        {
            // The connection is as closed as it will be.
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _zlib?.Dispose();
        _raw.Dispose();
        _text.Dispose();
        _sending.Dispose();
    }
}
