using System.Globalization;
using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>A folded word and the place in a text that it stands for.</summary>
internal readonly record struct TextWord(string Word, int From, int To);

/// <summary>Finds the words of a text together with their places.</summary>
internal static class TextWords
{
    // A run of letters usually folds to one word; where it folds to more (Chinese, say), each of them stands for the run.
    public static List<TextWord> Of(string text)
    {
        var words = new List<TextWord>();
        for (int from = 0, to; from < text.Length; from = Math.Max(to, from + 1))
        {
            to = from;
            while (to < text.Length && LengthInWord(text, to) is var length and > 0) to += length;
            if (to == from) continue;
            foreach (var word in Folded(text[from..to])) words.Add(new(word, from, to));
        }
        return words;
    }

    // Folding does all this right; plain ASCII, by far the most, needs none of it.
    private static IEnumerable<string> Folded(string run) =>
        Ascii.IsValid(run) && run.AsSpan().IndexOfAny('\'', '`') < 0 ? [run.ToLowerInvariant()] : Folding.Words(run);

    /// <summary>UTF-16 units of the sign at a place if it belongs to a word, else 0.</summary>
    private static int LengthInWord(string text, int at) => Rune.TryGetRuneAt(text, at, out var sign) && IsInWord(sign, text, at) ? sign.Utf16SequenceLength : 0;

    private static bool IsInWord(Rune sign, string text, int at) =>
        Rune.IsLetterOrDigit(sign)
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark
        || (sign.Value is '\'' or '’' or 'ʼ' or '`' && at > 0 && char.IsLetterOrDigit(text, at - 1) && at + 1 < text.Length && char.IsLetter(text[at + 1]));
}
