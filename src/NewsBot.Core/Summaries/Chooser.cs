namespace NewsBot.Core.Summaries;

/// <summary>
/// Takes the sentence of most worth, then the one that adds most to it, and so on while there is room. A sentence that leans on the one before
/// it can follow only that one; what was said already counts against a sentence.
/// </summary>
internal sealed class Chooser
{
    /// <summary>Share of a sentence's words; more of them said already, and the sentence says nothing new.</summary>
    private const double Repetition = 0.75;

    private const double RepetitionCost = 1.15;

    /// <summary>In the unit of <see cref="Worth"/>, where most sentences lie within 2 of each other.</summary>
    private const double Slack = 0.4;

    private readonly List<Sentence> _sentences;
    private readonly Terms _terms;
    private readonly double[] _worth;
    private readonly List<Sentence> _candidates;
    private readonly double _average;
    private readonly HashSet<int> _said = [];
    private readonly HashSet<int> _title = [];
    private readonly SortedSet<int> _chosen = [];

    /// <param name="sentences">All of the article, in order.</param>
    /// <param name="worth">One value a sentence.</param>
    public Chooser(List<Sentence> sentences, Terms terms, double[] worth)
    {
        (_sentences, _terms, _worth) = (sentences, terms, worth);
        _candidates = sentences.FindAll(sentence => sentence.IsWhole);
        // A note without a single whole sentence is better shown in pieces than not at all.
        if (_candidates.Count == 0) _candidates = sentences.FindAll(sentence => sentence.IsSayable);
        _average = _candidates.Count == 0 ? 0 : _candidates.Average(sentence => worth[sentence.At]);
    }

    /// <param name="title">Stands above: a sentence that repeats it is not taken, but may speak of the same.</param>
    /// <param name="deck">Stands above: what it says counts as said.</param>
    /// <returns>In the order of the article.</returns>
    public IReadOnlyList<Sentence> Choose(string? title, string? deck, SummaryBudget budget)
    {
        _title.UnionWith(_terms.Known(title));
        _said.UnionWith(_terms.Known(deck));
        var room = budget.Room;
        for (var count = Math.Min(budget.Sentences, SummaryBudget.MostSentences); count > 0 && Best(room) is { } best; count--)
        {
            _chosen.Add(best.At);
            _said.UnionWith(best.Terms);
            if (room < SummaryBudget.AnyRoom) room -= best.Text.Length + 1;
        }
        return [.. _chosen.Select(at => _sentences[at])];
    }

    private Sentence? Best(int room)
    {
        Sentence? best = null;
        var bestValue = double.NegativeInfinity;
        foreach (var sentence in _candidates)
        {
            if (sentence.Text.Length > room || !MayStand(sentence) || IsFiller(sentence, room)) continue;
            var repeated = Share(sentence, _said);
            var value = _worth[sentence.At] - (RepetitionCost * repeated);
            if (value <= bestValue || repeated > Repetition || Share(sentence, _title) > Repetition) continue;
            (best, bestValue) = (sentence, value);
        }
        return best;
    }

    // What says less than most is not said only because there is room left for it.
    private bool IsFiller(Sentence sentence, int room) => room < SummaryBudget.AnyRoom && _chosen.Count + _said.Count > 0 && _worth[sentence.At] < _average - Slack;

    private bool MayStand(Sentence sentence) =>
        !_chosen.Contains(sentence.At) && (!sentence.IsLeaning || _chosen.Contains(sentence.At - 1));

    private double Share(Sentence sentence, HashSet<int> said)
    {
        if (said.Count == 0 || sentence.Terms.Length == 0) return 0;
        var (all, known) = (0.0, 0.0);
        foreach (var term in sentence.Terms)
        {
            all += _terms.Weight(term);
            if (said.Contains(term)) known += _terms.Weight(term);
        }
        return known / all;
    }
}
