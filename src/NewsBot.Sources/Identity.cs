using NewsBot.Core.Chat;

namespace NewsBot.Sources;

/// <summary>The canonical form of an article's link: what stays the same however it was shared.</summary>
internal static class Identity
{
    private static readonly string[] Tracking = ["fbclid", "gclid", "yclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "ref_src"];

    /// <returns>Null when there is no usable link.</returns>
    public static string? Of(string? link)
    {
        if (WebAddress.OrNull(link) is not { } address) return null;
        var parts = new UriBuilder(address) { Fragment = "" };
        var kept = parts.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsTracking(part.Split('=')[0]));
        parts.Query = string.Join('&', kept);
        return parts.Uri.AbsoluteUri;
    }

    private static bool IsTracking(string name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name, StringComparer.OrdinalIgnoreCase);
}
