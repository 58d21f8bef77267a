namespace NewsBot.Core.Stories;

/// <summary>What two articles share, in numbers from which it is decided whether they report one event.</summary>
/// <param name="Terms">Terms in common.</param>
/// <param name="All">Cosine of all terms, weighted by rarity, titles and names more.</param>
/// <param name="Names">Share of names in common, of the article that has fewer; 0 when either has none.</param>
/// <param name="Numbers">Share of numbers in common, of the article that has fewer; 0 when either has none.</param>
/// <param name="AreNumbersApart">Both have numbers and none is shared.</param>
/// <param name="AreResultsApart">Both have a result, as of a match, and none is shared.</param>
/// <param name="Hours">Hours between them.</param>
internal readonly record struct EventLikeness(int Terms, double All, double Names, double Numbers, bool AreNumbersApart, bool AreResultsApart, double Hours)
{
    private const double TitleWeight = 1.5;
    private const double NameWeight = 1.3;

    /// <param name="rarity">Of a term's hash: 1 for what nobody else says, towards 0 for what all say.</param>
    public static EventLikeness Of(StoryPrint left, StoryPrint right, Func<uint, double> rarity)
    {
        Tally all = new(), names = new(), numbers = new(), results = new();
        foreach (var (a, b) in Merged(left.Terms, right.Terms))
        {
            var weight = rarity((a ?? b)!.Value.Hash);
            all.Count(Weight(a) * weight, Weight(b) * weight);
            var traits = (a?.Traits ?? default) | (b?.Traits ?? default);
            var (one, other) = (a is null ? 0 : weight, b is null ? 0 : weight);
            if (traits.HasFlag(TermTraits.Number)) numbers.Count(one, other);
            else if (traits.HasFlag(TermTraits.Name)) names.Count(one, other);
            if (traits.HasFlag(TermTraits.Result)) results.Count(one, other);
        }
        return new(all.Terms, all.Cosine, names.OfFewer, numbers.OfFewer, numbers.IsApart, results.IsApart, (left.Published - right.Published).Duration().TotalHours);
    }

    private static double Weight(StoryTerm? term) =>
        term is not { } it ? 0 : (it.Is(TermTraits.Title) ? TitleWeight : 1) * (it.Is(TermTraits.Name | TermTraits.Number) ? NameWeight : 1);

    // Both are in order of their hashes.
    private static IEnumerable<(StoryTerm? Left, StoryTerm? Right)> Merged(StoryTerm[] left, StoryTerm[] right)
    {
        for (var (l, r) = (0, 0); l < left.Length || r < right.Length;)
        {
            var order = l == left.Length ? 1 : r == right.Length ? -1 : left[l].Hash.CompareTo(right[r].Hash);
            yield return (order <= 0 ? left[l++] : null, order >= 0 ? right[r++] : null);
        }
    }

    private sealed class Tally
    {
        private double _left, _right, _shared, _leftSquare, _rightSquare, _product;

        public int Terms { get; private set; }

        public double Cosine => _product == 0 ? 0 : _product / Math.Sqrt(_leftSquare * _rightSquare);

        public double OfFewer => _shared == 0 ? 0 : _shared / Math.Min(_left, _right);

        public bool IsApart => Terms == 0 && _left > 0 && _right > 0;

        public void Count(double left, double right)
        {
            _left += left;
            _right += right;
            _leftSquare += left * left;
            _rightSquare += right * right;
            _product += left * right;
            if (left == 0 || right == 0) return;
            Terms++;
            _shared += Math.Min(left, right);
        }
    }
}
