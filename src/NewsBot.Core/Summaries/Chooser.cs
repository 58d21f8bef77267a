namespace NewsBot.Core.Summaries;

/// <summary>
/// Takes the sentence of most worth, then the one that adds most to it, and so on while there is room. A sentence that leans on the one before
/// it can follow only that one; what was said already counts against a sentence.
/// </summary>
internal sealed class Chooser(IReadOnlyList<Sentence> sentences, Terms terms, double[] worth)
{
    /// <summary>Share of a sentence's words; more of them said already, and the sentence says nothing new.</summary>
    private const double Repetition = 0.75;

    private const double RepetitionCost = 1.15;

    private readonly HashSet<int> _said = [];
    private readonly HashSet<int> _title = [];
    private readonly SortedSet<int> _chosen = [];

    /// <param name="title">Stands above: a sentence that repeats it is not taken, but may speak of the same.</param>
    /// <param name="deck">Stands above: what it says counts as said.</param>
    /// <returns>In the order of the article.</returns>
    public IReadOnlyList<Sentence> Choose(string? title, string? deck, SummaryBudget budget)
    {
        _title.UnionWith(terms.Known(title));
        _said.UnionWith(terms.Known(deck));
        var room = budget.Room;
        for (var count = Math.Min(budget.Sentences, SummaryBudget.MostSentences); count > 0 && Best(room) is { } best; count--)
        {
            _chosen.Add(best.At);
            _said.UnionWith(best.Terms);
            room -= best.Text.Length + 1;
        }
        return [.. _chosen.Select(at => sentences[at])];
    }

    private Sentence? Best(int room)
    {
        Sentence? best = null;
        var bestValue = double.NegativeInfinity;
        foreach (var sentence in sentences)
        {
            if (sentence.Text.Length > room || !MayStand(sentence)) continue;
            var repeated = Share(sentence, _said);
            var value = worth[sentence.At] - (RepetitionCost * repeated);
            if (value <= bestValue || repeated > Repetition || Share(sentence, _title) > Repetition) continue;
            (best, bestValue) = (sentence, value);
        }
        return best;
    }

    private bool MayStand(Sentence sentence) =>
        sentence.IsWhole && !_chosen.Contains(sentence.At) && (!sentence.IsLeaning || _chosen.Contains(sentence.At - 1));

    private double Share(Sentence sentence, HashSet<int> said)
    {
        if (said.Count == 0 || sentence.Terms.Length == 0) return 0;
        var (all, known) = (0.0, 0.0);
        foreach (var term in sentence.Terms)
        {
            all += terms.Weight(term);
            if (said.Contains(term)) known += terms.Weight(term);
        }
        return known / all;
    }
}
