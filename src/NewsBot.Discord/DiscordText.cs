using System.Text;
using NewsBot.Core.Chat;

namespace NewsBot.Discord;

/// <summary>
/// Text with nothing in it that Discord would draw as anything else: no marks, mentions, emoji codes, masked links or timestamps, and no characters that
/// turn the direction of writing round.
/// </summary>
internal static class DiscordText
{
    // What can begin or end a mark anywhere. A backslash before them is not shown.
    private const string Anywhere = "\\*_~`|[]<>:@#";

    // What makes a heading, a list or a quotation, but only at the start of a line.
    private const string AtLineStart = "-+";

    public static string Of(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        var isLineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (IsDropped(letter)) continue;
            var isNumbered = isLineStart && char.IsAsciiDigit(letter) && EndsNumber(text, i) is { } dot && Mark(safe, text, ref i, dot);
            if (isNumbered) continue;
            if (Anywhere.Contains(letter, StringComparison.Ordinal) || (isLineStart && AtLineStart.Contains(letter, StringComparison.Ordinal))) safe.Append('\\');
            safe.Append(letter);
            isLineStart = letter == '\n' || (isLineStart && letter == ' ');
        }
        return safe.ToString();
    }

    /// <summary>Without what is never shown, for places where Discord draws no marks (an embed's footer, buttons).</summary>
    public static string Plain(string text) => string.Concat(text.Where(letter => !IsDropped(letter)));

    /// <summary>The name of a forum's post; Discord takes 1 to 100 characters.</summary>
    public static string Title(Card card) => Plain(CardFitter.Cut(card.Title ?? card.Body.ToString(), 100)).ReplaceLineEndings(" ").Trim() is { Length: > 0 } name ? name : "News";

    // "12. " at the start of a line would begin a list, and Discord renumbers those.
    private static int? EndsNumber(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at + 1 < text.Length && text[at] == '.' && text[at + 1] == ' ' ? at : null;
    }

    private static bool Mark(StringBuilder safe, string text, ref int at, int dot)
    {
        safe.Append(text, at, dot - at).Append("\\.");
        at = dot;
        return true;
    }

    private static bool IsDropped(char letter) => letter switch
    {
        '\n' => false,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' => true,
        _ => char.IsControl(letter),
    };
}
