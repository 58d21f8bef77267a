namespace NewsBot.Sources.Text;

/// <summary>What the zone at the end of a printed time means: a fixed distance from UTC, or a zone whose distance depends on the day.</summary>
internal readonly record struct PrintedZone(TimeSpan Fixed, TimeZoneInfo? Named = null)
{
    public TimeSpan At(DateTime local) => Named?.GetUtcOffset(local) ?? Fixed;
}

/// <summary>
/// Names of zones as news sites print them. Left out are the ones with several meanings, such as IST (India, Israel, Ireland):
/// a line with one of them is no date to us, which is better than a date that is hours off.
/// </summary>
internal static class ZoneWords
{
    private static readonly Dictionary<string, int> Hours = new()
    {
        ["z"] = 0,
        ["utc"] = 0,
        ["gmt"] = 0,
        ["ut"] = 0,
        ["wet"] = 0,
        ["bst"] = 1,
        ["west"] = 1,
        ["cet"] = 1,
        ["cest"] = 2,
        ["eet"] = 2,
        ["eest"] = 3,
        ["msk"] = 3,
        ["jst"] = 9,
        ["aest"] = 10,
        ["aedt"] = 11,
        ["est"] = -5,
        ["edt"] = -4,
        ["cst"] = -6,
        ["cdt"] = -5,
        ["mst"] = -7,
        ["mdt"] = -6,
        ["pst"] = -8,
        ["pdt"] = -7,
        ["akst"] = -9,
        ["akdt"] = -8,
        ["hst"] = -10,
        ["мск"] = 3,
    };

    // The second name is the one that older zone tables know.
    private static readonly string[] KyivIds = ["Europe/Kyiv", "Europe/Kiev"];

    private static readonly Dictionary<string, string[]> Places = new()
    {
        ["kyiv"] = KyivIds,
        ["kiev"] = KyivIds,
        ["київ"] = KyivIds,
        ["києвом"] = KyivIds,
        ["київський"] = KyivIds,
        ["київським"] = KyivIds,
        ["et"] = ["America/New_York"],
        ["ct"] = ["America/Chicago"],
        ["mt"] = ["America/Denver"],
        ["pt"] = ["America/Los_Angeles"],
    };

    public static PrintedZone? Find(string word)
    {
        if (Hours.TryGetValue(word, out var hours)) return new(TimeSpan.FromHours(hours));
        if (!Places.TryGetValue(word, out var ids)) return null;
        foreach (var id in ids)
            if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
                return new(default, zone);
        return null;
    }
}
