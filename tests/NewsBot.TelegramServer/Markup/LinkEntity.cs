using System.Globalization;

namespace NewsBot.BotApi;

/// <summary>A link in a text. An address that Telegram cannot use is no error: the link is left out and its text stays.</summary>
internal static class LinkEntity
{
    public static TextEntity? From(string address, int offset, int length) =>
        UserId(address) is { } user ? new("text_mention", offset, length, UserId: user)
        : Url(address) is { } url ? new("text_link", offset, length, url)
        : null;

    /// <summary>The address as Telegram stores it, or null when it is none.</summary>
    public static string? Url(string address)
    {
        var text = address.Trim();
        if (!text.Contains("://", StringComparison.Ordinal) && !text.StartsWith("tg:", StringComparison.Ordinal)) text = $"http://{text}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "tg" or "ton" or "tonsite")) return null;
        if (uri.Scheme is "http" or "https" && !uri.Host.Contains('.', StringComparison.Ordinal) && uri.HostNameType != UriHostNameType.IPv6) return null;
        return uri is { Scheme: "http" or "https", AbsolutePath: "/", Query: "", Fragment: "" } && !text.EndsWith('/') ? $"{text}/" : text;
    }

    private static long? UserId(string address) =>
        address.StartsWith("tg://user?id=", StringComparison.Ordinal)
        && long.TryParse(address["tg://user?id=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
