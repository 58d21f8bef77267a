using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>Puts a set of articles into stories, all of them at once: the order in which they are given changes only the order of the answer.</summary>
public static class StoryGroups
{
    /// <summary>Places in the list, a group each; groups and members in order of first appearance.</summary>
    /// <param name="upTo">
    /// <see cref="StoryKind.Near"/> for copies alone, <see cref="StoryKind.SameEvent"/> for events too; a follow-up has news of its own and
    /// stays apart unless it is asked for.
    /// </param>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<ArticleContent> articles, StoryKind upTo, StoryRules? rules = null)
    {
        var shingles = articles.Select(Shingles.Of).ToArray();
        var prints = articles.Select((it, at) => StoryPrint.Of(it, shingles[at])).ToArray();
        var window = new StoryWindow((rules ?? new()) with { Capacity = Math.Max(1, articles.Count) });
        var names = articles.Select((_, at) => ArticleId.Of($"{at}")).ToArray();
        var places = names.Index().ToDictionary(it => it.Item, it => it.Index);
        for (var at = 0; at < prints.Length; at++) window.Add(names[at], prints[at]);
        var leaders = Enumerable.Range(0, articles.Count).ToArray();
        for (var at = 0; at < prints.Length; at++)
            foreach (var match in window.Find(names[at], prints[at], shingles[at], id => shingles[places[id]]).Where(it => it.Kind <= upTo))
                Join(leaders, at, places[match.Article]);
        return [.. Enumerable.Range(0, articles.Count).GroupBy(at => Leader(leaders, at)).Select(it => it.ToArray())];
    }

    private static int Leader(int[] leaders, int at)
    {
        while (leaders[at] != at) at = leaders[at] = leaders[leaders[at]];
        return at;
    }

    private static void Join(int[] leaders, int left, int right)
    {
        var (a, b) = (Leader(leaders, left), Leader(leaders, right));
        leaders[Math.Max(a, b)] = Math.Min(a, b);
    }
}
