using Microsoft.Extensions.Configuration;

namespace NewsBot;

/// <summary>Finds settings that nothing reads: a misspelt name would otherwise be ignored in silence.</summary>
internal static class UnknownSettings
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Sources"] = ["Folders", "Web", "Allow", "Contact", "AtOnce", "AtOncePerHost", "Spacing", "PublicUrl", "Freshness"],
        ["Support"] = ["Sentence", "Links", "EveryPosts", "PerDay"],
        ["Local"] = ["Enabled", "Address", "AccessKey", "Rooms"],
        ["Telegram"] = ["Token", "BaseUrl", "PublicUrl", "Operators", "Newsroom", "DoubtfulPosts", "InlineCache", "PerSecond"],
        ["Discord"] = ["Token", "BaseUrl", "PublicKey", "PublicUrl", "Operators", "Newsroom", "DoubtfulPosts", "MostShards", "PerSecond", "Compress"],
        ["Delivery"] = ["CorrectFor", "ChangesAnHour", "MostInTenMinutes", "MostFromSource"],
        ["Writer"] = ["Kind", "Address", "Model", "Key", "Timeout", "Language", "PerDay", "HoldsPost"],
        ["Storage"] = ["Path", "ConnectionString"],
    };

    public static IEnumerable<string> Of(IConfiguration configuration) =>
        from section in Known
        from setting in configuration.GetSection(section.Key).GetChildren()
        where !section.Value.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
        select $"{section.Key}:{setting.Key}";
}
