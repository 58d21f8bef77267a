using NewsBot.Core.Articles;

namespace NewsBot.Core.Summaries;

/// <summary>The words of an article's sentences as numbers, with what each word tells: one that stands in half of the sentences tells little.</summary>
internal sealed class Terms
{
    /// <summary>UTF-16 units that are compared: endings differ more than beginnings do, in every language that the bot reads.</summary>
    private const int Stem = 6;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _frequencies = [];
    private int _sentences;

    /// <summary>A word's number of sentences.</summary>
    public IReadOnlyList<int> Frequencies => _frequencies;

    public int Count => _frequencies.Count;

    /// <summary>Takes a sentence in: its different telling words, in order of first appearance.</summary>
    public int[] Add(string sentence)
    {
        _sentences++;
        var found = new HashSet<int>();
        foreach (var key in Keys(sentence))
        {
            if (!_numbers.TryGetValue(key, out var number))
            {
                _numbers.Add(key, number = _frequencies.Count);
                _frequencies.Add(0);
            }
            if (found.Add(number)) _frequencies[number]++;
        }
        return [.. found];
    }

    /// <summary>The words of another text, such as the title, that the sentences know.</summary>
    public HashSet<int> Known(string? text) =>
        [.. Keys(text).Select(key => _numbers.GetValueOrDefault(key, -1)).Where(number => number >= 0)];

    /// <summary>Inverse document frequency within the article.</summary>
    public double Weight(int term) => Math.Log(1 + ((double)_sentences / _frequencies[term]));

    private static IEnumerable<string> Keys(string? text) =>
        from word in Folding.Words(text)
        where !SmallWords.Contains(word)
        select word.Length <= Stem ? word : word[..Stem];
}
