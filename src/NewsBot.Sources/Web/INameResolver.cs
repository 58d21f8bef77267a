using System.Net;

namespace NewsBot.Sources.Web;

/// <summary>Turns a host's name into addresses.</summary>
internal interface INameResolver
{
    /// <exception cref="System.Net.Sockets.SocketException">The name is unknown, or nobody answers for it.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken stop);
}

/// <summary>The operating system's resolver.</summary>
internal sealed class SystemResolver : INameResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken stop) => await Dns.GetHostAddressesAsync(host, stop);
}
