using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>The runs of five folded words that a text holds, as a set: two texts are compared by the share of runs that they have in common.</summary>
public sealed class Shingles
{
    /// <summary>Words in a run.</summary>
    public const int Words = 5;

    /// <summary>Words of a text that are looked at; a text beyond that is a book, and its beginning tells it apart.</summary>
    private const int MostWords = 20_000;

    private readonly ulong[] _hashes;

    private Shingles(ulong[] hashes, ulong text, int words) => (_hashes, Text, WordCount) = (hashes, text, words);

    internal ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>Hash of the whole folded text; texts of the same words have the same.</summary>
    internal ulong Text { get; }

    internal int WordCount { get; }

    public static Shingles Of(ArticleContent content) => Of([content.Title, content.Deck ?? "", .. content.Body]);

    /// <summary>A text that is shorter than a run is one run.</summary>
    public static Shingles Of(params IEnumerable<string> parts)
    {
        var words = parts.SelectMany(Folding.Words).Take(MostWords).Select(it => StoryHash.Of(it)).ToArray();
        var text = words.Aggregate(0UL, StoryHash.Combine);
        if (words.Length == 0) return new([], 0, 0);
        if (words.Length < Words) return new([text], text, words.Length);
        var runs = new ulong[words.Length - Words + 1];
        for (var at = 0; at < runs.Length; at++)
            foreach (var word in words.AsSpan(at, Words)) runs[at] = StoryHash.Combine(runs[at], word);
        Array.Sort(runs);
        return new([.. runs.Distinct()], text, words.Length);
    }

    /// <summary>Shared runs of all runs, 0 to 1; 0 when either text is empty.</summary>
    public double Jaccard(Shingles other)
    {
        var (left, right, shared) = (0, 0, 0);
        while (left < _hashes.Length && right < other._hashes.Length)
        {
            var order = _hashes[left].CompareTo(other._hashes[right]);
            if (order == 0) shared++;
            if (order <= 0) left++;
            if (order >= 0) right++;
        }
        var all = _hashes.Length + other._hashes.Length - shared;
        return all == 0 ? 0 : (double)shared / all;
    }
}
