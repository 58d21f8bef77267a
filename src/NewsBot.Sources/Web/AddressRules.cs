using NewsBot.Core.Sources;

namespace NewsBot.Sources.Web;

/// <summary>What an address must look like before anything is looked up for it.</summary>
internal static class AddressRules
{
    /// <summary>Null when it may be tried; else one sentence that does not repeat the address.</summary>
    public static string? Objection(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return TroubleWords.Kept(TroubleWords.OnlyHttp);
        if (address.UserInfo.Length > 0 || address.OriginalString.Split('/', '?', '#') is [_, "", var authority, ..] && authority.Contains('@'))
            return TroubleWords.Kept(TroubleWords.HoldsPassword);
        if (address.OriginalString.Length > FetchLimits.LongestAddress)
            return TroubleWords.Kept(TroubleWords.LongAddress, FetchLimits.LongestAddress);
        return Named(address) ? null : TroubleWords.Kept(TroubleWords.NoSite);
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
