using System.Globalization;
using System.Text;

namespace NewsBot.Sources.Folder;

/// <summary>
/// The name of a file within its folder, as it is stored and shown: relative, forward slashes, one form for each letter, and nothing that
/// hides or turns what is printed.
/// </summary>
internal static class Place
{
    public static string Of(string folder, string name) => folder.Length == 0 ? Clean(name) : $"{folder}/{Clean(name)}";

    /// <summary>Editors' unfinished files have other endings (.txt~, .txt#, .swp, .part), so these two are all there is to know.</summary>
    public static bool IsArticle(string name) =>
        name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static string Clean(string name) => Ascii.IsValid(name) && !name.Any(char.IsControl)
        ? name
        : string.Concat(name.EnumerateRunes().Select(rune => IsHidden(rune) ? "\uFFFD" : rune.ToString())).Normalize(NormalizationForm.FormC);

    // The joiners U+200C and U+200D stay: emoji and several scripts are spelled with them.
    private static bool IsHidden(Rune rune) => rune.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
