namespace NewsBot.Sources.Text;

/// <summary>Short phrases to look for among a text's folded words. In a phrase, "word*" stands for every word that begins so.</summary>
internal sealed class PhraseList
{
    private readonly Dictionary<string, List<string[]>> _byFirst = [];
    private readonly Dictionary<char, List<string[]>> _byBeginning = [];

    /// <param name="phrases">One phrase a line, or several divided by commas; lower case, without accents.</param>
    public PhraseList(string phrases)
    {
        foreach (var phrase in phrases.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = phrase.Split(' ');
            if (words[0].EndsWith('*')) Add(_byBeginning, words[0][0], words);
            else Add(_byFirst, words[0], words);
        }
    }

    /// <returns>How many words of the text begin one of the phrases.</returns>
    public int Count(IReadOnlyList<string> words)
    {
        var count = 0;
        for (var at = 0; at < words.Count; at++)
            if (Length(words, at) > 0)
                count++;
        return count;
    }

    public bool Occurs(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
            if (Length(words, at) > 0)
                return true;
        return false;
    }

    /// <returns>Words that a phrase beginning at this word covers; 0 when none does.</returns>
    public int Length(IReadOnlyList<string> words, int at)
    {
        var longest = 0;
        if (_byFirst.TryGetValue(words[at], out var whole)) Longest(whole);
        if (_byBeginning.TryGetValue(words[at][0], out var begun)) Longest(begun);
        return longest;

        void Longest(List<string[]> phrases)
        {
            foreach (var phrase in phrases)
                if (phrase.Length > longest && Matches(words, at, phrase)) longest = phrase.Length;
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<string[]>> phrases, TKey key, string[] words)
        where TKey : notnull
    {
        if (phrases.TryGetValue(key, out var known)) known.Add(words);
        else phrases[key] = [words];
    }

    private static bool Matches(IReadOnlyList<string> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count) return false;
        for (var i = 0; i < phrase.Length; i++)
            if (phrase[i][^1] == '*' ? !words[at + i].AsSpan().StartsWith(phrase[i].AsSpan(0, phrase[i].Length - 1)) : words[at + i] != phrase[i])
                return false;
        return true;
    }
}
