using System.Globalization;
using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>A paragraph with the places of the words that matched, in order and apart from each other.</summary>
/// <param name="Worth">Different terms that occur count most, then how often.</param>
internal sealed record Passage(string Text, IReadOnlyList<(int From, int To)> Hits, int Worth)
{
    public static Passage In(string text, IReadOnlyList<IReadOnlyList<string>> wanted)
    {
        // Most paragraphs hold none of the words, and in plain ASCII that is seen at a glance.
        if (Ascii.IsValid(text) && !MayHold(text, wanted)) return new(text, [], 0);
        var words = WordsOf(text);
        var hits = new SortedSet<(int From, int To)>();
        var terms = 0;
        foreach (var term in wanted)
        {
            var before = hits.Count;
            for (var i = 0; i + term.Count <= words.Count; i++)
                if (StandsAt(words, i, term))
                    for (var j = i; j < i + term.Count; j++) hits.Add((words[j].From, words[j].To));
            if (hits.Count > before) terms++;
        }
        return new(text, [.. hits], terms * 1000 + Math.Min(hits.Count, 999));
    }

    // An apostrophe joins: "don't" is the word "dont".
    private static bool MayHold(string text, IReadOnlyList<IReadOnlyList<string>> wanted)
    {
        var joined = text.Replace("'", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
        return wanted.Any(term => joined.Contains(term[0], StringComparison.OrdinalIgnoreCase));
    }

    private static bool StandsAt(List<(string Word, int From, int To)> words, int at, IReadOnlyList<string> term)
    {
        for (var i = 0; i < term.Count; i++)
            if (!string.Equals(words[at + i].Word, term[i], StringComparison.Ordinal)) return false;
        return true;
    }

    // A run of letters usually folds to one word; where it folds to more (Chinese, say), each of them stands for the run.
    private static List<(string Word, int From, int To)> WordsOf(string text)
    {
        var words = new List<(string, int, int)>();
        for (int from = 0, to; from < text.Length; from = Math.Max(to, from + 1))
        {
            to = from;
            while (to < text.Length && LengthInWord(text, to) is var length and > 0) to += length;
            if (to == from) continue;
            foreach (var word in Folded(text[from..to])) words.Add((word, from, to));
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
