using System.Text.RegularExpressions;

namespace NewsBot.BotApi;

/// <summary>What Telegram finds in a text by itself: commands, mentions, hashtags, links and addresses.</summary>
internal static partial class FoundEntities
{
    public static IEnumerable<TextEntity> In(string text) => Pattern().Matches(text).Select(match =>
        new TextEntity(match.Groups.Values.Skip(1).First(it => it.Success).Name, match.Index, match.Length));

    // Telegram's own list of top-level domains is long; a bare domain is found here only with one of the common endings.
    [GeneratedRegex("""
        (?<url>https?://[^\s<>"]*[^\s<>".,;:!?)\]}'])
        |(?<email>[\w.+-]+@[\w-]+(\.[\w-]+)+)
        |(?<url>(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|info|io|me|eu|ua|uk|de|by|pl|example)\b(?:/[^\s<>"]*[^\s<>".,;:!?)\]}'])?)
        |(?<bot_command>(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@]))
        |(?<mention>(?<![\w@/])@[A-Za-z0-9_]{3,32}\b)
        |(?<hashtag>(?<![\w#])\#\w*\p{L}\w*)
        |(?<cashtag>(?<![\w$])\$[A-Z]{3,8}\b)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
