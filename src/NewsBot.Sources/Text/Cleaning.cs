using System.Text;

namespace NewsBot.Sources.Text;

/// <summary>
/// Takes out of a stranger's text what nobody sees and what plays tricks: control characters, zero-width characters,
/// direction overrides (a "gpj.exe" that reads "exe.jpg"), hidden tag characters, halves of surrogate pairs.
/// Every kind of white space becomes a space, and every kind of line end becomes "\n".
/// </summary>
internal static class Cleaning
{
    private const char Tab = '\t';

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign is >= ' ' and < '\u007F') clean.Append(sign);
            else if (char.IsHighSurrogate(sign) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) AppendPair(clean, sign, text[++i]);
            else if (IsLineEnd(text, i)) clean.Append('\n');
            else if (sign is Tab || (char.IsWhiteSpace(sign) && !char.IsControl(sign))) clean.Append(' ');
            else if (IsJoiner(sign) ? IsInsideWord(text, i) : !IsUnseen(sign)) clean.Append(sign);
        }
        return clean.ToString();
    }

    // The second half of "\r\n" is not another line's end; it is a control character, and falls away as one.
    private static bool IsLineEnd(string text, int at) => text[at] switch
    {
        '\n' => at == 0 || text[at - 1] != '\r',
        '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => true,
        _ => false,
    };

    // Persian words and joined emoji are spelt with these; anywhere else they only hide.
    private static bool IsJoiner(char sign) => sign is '\u200C' or '\u200D';

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && text[at - 1] > '\u007F' && text[at + 1] > '\u007F'
        && !char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at + 1])
        && !IsJoiner(text[at - 1]);

    private static bool IsUnseen(char sign) => char.IsControl(sign) || char.IsSurrogate(sign) || sign is
        '\u00AD' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
        or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') or '\uFFFE' or '\uFFFF';

    // U+E0000 to U+E007F spell text that no reader sees.
    private static void AppendPair(StringBuilder clean, char high, char low)
    {
        if (high == '\uDB40' && low is >= '\uDC00' and <= '\uDC7F') return;
        clean.Append(high).Append(low);
    }
}
