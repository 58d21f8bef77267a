using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NewsBot.Sources.Tests.Web;

/// <summary>Says over a real socket exactly the bytes a test wants said, right or wrong.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly Task _loop;
    private int _connections;

    public RawServer(Func<string, Stream, CancellationToken, Task> answer, X509Certificate2? certificate = null)
    {
        (_answer, _certificate) = (answer, certificate);
        _listener.Start();
        _loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Requests as they came, headers and all.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public int Connections => _connections;

    public TaskCompletionSource Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static RawServer Saying(params string[] answers) => Saying([.. answers.Select(Encoding.Latin1.GetBytes)]);

    /// <summary>Answers the first request with the first, and so on; the last is repeated. Each closes the connection.</summary>
    public static RawServer Saying(params byte[][] answers)
    {
        var at = -1;
        return new(async (_, stream, stop) => await stream.WriteAsync(answers[Math.Min(Interlocked.Increment(ref at), answers.Length - 1)], stop));
    }

    public static RawServer ByPath(Func<string, string> answer) =>
        new(async (request, stream, stop) => await stream.WriteAsync(Encoding.Latin1.GetBytes(answer(request.Split(' ')[1])), stop));

    public static string Ok(string body, string headers = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.Latin1.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    public static byte[] Ok(byte[] body, string headers) =>
        [.. Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}\r\n"), .. body];

    public static string To(string location, int status = 302) => $"HTTP/1.1 {status} Go\r\nContent-Length: 0\r\nConnection: close\r\nLocation: {location}\r\n\r\n";

    public Uri Address(string path = "/feed", string host = "127.0.0.1", string scheme = "http") => new($"{scheme}://{host}:{Port}{path}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
        await Task.WhenAll(open);
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        using (client)
            try
            {
                await using var stream = await PlainAsync(client);
                while (await RequestAsync(stream) is { } request)
                {
                    _asked.Enqueue(request);
                    Heard.TrySetResult();
                    await _answer(request, stream, _stop.Token);
                    if (_closes) break;
                }
            }
            catch (Exception problem) when (problem is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
            {
            }
    }

    private bool _closes = true;

    /// <summary>Keeps the connection open for more requests.</summary>
    public RawServer KeepingAlive()
    {
        _closes = false;
        return this;
    }

    private async Task<Stream> PlainAsync(TcpClient client)
    {
        if (_certificate is null) return client.GetStream();
        var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return tls;
    }

    private async Task<string?> RequestAsync(Stream stream)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0) return null;
            text.Append((char)one[0]);
        }
        return text.ToString();
    }
}
