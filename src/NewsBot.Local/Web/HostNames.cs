using System.Net;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Local.Web;

/// <summary>
/// Which names a browser may use for us. A page elsewhere can make its own name resolve to 127.0.0.1 and then read what we answer
/// (DNS rebinding); the Host header gives that away.
/// </summary>
internal static class HostNames
{
    /// <param name="configured">Host of Local:Address. When it stands for every address any name is fine, since then there is an access key.</param>
    public static bool IsOurs(HostString asked, string configured) =>
        asked.HasValue && (IsLoopback(asked.Host) || IsEverything(configured) || asked.Host.Equals(configured, StringComparison.OrdinalIgnoreCase));

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsEverything(string host) =>
        IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
}
