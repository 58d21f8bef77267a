using NewsBot.Core.Summaries;

namespace NewsBot.Benchmarks.Summaries;

/// <summary>Ours and its peers, each from paragraphs to whole sentences in the article's order.</summary>
public static class Summarizers
{
    public static IEnumerable<(string Name, Func<SummaryCase, int, string> Summarize)> All { get; } =
    [
        ("NewsBot", Ours),
        ("Lead", Lead),
        ("TextRank", (article, count) => Best(article, count, TextRank.Scores)),
        ("LexRank", (article, count) => Best(article, count, LexRank.Scores)),
    ];

    public static string Ours(SummaryCase article, int count) =>
        string.Join(' ', KeySentences.Of(new Material(null, null, article.Paragraphs), new SummaryBudget(count)));

    public static string Lead(SummaryCase article, int count) => string.Join(' ', article.Sentences.Take(count));

    public static string Best(SummaryCase article, int count, Func<IReadOnlyList<string>, double[]> score)
    {
        var sentences = article.Sentences;
        var scores = score(sentences);
        var best = Enumerable.Range(0, sentences.Length).OrderByDescending(at => scores[at]).Take(count).Order();
        return string.Join(' ', best.Select(at => sentences[at]));
    }
}
