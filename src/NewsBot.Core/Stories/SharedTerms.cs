namespace NewsBot.Core.Stories;

/// <summary>The terms that two articles have in common.</summary>
internal static class SharedTerms
{
    /// <summary>Words that tell a reader why; more would be a list.</summary>
    private const int MostTold = 8;

    /// <summary>As the left one writes them, rarest first.</summary>
    public static IReadOnlyList<string> Of(StoryPrint left, StoryPrint right, Func<uint, double> rarity)
    {
        var shared = new List<(double Rarity, string Word)>();
        for (var (l, r) = (0, 0); l < left.Words.Length && r < right.Terms.Length;)
        {
            var order = left.Terms[l].Hash.CompareTo(right.Terms[r].Hash);
            if (order == 0) shared.Add((-rarity(left.Terms[l].Hash), left.Words[l]));
            if (order <= 0) l++;
            if (order >= 0) r++;
        }
        shared.Sort((one, other) => one.Rarity != other.Rarity ? one.Rarity.CompareTo(other.Rarity) : string.CompareOrdinal(one.Word, other.Word));
        return [.. shared.Take(MostTold).Select(it => it.Word)];
    }

    /// <summary>True when both give numbers, and less than half of those of the one that gives fewer stand in the other.</summary>
    public static bool NumbersDiffer(StoryPrint left, StoryPrint right)
    {
        var (some, others) = (Numbers(left), Numbers(right));
        return some.Count > 0 && others.Count > 0 && some.Count(others.Contains) * 2 < Math.Min(some.Count, others.Count);
    }

    private static HashSet<uint> Numbers(StoryPrint print) => [.. print.Terms.Where(it => it.Is(TermTraits.Number)).Select(it => it.Hash)];
}
