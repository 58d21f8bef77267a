using System.Globalization;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>A paragraph with the places of the words that matched, in order and apart from each other.</summary>
/// <param name="Worth">Different terms that occur count most, then how often.</param>
internal sealed record Passage(string Text, IReadOnlyList<(int From, int To)> Hits, int Worth)
{
    public static Passage In(string text, IReadOnlyList<IReadOnlyList<string>> wanted)
    {
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
        for (var i = 0; i < text.Length; i++)
        {
            var from = i;
            while (i < text.Length && IsInWord(text, i)) i++;
            if (i == from) continue;
            foreach (var word in Folding.Words(text[from..i])) words.Add((word, from, i));
        }
        return words;
    }

    private static bool IsInWord(string text, int at) =>
        char.IsLetterOrDigit(text, at)
        || char.IsLowSurrogate(text[at])
        || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLetterOrDigit(text, at))
        || CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark
        || (text[at] is '\'' or '’' or 'ʼ' or '`' && at > 0 && char.IsLetterOrDigit(text, at - 1) && at + 1 < text.Length && char.IsLetter(text[at + 1]));
}
