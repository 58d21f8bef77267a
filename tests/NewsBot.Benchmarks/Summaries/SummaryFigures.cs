using System.Diagnostics;

namespace NewsBot.Benchmarks.Summaries;

/// <summary>How good summaries are, beside their peers on the same articles in the same run, and how many articles a second are summarised.</summary>
internal static class SummaryFigures
{
    private const int Seed = 7;

    /// <summary>Orders of each article: where one sentence is chosen, luck with a single order is worth half a point.</summary>
    private const int Shuffles = 3;

    public static void Run(string data)
    {
        var cnn = SummaryCase.Cnn(Path.Combine(data, "summaries", "cnn_validation500.jsonl"));
        Table("CNN, three sentences", cnn, 3);
        Table("CNN, one sentence", cnn, 1);
        SummaryCase[] shuffled = [.. Enumerable.Range(0, Shuffles).SelectMany(round => cnn.Select((article, i) => article.Shuffled(Seed + (1000 * round) + i)))];
        Table("CNN with its paragraphs shuffled, three sentences", shuffled, 3);
        Table("CNN with its paragraphs shuffled, one sentence", shuffled, 1);
        Table("Wikinews without its first sentence, which is the reference; one sentence", SummaryCase.WikinewsHeadless(Path.Combine(data, "articles", "wikinews500.jsonl")), 1);
        Table("CNN without its first sentence, which is the reference; one sentence", [.. cnn.Select(article => article.Headless()).Where(it => it.Paragraphs.Count >= 8)], 1);
        Times(cnn);
    }

    // What one text costs, usual and hostile ones.
    private static void Times(SummaryCase[] cnn)
    {
        Time("2,000 words of news", string.Join(' ', string.Join(' ', cnn.SelectMany(article => article.Paragraphs)).Split(' ').Take(2_000)));
        Time("10,000 sentences", string.Join(' ', cnn.SelectMany(article => article.Sentences).Take(10_000)));
        Time("1 MB of news in one paragraph", string.Join(' ', cnn.SelectMany(article => article.Paragraphs))[..1_000_000]);
        Time("1 MB in one word", new string('x', 1_000_000));
        Time("1 MB of 'A. '", string.Concat(Enumerable.Repeat("A. ", 333_333)));
        Time("1 MB of 'a.'", string.Concat(Enumerable.Repeat("a.", 500_000)));
        Time("1 MB of different words", string.Join(' ', Enumerable.Range(0, 150_000)));
    }

    private static void Time(string what, string paragraph)
    {
        var article = new SummaryCase([paragraph], "");
        Summarizers.Ours(article, 3);
        var watch = Stopwatch.StartNew();
        const int Rounds = 5;
        for (var round = 0; round < Rounds; round++) Summarizers.Ours(article, 3);
        Console.WriteLine(FormattableString.Invariant($"  {watch.Elapsed.TotalMilliseconds / Rounds,8:0.00} ms   {what}"));
    }

    private static void Table(string what, SummaryCase[] articles, int count)
    {
        Console.WriteLine($"{what} ({articles.Length} articles)");
        Console.WriteLine("            ROUGE-1 /  -2 /  -L   articles/s");
        foreach (var (name, summarize) in Summarizers.All)
        {
            foreach (var article in articles.Take(500)) summarize(article, count);
            var watch = Stopwatch.StartNew();
            var summaries = articles.Select(article => summarize(article, count)).ToArray();
            var perSecond = articles.Length / watch.Elapsed.TotalSeconds;
            var rouge = Rouge.Mean([.. summaries.Zip(articles, (summary, article) => Rouge.Of(summary, article.Reference))]);
            Console.WriteLine(FormattableString.Invariant($"  {name,-9} {rouge}   {perSecond,8:0}"));
        }
        Console.WriteLine();
    }
}
