using System.Globalization;
using System.Text;

namespace NewsBot.Sources.Text;

/// <summary>Takes out what a reader cannot see and a platform might misread, and folds white space.</summary>
internal static class CleanText
{
    /// <summary>Lines without control, direction and zero-width characters; every run of white space is one space; trimmed.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(Line).ToArray();

    private static string Line(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (!IsHidden(rune))
            {
                clean.Append(rune.ToString());
            }
        }
        return clean.ToString().TrimEnd();
    }

    // The joiners U+200C and U+200D stay: emoji and several scripts are spelled with them.
    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        0x200C or 0x200D => false,
        0x00AD or 0xFFFD => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned,
    };
}
