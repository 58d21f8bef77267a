using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsBot.Sources.Web;

/// <summary>
/// Opens connections only to addresses that were checked. A name is resolved once, and the socket goes to the very address that was judged,
/// so an answer that changes afterwards has nothing to change.
/// </summary>
internal sealed class SafeConnection(INameResolver names, AddressGuard guard, CertificateTrust trust, TimeProvider clock)
{
    public const string ClientName = "sources";

    private const int MostAddresses = 6;

    // A dead first address must leave time for the second.
    private static readonly TimeSpan ForOneAddress = TimeSpan.FromSeconds(4);

    public SocketsHttpHandler Handler() => new()
    {
        ConnectCallback = async (context, stop) => await ConnectAsync(context.DnsEndPoint, stop),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = FetchLimits.HeaderKilobytes,
        MaxResponseDrainSize = 16 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Feeds of one host follow each other within seconds; beyond that a thousand idle connections would only cost memory, theirs and ours.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
        // A session to resume is kept for every host that was ever asked, outside of the collector's sight: 200 MB for 10,000 of them.
        SslOptions = new() { RemoteCertificateValidationCallback = trust.Callback, AllowTlsResume = false },
        ActivityHeadersPropagator = null,
        // Validators go back as they came, and some are not ASCII.
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    };

    private async Task<Stream> ConnectAsync(DnsEndPoint to, CancellationToken stop)
    {
        Exception? last = null;
        foreach (var address in await CheckedAsync(to, stop))
        {
            using var tooLong = new CancellationTokenSource(ForOneAddress, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, tooLong.Token);
            try
            {
                return await OpenAsync(new(address, to.Port), either.Token);
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                last = problem is OperationCanceledException ? new SocketException((int)SocketError.TimedOut) : problem;
            }
        }
        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    private async Task<IReadOnlyList<IPAddress>> CheckedAsync(DnsEndPoint to, CancellationToken stop)
    {
        var host = to.Host.Trim('[', ']');
        var all = IPAddress.TryParse(host, out var literal) ? [literal] : await names.ResolveAsync(host, stop);
        string? objection = null;
        var good = new List<IPAddress>();
        foreach (var address in all)
            if (guard.Objection(host, address, to.Port) is { } why) objection = why;
            else if (good.Count < MostAddresses) good.Add(AddressGuard.Plain(address));
        return good.Count > 0 || objection is null ? good : throw new BlockedException(objection);
    }

    private static async Task<Stream> OpenAsync(IPEndPoint to, CancellationToken stop)
    {
        var socket = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(to, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The connection was refused by us; its message may be shown to people.</summary>
internal sealed class BlockedException(string why) : Exception(why);

/// <param name="Callback">Null trusts whom the system trusts. Only a measurement against a server of its own sets it.</param>
internal sealed record CertificateTrust(System.Net.Security.RemoteCertificateValidationCallback? Callback);
