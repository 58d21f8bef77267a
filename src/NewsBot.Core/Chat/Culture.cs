using System.Globalization;

namespace NewsBot.Core.Chat;

/// <summary>The culture that writes numbers and dates in one of the bot's languages.</summary>
public static class Culture
{
    // en-GB for its 24 hours and its order of day and month. .NET keeps what it has made.
    public static CultureInfo Of(Language language) => CultureInfo.GetCultureInfo(language is Language.English ? "en-GB" : language.Code());
}
