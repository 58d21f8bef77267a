using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>
/// An article's number: the minute of its publication times 1,024, plus one for each that is there already. Full-text search then
/// yields the newest first for nothing, and numbers stay close together, which keeps the index small. A minute with more
/// articles than that (a folder of files without dates) runs over into the next.
/// </summary>
internal static class ArticleNumber
{
    private const int PerMinute = 1024;

    public static async Task<long> NextAsync(Session session, DateTimeOffset published, CancellationToken stop)
    {
        var first = First(published);
        while (await session.NumberAsync("select max(number) from articles where number >= @first and number < @end",
            [("first", first), ("end", first + PerMinute)], stop) is { } last)
        {
            if (last + 1 < first + PerMinute) return last + 1;
            first += PerMinute;
        }
        return first;
    }

    public static bool IsOf(long number, DateTimeOffset published) => number >= First(published) && number < First(published) + PerMinute;

    /// <summary>The first number of an instant's minute.</summary>
    public static long First(DateTimeOffset published) => (long)Math.Floor((published - DateTimeOffset.UnixEpoch).TotalMinutes) * PerMinute;
}
