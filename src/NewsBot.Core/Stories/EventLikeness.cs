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
        Tally all = default, names = default, numbers = default, results = default;
        // Both are in order of their hashes.
        for (var (l, r) = (0, 0); l < left.Terms.Length || r < right.Terms.Length;)
        {
            var order = l == left.Terms.Length ? 1 : r == right.Terms.Length ? -1 : left.Terms[l].Hash.CompareTo(right.Terms[r].Hash);
            var a = order <= 0 ? left.Terms[l++] : default;
            var b = order >= 0 ? right.Terms[r++] : default;
            var weight = rarity(order <= 0 ? a.Hash : b.Hash);
            all.Count(Weight(a) * weight, Weight(b) * weight);
            var (one, other, traits) = (order <= 0 ? weight : 0, order >= 0 ? weight : 0, a.Traits | b.Traits);
            if ((traits & TermTraits.Number) != 0) numbers.Count(one, other);
            else if ((traits & TermTraits.Name) != 0) names.Count(one, other);
            if ((traits & TermTraits.Result) != 0) results.Count(one, other);
        }
        return new(all.Terms, all.Cosine, names.OfFewer, numbers.OfFewer, numbers.IsApart, results.IsApart, (left.Published - right.Published).Duration().TotalHours);
    }

    // Every term stands in the title or in the lead: one without traits is none.
    private static double Weight(StoryTerm term) =>
        term.Traits == TermTraits.None ? 0 : (term.Is(TermTraits.Title) ? TitleWeight : 1) * (term.Is(TermTraits.Name | TermTraits.Number) ? NameWeight : 1);

    private struct Tally
    {
        private double _left, _right, _shared, _leftSquare, _rightSquare, _product;

        public int Terms { get; private set; }

        public readonly double Cosine => _product == 0 ? 0 : _product / Math.Sqrt(_leftSquare * _rightSquare);

        public readonly double OfFewer => _shared == 0 ? 0 : _shared / Math.Min(_left, _right);

        public readonly bool IsApart => Terms == 0 && _left > 0 && _right > 0;

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
