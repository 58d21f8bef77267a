namespace NewsBot.Sources.Text;

/// <summary>The language that a page names for itself, as a code ("uk", "en-GB") or a word ("English", "українська").</summary>
internal static class LanguageNames
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["англійська"] = "en",
        ["ukrainian"] = "uk",
        ["українська"] = "uk",
        // The country's code is often taken for the language's.
        ["ua"] = "uk",
        ["ukr"] = "uk",
        ["eng"] = "en",
        ["russian"] = "ru",
        ["російська"] = "ru",
        ["русский"] = "ru",
        ["belarusian"] = "be",
        ["білоруська"] = "be",
        ["беларуская"] = "be",
        ["polish"] = "pl",
        ["polski"] = "pl",
        ["польська"] = "pl",
        ["german"] = "de",
        ["deutsch"] = "de",
        ["німецька"] = "de",
        ["french"] = "fr",
        ["français"] = "fr",
        ["французька"] = "fr",
        ["spanish"] = "es",
        ["español"] = "es",
        ["іспанська"] = "es",
        ["italian"] = "it",
        ["italiano"] = "it",
        ["portuguese"] = "pt",
        ["português"] = "pt",
        ["romanian"] = "ro",
        ["română"] = "ro",
        ["turkish"] = "tr",
        ["türkçe"] = "tr",
    };

    /// <returns>ISO 639-1, or null when the text names no language that we know.</returns>
    public static string? Code(string text)
    {
        if (Codes.TryGetValue(text, out var known)) return known;
        var isCode = text.Length == 2 || (text.Length is 5 or 6 && text[2] is '-' or '_');
        return isCode && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) ? text[..2].ToLowerInvariant() : null;
    }
}
