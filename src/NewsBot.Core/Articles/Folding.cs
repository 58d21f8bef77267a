using System.Globalization;
using System.Text;

namespace NewsBot.Core.Articles;

/// <summary>
/// One way to make words comparable, used when we index, when someone asks and when a topic's rule is matched:
/// lower case, without accents, letters and digits only. "Café", "CAFÉ" and "cafe" are the same word.
/// Cyrillic й and ї keep their identity: to a reader they are letters, not accents.
/// </summary>
public static class Folding
{
    /// <summary>The folded words of a text, in order. An apostrophe inside a word joins ("п'ять", "don't" are one word each).</summary>
    public static IEnumerable<string> Words(string? text)
    {
        if (string.IsNullOrEmpty(text)) yield break;
        var folded = Fold(text);
        // The word that is being read: what stands before an apostrophe in it, and where the rest begins.
        var (before, start) = ("", -1);
        for (var i = 0; i < folded.Length; i++)
        {
            var rune = Rune.TryGetRuneAt(folded, i, out var found) ? found : Rune.ReplacementChar;
            var isWord = Rune.IsLetterOrDigit(rune);
            if (isWord && !IsIdeograph(rune))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0 && IsApostrophe(rune) && i + 1 < folded.Length && char.IsLetter(folded[i + 1]))
            {
                (before, start) = (before + folded[start..i], i + 1);
            }
            else
            {
                if (start >= 0) yield return before + folded[start..i];
                (before, start) = ("", -1);
                // Chinese and Japanese write no spaces: each sign is a word, and a run of them is asked for as a phrase.
                if (isWord) yield return rune.ToString();
            }
            i += rune.Utf16SequenceLength - 1;
        }
        if (start >= 0) yield return before + folded[start..];
    }

    /// <summary>The folded words with single spaces between: what both engines index.</summary>
    public static string Index(string? text) => string.Join(' ', Words(text));

    private static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        var previous = '\0';
        foreach (var letter in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark || IsPartOfLetter(previous, letter))
                folded.Append(char.ToLowerInvariant(letter));
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) previous = letter;
        }
        return folded.ToString().Normalize(NormalizationForm.FormC)
            .Replace("ß", "ss", StringComparison.Ordinal)
            .Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("ø", "o", StringComparison.Ordinal)
            .Replace("ł", "l", StringComparison.Ordinal)
            .Replace("đ", "d", StringComparison.Ordinal);
    }

    // й = и + breve, ї = і + diaeresis, ў = у + breve. Ё is commonly typed as е, so its dots do fall.
    private static bool IsPartOfLetter(char letter, char mark) => (char.ToLowerInvariant(letter), mark) switch
    {
        ('и' or 'у', '\u0306') => true,
        ('і', '\u0308') => true,
        _ => false,
    };

    private static string WellFormed(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Repaired(text);

    // Normalize throws on a lone surrogate, and a stranger's text may hold one.
    private static string Repaired(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) repaired.Append(rune.ToString());
        return repaired.ToString();
    }

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or 'ʼ' or '`';

    private static bool IsIdeograph(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
