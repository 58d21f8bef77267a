using System.Globalization;
using System.Text;

namespace NewsBot.Local.Terminal;

/// <summary>
/// Makes text safe to print. A terminal obeys escape sequences and control characters, and signs that turn the direction of writing can
/// make an address look like another one; nothing from outside may reach it as such.
/// </summary>
internal static class TerminalText
{
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        // Half a surrogate pair comes out of this as the replacement character.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or 0x2028 or 0x2029) safe.Append('\n');
            else if (rune.Value == '\t') safe.Append(' ');
            else if (rune.Value == '\r' || TurnsDirection(rune)) continue;
            else safe.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control ? "\uFFFD" : rune.ToString());
        }
        return safe.ToString();
    }

    // https://trojansource.codes/
    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
