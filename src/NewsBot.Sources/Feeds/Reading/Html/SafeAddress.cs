using System.Buffers;
using System.Collections.Frozen;

namespace NewsBot.Sources.Feeds.Reading.Html;

/// <summary>Addresses that lead somewhere and do nothing else.</summary>
internal static class SafeAddress
{
    private static readonly FrozenSet<string> Schemes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "http", "https", "ftp", "ftps", "sftp", "mailto", "tel", "sms", "magnet", "news", "nntp", "irc", "ircs", "xmpp", "sip", "sips", "geo", "feed",
        "gopher", "gemini", "git", "svn", "ssh", "rtsp", "rtmp", "mms", "callto", "skype", "webcal", "urn", "tag", "ipfs", "at", "acct", "doi", "cid", "aim",
        "facetime", "gtalk", "hdl", "imap", "itms", "msnim", "snews", "telnet", "wais", "ymsg");

    // Browsers leave these out of an address before they look at its scheme, so "java&#10;script:" is one.
    private static readonly SearchValues<char> Ignored = SearchValues.Create("\t\r\n\0");

    /// <returns>The address, resolved; null when it must not be followed.</returns>
    public static string? OrNull(string address, string? baseAddress)
    {
        var plain = address.AsSpan().ContainsAny(Ignored) ? string.Concat(address.Where(letter => !Ignored.Contains(letter))) : address;
        plain = plain.Trim();
        var resolved = Reference.Resolve(baseAddress, plain.TrimStart('\u0001', '\u0002', '\u001F', ' '));
        return resolved.Length <= FeedLimits.Line && IsSafe(resolved) ? resolved : null;
    }

    private static bool IsSafe(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return true;
        return Reference.Scheme(address) is { } scheme
            ? Schemes.Contains(scheme)
            // A colon in a path or query is no scheme; anything else before one is a scheme that tries not to look like it.
            : address.AsSpan(0, colon).ContainsAny("/?#");
    }
}
