namespace NewsBot.Sources.Text;

/// <summary>
/// How much a text's words and spellings speak for each of several languages. A word is looked up once, and each run of its letters once, in one
/// table of all languages: asking two dozen languages one by one took more time than everything else that is done with an article.
/// </summary>
internal sealed class LanguageScores
{
    /// <summary>A small word says more than a spelling, which may stand in a name.</summary>
    private const double SpellingWeight = 0.35;

    private readonly Dictionary<string, int[]> _words;
    private readonly Spellings _first = new();
    private readonly Spellings _last = new();
    private readonly Spellings _inside = new();

    public LanguageScores(IReadOnlyList<LanguageTraits> languages)
    {
        Codes = [.. languages.Select(language => language.Code)];
        _words = languages.SelectMany((language, at) => language.Words.Select(word => (word, at))).GroupBy(pair => pair.word, pair => pair.at)
            .ToDictionary(group => group.Key, group => group.ToArray());
        for (var at = 0; at < languages.Count; at++)
            foreach (var spelling in languages[at].Spellings)
                if (spelling[0] == '^') _first.Add(spelling[1..], at);
                else if (spelling[^1] == '$') _last.Add(spelling[..^1], at);
                else _inside.Add(spelling, at);
    }

    public IReadOnlyList<string> Codes { get; }

    /// <summary>How much the small words speak for each language.</summary>
    public double[] OfWords(IReadOnlyList<string> text)
    {
        var scores = new double[Codes.Count];
        foreach (var word in text)
            if (_words.TryGetValue(word, out var languages))
                foreach (var language in languages) scores[language] += WordWeight(word);
        return scores;
    }

    /// <summary>The same, with what the spellings say.</summary>
    public double[] WithSpellings(double[] ofWords, IReadOnlyList<string> text)
    {
        var counts = new int[Codes.Count];
        var seen = new HashSet<int>();
        foreach (var word in text)
        {
            seen.Clear();
            for (var length = 1; length <= Math.Min(word.Length, _first.Longest); length++) _first.Count(word.AsSpan(0, length), counts);
            // A word that is nothing but an ending has none.
            for (var length = 1; length <= Math.Min(word.Length - 1, _last.Longest); length++) _last.Count(word.AsSpan(word.Length - length), counts);
            for (var start = 0; start < word.Length; start++)
                for (var length = 1; length <= Math.Min(word.Length - start, _inside.Longest); length++) _inside.Count(word.AsSpan(start, length), counts, seen);
        }
        return [.. ofWords.Zip(counts, (score, count) => score + (SpellingWeight * count))];
    }

    // Longer small words are rarer by chance: "a" stands in ten languages, "jednak" in one.
    private static double WordWeight(string word) => word.Length switch { 1 => 0.5, 2 => 0.8, _ => 1.3 };

    /// <summary>Runs of letters, each with the languages that it speaks for.</summary>
    private sealed class Spellings
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<List<int>> _languages = [];

        public int Longest { get; private set; }

        public void Add(string letters, int language)
        {
            if (!_numbers.TryGetValue(letters, out var number))
            {
                _numbers.Add(letters, number = _languages.Count);
                _languages.Add([]);
            }
            _languages[number].Add(language);
            Longest = Math.Max(Longest, letters.Length);
        }

        /// <param name="seen">What counted in this word before: a spelling counts once a word.</param>
        public void Count(ReadOnlySpan<char> letters, int[] counts, HashSet<int>? seen = null)
        {
            if (!_numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(letters, out var number) || seen?.Add(number) == false) return;
            foreach (var language in _languages[number]) counts[language]++;
        }
    }
}
