using NewsBot.Core.Articles;

namespace NewsBot.Benchmarks.Storage;

/// <summary>
/// Articles of invented words that occur as unevenly as real ones do (Zipf, s = 1.07, 200,000 words): a title of nine words and a body of
/// about three hundred, some 2 KB. The same seed makes the same articles.
/// </summary>
internal sealed class ZipfArticles(int seed)
{
    private const int Vocabulary = 200_000;
    private const double Exponent = 1.07;

    private static readonly double[] Shares = SharesOf();
    private static readonly DateTimeOffset First = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random random = new(seed);

    /// <summary>The word of a rank, 1 being the most common.</summary>
    public static string Word(int rank)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var rest = rank; rest > 0; rest /= 20) letters[--at] = "bcdfghjklmnprstvwxza"[rest % 20];
        return $"{letters[at..]}o";
    }

    public Article Next(int number)
    {
        var title = Words(9);
        return new(ArticleId.Of($"{seed}/{number}"), "bench", $"{number}.txt", new()
        {
            Title = title,
            Deck = Words(15),
            Body = [Words(95), Words(95), Words(95)],
            Published = First.AddMinutes(number * 11L),
        }, "");
    }

    public string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(Rank())));

    public int Between(int from, int to) => random.Next(from, to);

    private int Rank()
    {
        var at = Array.BinarySearch(Shares, random.NextDouble());
        return Math.Min(Vocabulary, (at < 0 ? ~at : at) + 1);
    }

    private static double[] SharesOf()
    {
        var shares = new double[Vocabulary];
        var sum = 0.0;
        for (var i = 0; i < Vocabulary; i++) shares[i] = sum += 1 / Math.Pow(i + 1, Exponent);
        for (var i = 0; i < Vocabulary; i++) shares[i] /= sum;
        return shares;
    }
}
