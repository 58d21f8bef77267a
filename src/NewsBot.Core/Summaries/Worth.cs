namespace NewsBot.Core.Summaries;

/// <summary>
/// What each sentence is worth for a summary, from how central it is, where it stands and what it names. The constants were found by search
/// over the texts in src/notes/quality.md, whole, shuffled and headless; the figures change little around them.
/// </summary>
internal static class Worth
{
    /// <summary>Words; beyond these a sentence costs more of a reader's breath than it says.</summary>
    private const double ComfortableWords = 30;

    public static double[] Of(IReadOnlyList<Sentence> sentences, Terms terms, string? title, SummaryBudget budget)
    {
        var centrality = Centrality.Of([.. sentences.Select(sentence => sentence.Terms)], terms);
        var titleWords = terms.Known(title);
        return [.. sentences.Select((sentence, i) =>
            (4.2 * centrality[i])
            + Says(sentence, terms, budget)
            + Names(sentence.Cues)
            + TitleShare(sentence, titleWords)
            - Depth(i, budget)
            - (sentence.Cues.HasQuote ? 0.7 : 0)
            - Length(sentence.Cues.Words, budget))];
    }

    // The head of an article says most of it, and of a summary of several sentences more than of a single one, which may be any.
    private static double Depth(int at, SummaryBudget budget) => 0.6 * (1 - (0.6 / budget.Expected)) * Math.Log(1 + at);

    // Words that the article comes back to. Grows slowly, or the longest sentence would always win.
    private static double Says(Sentence sentence, Terms terms, SummaryBudget budget) =>
        (1 + (0.32 / budget.Expected)) * Math.Log(1 + sentence.Terms.Sum(term => terms.Frequencies[term] - 1));

    private static double Names(Cues cues) => 0.4 * (Math.Min(cues.Numbers, 3) + Math.Min(cues.FullNames, 3)) / 3;

    private static double TitleShare(Sentence sentence, HashSet<int> title) =>
        title.Count == 0 ? 0 : (double)sentence.Terms.Count(title.Contains) / title.Count;

    private static double Length(double words, SummaryBudget budget) =>
        (1 - (0.48 / budget.Expected)) * Math.Max(0, words - ComfortableWords) / 10;
}
