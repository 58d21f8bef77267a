using System.Net;

namespace NewsBot.Sources.Web;

/// <summary>What the operator allows beyond the public internet (setting Sources:Allow): hosts by name or address, and CIDR ranges, on any port.</summary>
internal sealed class Allowance
{
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IPNetwork> _ranges = [];

    public Allowance(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
            if (Range(entry) is { } range) _ranges.Add(range);
            else _hosts.Add(Bare(entry));
    }

    /// <summary>An entry that is neither a host nor a range is a mistake to be told at start.</summary>
    public static bool IsEntry(string? entry) =>
        !string.IsNullOrWhiteSpace(entry) && (Range(entry) is not null || Uri.CheckHostName(Bare(entry)) is UriHostNameType.Dns);

    /// <summary>A name is allowed wherever it leads: that is what the operator wrote.</summary>
    public bool Covers(string host, IPAddress address) =>
        _hosts.Contains(Bare(host)) || _ranges.Any(range => range.Contains(address));

    private static IPNetwork? Range(string entry)
    {
        if (IPNetwork.TryParse(entry, out var range)) return range;
        if (!IPAddress.TryParse(entry, out var single)) return null;
        single = AddressGuard.Plain(single);
        return new IPNetwork(single, single.GetAddressBytes().Length * 8);
    }

    private static string Bare(string host) => host.Trim().TrimEnd('.');
}
