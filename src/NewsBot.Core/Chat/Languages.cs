namespace NewsBot.Core.Chat;

/// <summary>What the languages that the bot speaks are called.</summary>
public static class Languages
{
    public static IReadOnlyList<Language> All { get; } = [Language.English, Language.Ukrainian, Language.German, Language.French, Language.Spanish, Language.Polish];

    /// <summary>Two letters, ISO 639-1.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Ukrainian => "uk",
        Language.German => "de",
        Language.French => "fr",
        Language.Spanish => "es",
        Language.Polish => "pl",
        _ => "en",
    };

    /// <summary>As those who speak it call it.</summary>
    public static string OwnName(this Language language) => language switch
    {
        Language.Ukrainian => "Українська",
        Language.German => "Deutsch",
        Language.French => "Français",
        Language.Spanish => "Español",
        Language.Polish => "Polski",
        _ => "English",
    };

    /// <summary>A locale as platforms and browsers write it: "uk", "de-AT", "es_419", "EN". Null when the bot does not speak it.</summary>
    public static Language? OfLocale(string? locale)
    {
        if (locale is null) return null;
        var end = locale.AsSpan().IndexOfAny('-', '_');
        var code = end < 0 ? locale : locale[..end];
        foreach (var language in All)
            if (code.Equals(language.Code(), StringComparison.OrdinalIgnoreCase)) return language;
        return null;
    }

    /// <summary>What a person types: a code, the language's own name, or its English one.</summary>
    public static Language? OfName(string typed)
    {
        foreach (var language in All)
            if (typed.Equals(language.OwnName(), StringComparison.OrdinalIgnoreCase) || typed.Equals(language.ToString(), StringComparison.OrdinalIgnoreCase)) return language;
        return OfLocale(typed);
    }
}
