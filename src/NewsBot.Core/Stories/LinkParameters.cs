namespace NewsBot.Core.Stories;

/// <summary>Tells the parameters of an address that name its content from those that tell where the reader came from.</summary>
internal static class LinkParameters
{
    private static readonly string[] NoiseBeginnings =
        ["utm_", "mtm_", "pk_", "piwik_", "matomo_", "at_", "ns_", "_hs", "hsa_", "hscta", "oly_", "vero_", "fb_", "ga_", "amp_", "guce_", "aspsession", "stm_", "trk_"];

    private static readonly HashSet<string> Noise = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ymclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl",
        "mkt_tok", "ref_src", "ref_url", "cmpid", "cmp", "ncid", "smid", "smtyp", "ocid", "ito", "icid", "xtor", "spm", "s_cid", "sr_share", "soc_src", "soc_trk", "taid", "tpcc", "wt_mc", "wt.mc_id",
        "wickedid", "rb_clickid", "epik", "guccounter", "__twitter_impression", "usqp", "sharetype", "share_id", "referrer", "referer", "mod", "traffic_source", "recirc",
        "phpsessid", "jsessionid", "sessionid", "session_id", "cfid", "cftoken",
    };

    /// <summary>Names that mean "from where" on one site and something of the content on another: dropped only with a word, never with a number.</summary>
    private static readonly HashSet<string> Doubtful = new(StringComparer.OrdinalIgnoreCase) { "ref", "source", "src", "from", "via", "share", "rss", "feed", "campaign", "partner", "feature", "social" };

    /// <summary>The content's parameters by name, as a query with its question mark; empty when none is left. Equal names keep their order.</summary>
    public static string Content(string query)
    {
        var kept = (query is ['?', ..] ? query[1..] : query).Split('&', StringSplitOptions.RemoveEmptyEntries).Where(IsContent).OrderBy(Name, StringComparer.Ordinal);
        var joined = string.Join('&', kept);
        return joined.Length == 0 ? "" : $"?{joined}";
    }

    private static string Name(string pair) => pair.Split('=', 2)[0];

    private static bool IsContent(string pair)
    {
        var name = Name(pair);
        var value = pair.Length > name.Length ? pair[(name.Length + 1)..] : "";
        if (Noise.Contains(name) || NoiseBeginnings.Any(it => name.StartsWith(it, StringComparison.OrdinalIgnoreCase))) return false;
        if (Doubtful.Contains(name)) return value.Any(char.IsAsciiDigit);
        return !IsAmp(name, value) && !IsMobile(name, value) && !IsSession(name, value);
    }

    private static bool IsAmp(string name, string value) =>
        (name.Equals("amp", StringComparison.OrdinalIgnoreCase) && value is ("" or "1" or "true"))
        || (name.ToLowerInvariant() is ("outputtype" or "output" or "view" or "format") && value.Equals("amp", StringComparison.OrdinalIgnoreCase));

    // Blogs answer to ?m=1 with their mobile page, and to ?m=202401 with a month of articles.
    private static bool IsMobile(string name, string value) => name.ToLowerInvariant() is ("m" or "mobile") && value is ("0" or "1");

    private static bool IsSession(string name, string value) =>
        name.ToLowerInvariant() is ("sid" or "sess" or "s") && value.Length >= 16 && value.All(char.IsAsciiHexDigit);
}
