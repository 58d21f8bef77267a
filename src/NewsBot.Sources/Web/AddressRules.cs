namespace NewsBot.Sources.Web;

/// <summary>What an address must look like before anything is looked up for it.</summary>
internal static class AddressRules
{
    /// <summary>Null when it may be tried; else one sentence that does not repeat the address.</summary>
    public static string? Objection(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return "Only addresses that begin with http:// or https:// are read.";
        if (address.UserInfo.Length > 0 || address.OriginalString.Split('/', '?', '#') is [_, "", var authority, ..] && authority.Contains('@'))
            return "The address holds a name or password before the @; give it without.";
        if (address.OriginalString.Length > FetchLimits.LongestAddress)
            return $"The address is longer than {FetchLimits.LongestAddress} characters.";
        return Named(address) ? null : "The address names no site.";
    }

    /// <summary>What a host is counted under: one host, however it is written.</summary>
    public static string Host(Uri address) => address.IdnHost.TrimEnd('.').ToLowerInvariant();

    // Punycode is made when first asked for, and not every name has one.
    private static bool Named(Uri address)
    {
        try
        {
            return Host(address).Length is > 0 and <= 255;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }
}
