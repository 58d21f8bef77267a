using System.Net;
using System.Net.Sockets;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Web;

/// <summary>Says which addresses may be connected to on a person's word: the public ones, and those the operator allowed.</summary>
internal sealed class AddressGuard(Allowance allowance)
{
    // IANA's IPv4 special-purpose registry, without the few blocks that are reachable by everyone; multicast and 240/4 with it.
    private static readonly IPNetwork[] NotPublic =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
        // Inside 2000::/3: protocol assignments (Teredo, ORCHID, benchmarking), documentation, and 6to4, which carries an IPv4 address.
        IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether everybody on the internet means the same machine by it. An IPv4 address inside an IPv6 one is judged as itself.</summary>
    public static bool IsPublic(IPAddress address)
    {
        address = Plain(address);
        if (Nat64.Contains(address)) address = new IPAddress(address.GetAddressBytes().AsSpan(12));
        return (address.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(address)) && !NotPublic.Any(network => network.Contains(address));
    }

    /// <summary>The address to connect to: ::ffff:1.2.3.4 is 1.2.3.4.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>Null when the address may be connected to; else the reason, in one sentence that names no address.</summary>
    public string? Objection(string host, IPAddress address, int port)
    {
        if (allowance.Covers(host, Plain(address))) return null;
        if (!IsPublic(address)) return TroubleWords.Kept(TroubleWords.NotPublic);
        return port is 80 or 443 ? null : TroubleWords.Kept(TroubleWords.OtherPort);
    }
}
