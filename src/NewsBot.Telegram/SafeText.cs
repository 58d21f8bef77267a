using System.Text;

namespace NewsBot.Telegram;

/// <summary>
/// Text that says only what it seems to say. Telegram turns "@name" and "/command" into links by itself, which would ping people and offer
/// commands in a headline's name; characters that turn the direction of writing round can hide where a link leads.
/// </summary>
internal static class SafeText
{
    private const char WordJoiner = '\u2060';

    /// <param name="isOurs">True for what the bot itself says, such as how a command is typed.</param>
    public static string Of(string text, bool isOurs = false)
    {
        StringBuilder? safe = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isDropped = IsDropped(text[i]);
            var becomesLink = !isOurs && BecomesLink(text, i);
            if (isDropped || becomesLink) safe ??= new StringBuilder(text, 0, i, text.Length + 8);
            if (!isDropped) safe?.Append(text[i]);
            if (becomesLink) safe!.Append(WordJoiner);
        }
        return safe?.ToString() ?? text;
    }

    private static bool BecomesLink(string text, int at) => at + 1 < text.Length && char.IsLetter(text[at + 1]) && text[at] switch
    {
        '@' => at == 0 || !char.IsLetterOrDigit(text[at - 1]),
        '/' => at == 0 || char.IsWhiteSpace(text[at - 1]),
        _ => false,
    };

    private static bool IsDropped(char letter) => letter switch
    {
        '\n' => false,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' => true,
        _ => char.IsControl(letter),
    };
}
