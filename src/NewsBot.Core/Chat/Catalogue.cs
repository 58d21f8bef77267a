using System.Globalization;
using System.Resources;

namespace NewsBot.Core.Chat;

/// <summary>What the bot's English words are in its other languages. A language is read when somebody first speaks it.</summary>
internal static class Catalogue
{
    private static readonly ResourceManager Words = new("NewsBot.Core.Words.Words", typeof(Catalogue).Assembly);

    /// <summary>Null when English is meant, or when nobody has translated it yet.</summary>
    public static string? Find(string english, Language language) => language is Language.English
        ? null
        : Words.GetResourceSet(CultureInfo.GetCultureInfo(language.Code()), createIfNotExists: true, tryParents: false)?.GetString(english);
}
