namespace NewsBot.Core.Stories;

/// <summary>What two articles share, in numbers from which it is decided whether they report one event.</summary>
/// <param name="All">Cosine of all terms, weighted by rarity.</param>
/// <param name="Title">Rarity-weighted share of the shorter title that the other article says too, in title or lead.</param>
/// <param name="Titles">Cosine of the two titles alone.</param>
/// <param name="Names">Share of names in common, of the article that has fewer; 0 when either has none.</param>
/// <param name="Plain">Cosine of the words that are neither names nor numbers.</param>
/// <param name="Numbers">Share of numbers in common, of the article that has fewer; 0 when either has none.</param>
/// <param name="NumbersApart">1 when both have numbers and none is shared.</param>
/// <param name="ResultsApart">1 when both have a result, as of a match, and none is shared.</param>
/// <param name="Hours">Hours between them.</param>
internal readonly record struct EventLikeness(
    double All, double Title, double Titles, double Names, double Plain, double Numbers, double NumbersApart, double ResultsApart, double Hours)
{
    private const double TitleWeight = 1.5;
    private const double NameWeight = 1.3;

    /// <param name="rarity">Of a term's hash: 1 for what nobody else says, towards 0 for what all say.</param>
    public static EventLikeness Of(StoryPrint left, StoryPrint right, Func<uint, double> rarity)
    {
        var (all, titles, names, plain, numbers) = (new Tally(), new Tally(), new Tally(), new Tally(), new Tally());
        var (leftTitle, rightTitle, results) = (new Tally(), new Tally(), new Tally());
        foreach (var (a, b) in Merged(left.Terms, right.Terms))
        {
            var weight = rarity((a ?? b)!.Value.Hash);
            var either = (a?.Traits ?? default) | (b?.Traits ?? default);
            all.Count(a is { } x ? Weight(x) * weight : 0, b is { } y ? Weight(y) * weight : 0);
            titles.Count(In(a, TermTraits.Title) * weight, In(b, TermTraits.Title) * weight);
            if (In(a, TermTraits.Title) > 0) leftTitle.Count(weight, b is null ? 0 : weight);
            if (In(b, TermTraits.Title) > 0) rightTitle.Count(weight, a is null ? 0 : weight);
            var kind = either.HasFlag(TermTraits.Number) ? numbers : either.HasFlag(TermTraits.Name) ? names : plain;
            kind.Count(a is null ? 0 : weight, b is null ? 0 : weight);
            if (either.HasFlag(TermTraits.Result)) results.Count(a is null ? 0 : 1, b is null ? 0 : 1);
        }
        return new(
            all.Cosine, Math.Min(leftTitle.OfLeft, rightTitle.OfLeft), titles.Cosine, names.OfFewer, plain.Cosine, numbers.OfFewer,
            numbers.IsApart ? 1 : 0, results.IsApart ? 1 : 0, (left.Published - right.Published).Duration().TotalHours);
    }

    private static double Weight(StoryTerm term) => (term.Is(TermTraits.Title) ? TitleWeight : 1) * (term.Is(TermTraits.Name | TermTraits.Number) ? NameWeight : 1);

    private static double In(StoryTerm? term, TermTraits place) => term is { } it && it.Is(place) ? 1 : 0;

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

        public double Cosine => _product == 0 ? 0 : _product / Math.Sqrt(_leftSquare * _rightSquare);

        public double OfFewer => _shared == 0 ? 0 : _shared / Math.Min(_left, _right);

        public double OfLeft => _left == 0 ? 0 : _shared / _left;

        public bool IsApart => _shared == 0 && _left > 0 && _right > 0;

        public void Count(double left, double right)
        {
            _left += left;
            _right += right;
            _leftSquare += left * left;
            _rightSquare += right * right;
            _product += left * right;
            if (left > 0 && right > 0) _shared += Math.Min(left, right);
        }
    }
}
