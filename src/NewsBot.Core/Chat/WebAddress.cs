namespace NewsBot.Core.Chat;

/// <summary>The only addresses that may become a link or a button.</summary>
public static class WebAddress
{
    /// <summary>Characters; browsers and platforms cut or refuse longer ones.</summary>
    public const int MaxLength = 2000;

    /// <summary>The address in its canonical form, or null unless it is absolute http(s) without user name or password.</summary>
    public static string? OrNull(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0
        && address.Host.Length > 0
            ? address.AbsoluteUri
            : null;

    /// <summary>
    /// The host to print beside a link, so that nobody is led where they did not mean to go. Names in other scripts are shown as the
    /// network knows them (punycode), since look-alike letters cannot be told apart.
    /// </summary>
    public static string Host(string address) => new Uri(address).IdnHost;
}
