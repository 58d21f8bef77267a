using NewsBot.Sources.Web;

namespace NewsBot.Sources.Finding;

/// <summary>Understands an address as people type it.</summary>
internal static class TypedAddress
{
    /// <summary>What to try, in order; empty when it is no address.</summary>
    /// <remarks>An address that names its scheme is returned as it is, for <see cref="AddressRules"/> to judge.</remarks>
    public static IReadOnlyList<Uri> Read(string typed)
    {
        var text = typed.Trim().TrimStart('<').TrimEnd('>', ',');
        if (text.Length is 0 or > FetchLimits.LongestAddress || text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))) return [];
        if (text.StartsWith("feed://", StringComparison.OrdinalIgnoreCase)) text = text["feed://".Length..];
        else if (text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase)) text = text["feed:".Length..];
        if (text.Contains("://", StringComparison.Ordinal) && text.IndexOf("://", StringComparison.Ordinal) < text.IndexOfAny(['/', '?', '#']))
            return Uri.TryCreate(text, UriKind.Absolute, out var whole) ? [whole] : [];
        return Uri.TryCreate($"https://{text}", UriKind.Absolute, out var safe) && Uri.TryCreate($"http://{text}", UriKind.Absolute, out var plain) && NamesSite(safe)
            ? [safe, plain]
            : [];
    }

    // "news" is a word, "example.org" a site.
    private static bool NamesSite(Uri address) =>
        address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
        || (address.HostNameType is UriHostNameType.Dns && (address.Host.Trim('.').Contains('.') || !address.IsDefaultPort));
}
