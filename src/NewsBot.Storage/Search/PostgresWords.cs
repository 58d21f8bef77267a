using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Search;

/// <summary>
/// A GIN index over tsvectors. It knows which articles hold a term, but neither in which order nor where in them. For the order, each vector
/// also holds the blocks of numbers that its article lies in: asked for a common word and the newest blocks, GIN skips all older articles.
/// For the places (phrases) whole vectors are read, so only so many of the newest that may match are.
/// </summary>
internal sealed class PostgresWords : IWordIndex
{
    // Vectors that a question with a phrase may read: some milliseconds' worth.
    private const int Looks = 1_000;

    // Articles in the first window, and how many times more in each that follows.
    private const int Window = 4_096;
    private const int Growth = 8;

    private const int MostBlocks = 500;

    public Task AddAsync(Session session, long number, IndexedText text, CancellationToken stop) => session.RunAsync(
        "insert into article_words (number, words) values (@number, cast(@words as tsvector))",
        [("number", number), ("words", WordVector.Of(number, text))], stop);

    public Task RemoveAsync(Session session, long number, CancellationToken stop) => session.RunAsync(
        "delete from article_words where number = @number", [("number", number)], stop);

    public async Task<List<long>> NewestAsync(Session session, WordQuestion question, int most, CancellationToken stop)
    {
        await BeginAsync(session, stop);
        var found = new List<long>();
        var end = question.End ?? await BlockTable.EndAsync(session, stop);
        for (var size = Window; found.Count < most; size *= Growth)
        {
            // The last window is whatever is left.
            var start = await BlockTable.NthNewestAsync(session, size, end, stop);
            var oldest = Math.Max(start ?? long.MinValue, question.Oldest ?? long.MinValue);
            found.AddRange(await WithinAsync(session, question, oldest, end, most - found.Count, stop));
            if (start is null || start <= question.Oldest) break;
            end = oldest;
        }
        await session.CommitAsync();
        return found;
    }

    public async Task<long[]> CountAsync(Session session, IReadOnlyList<SearchNode> nodes, long oldest, CancellationToken stop)
    {
        if (nodes.Count == 0) return [];
        await BeginAsync(session, stop);
        var blocks = Blocks(oldest, await BlockTable.EndAsync(session, stop));
        var queries = nodes.Select(node => TsQuery.And([TsQuery.Of(node), .. blocks]));
        var counts = await session.ListAsync("""
            with asked as materialized (select value, ordinality from jsonb_array_elements_text(cast(@queries as jsonb)) with ordinality as each (value, ordinality))
            select (select count(*) from article_words where words @@ cast(asked.value as tsquery) and number >= @oldest) from asked order by asked.ordinality
            """, [("queries", StorageJson.List(queries)), ("oldest", oldest)], static row => row.GetInt64(0), stop);
        await session.CommitAsync();
        return [.. counts];
    }

    // The planner takes reading the table for cheap, because it does not see that the vectors lie elsewhere (TOAST).
    private static async Task BeginAsync(Session session, CancellationToken stop)
    {
        session.Begin(await session.Connection.BeginTransactionAsync(stop));
        await session.RunAsync("set local enable_seqscan = off", [], stop);
    }

    private static Task<List<long>> WithinAsync(Session session, WordQuestion question, long oldest, long end, int most, CancellationToken stop)
    {
        var blocks = Blocks(oldest, end);
        var needsPlaces = question.Unwanted.Append(question.Wanted).Any(TsQuery.NeedsPlaces);
        var unwanted = question.Unwanted.Where(node => !needsPlaces || !TsQuery.NeedsPlaces(node)).Select(node => $"!{TsQuery.Of(node)}");
        var loosely = TsQuery.And([TsQuery.Loosely(question.Wanted), .. unwanted, .. blocks]);
        Values values = [("loosely", loosely), ("oldest", oldest), ("end", end), ("most", (long)most)];
        return needsPlaces
            ? ReadAsync(session, [.. values, ("looks", (long)Looks), ("whole", TsQuery.And([TsQuery.Of(question.Wanted), .. question.Unwanted.Select(node => $"!{TsQuery.Of(node)}")]))], stop)
            : session.ListAsync("""
                with found as materialized (select number from article_words where words @@ cast(@loosely as tsquery))
                select number from found where number >= @oldest and number < @end order by number desc limit @most
                """, values, static row => row.GetInt64(0), stop);
    }

    // The offset is a fence: without it the planner would ask the index for the phrase too, and then read every vector that may hold it.
    private static Task<List<long>> ReadAsync(Session session, Values values, CancellationToken stop) => session.ListAsync("""
        with found as materialized (select number from article_words where words @@ cast(@loosely as tsquery)),
        near as materialized (select number from found where number >= @oldest and number < @end order by number desc limit @looks)
        select near.number from near
        cross join lateral (select words from article_words where article_words.number = near.number offset 0) as row
        where row.words @@ cast(@whole as tsquery)
        order by near.number desc limit @most
        """, values, static row => row.GetInt64(0), stop);

    private static string[] Blocks(long oldest, long end)
    {
        var marks = BlockTable.Cover(oldest, end).Take(MostBlocks + 1).Select(block => WordVector.Quoted(Mark.Block(block.Level, block.Block))).ToArray();
        // A span of centuries is asked for without them: the exact bounds hold anyway.
        return marks.Length is 0 or > MostBlocks ? [] : [$"({string.Join(" | ", marks)})"];
    }
}
