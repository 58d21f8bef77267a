using System.Globalization;

namespace NewsBot.Core.Chat;

/// <summary>The culture that writes numbers and dates in one of the bot's languages.</summary>
public static class Culture
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Ukrainian = CultureInfo.GetCultureInfo("uk-UA");

    public static CultureInfo Of(Language language) => language is Language.Ukrainian ? Ukrainian : English;
}
