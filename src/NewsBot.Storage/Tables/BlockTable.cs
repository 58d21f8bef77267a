using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>
/// How many articles lie in each block of numbers, on four levels: 2 minutes, an hour, a day and a half, and 45 days of numbers, 32 of one
/// in the next. With it the number of the n-th newest article is found in four short reads, whatever the archive's size.
/// </summary>
internal static class BlockTable
{
    /// <summary>A block's number is an article's without this many bits.</summary>
    public static readonly int[] Levels = [26, 21, 16, 11];

    public static Task CountAsync(Session session, long number, int change, CancellationToken stop) => session.RunAsync("""
        insert into article_blocks (level, block, articles) values (11, @number >> 11, @change), (16, @number >> 16, @change), (21, @number >> 21, @change), (26, @number >> 26, @change)
        on conflict (level, block) do update set articles = article_blocks.articles + excluded.articles
        """, [("number", number), ("change", (long)change)], stop);

    public static async Task<long> TotalAsync(Session session, CancellationToken stop) =>
        await session.NumberAsync("select cast(sum(articles) as bigint) from article_blocks where level = 26", [], stop) ?? 0;

    /// <summary>A number above all articles'.</summary>
    public static async Task<long> EndAsync(Session session, CancellationToken stop) =>
        (await session.NumberAsync("select max(block) from article_blocks where level = 11", [], stop) ?? 0) + 1 << 11;

    /// <summary>The start of the block in which the n-th newest article below a number lies; null when there are fewer.</summary>
    public static async Task<long?> NthNewestAsync(Session session, long n, long end, CancellationToken stop)
    {
        var (from, to) = (long.MinValue, end);
        foreach (var level in Levels)
        {
            var blocks = await session.ListAsync(
                "select block, articles from article_blocks where level = @level and block >= @from and block <= @to order by block desc",
                [("level", (long)level), ("from", from == long.MinValue ? from : from >> level), ("to", to - 1 >> level)],
                static row => (Block: row.GetInt64(0), Articles: row.GetInt64(1)), stop);
            var reached = blocks.FindIndex(block => (n -= block.Articles) <= 0);
            if (reached < 0) return null;
            n += blocks[reached].Articles;
            from = blocks[reached].Block << level;
            to = Math.Min(end, from + (1L << level));
        }
        return from;
    }

    /// <summary>The fewest blocks that hold every number from one on and below another, and perhaps a few beside.</summary>
    public static IEnumerable<(int Level, long Block)> Cover(long oldest, long end)
    {
        var smallest = Levels[^1];
        var (from, to) = (oldest >> smallest, (end - 1 >> smallest) + 1);
        for (var i = Levels.Length - 1; i >= 0 && from < to; i--)
        {
            var step = i == 0 ? 63 : Levels[i - 1] - Levels[i];
            var size = 1L << step;
            if (i == 0)
            {
                for (; from < to; from++) yield return (Levels[i], from);
                yield break;
            }
            for (; from < to && (from & (size - 1)) != 0; from++) yield return (Levels[i], from);
            for (; from < to && (to & (size - 1)) != 0; to--) yield return (Levels[i], to - 1);
            (from, to) = (from >> step, to >> step);
        }
    }
}
