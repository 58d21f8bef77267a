using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Search;

/// <summary>
/// GIN indexes over tsvectors. The index knows which articles hold a word but not where: whatever asks more than that (phrases,
/// ts_rank) reads the whole vector, so it is asked only about the newest that may match.
/// </summary>
internal sealed class PostgresWords : IWordIndex
{
    // Vectors that a question with a phrase may read: some milliseconds' worth.
    private const int Looks = 1_000;

    public Task AddAsync(Session session, long number, IndexedText text, CancellationToken stop) => session.RunAsync(
        "insert into article_words (number, title, words) values (@number, cast(@title as tsvector), cast(@words as tsvector))",
        [("number", number), ("title", WordVector.Of(new(text.Title, "", "", ""))), ("words", WordVector.Of(text))], stop);

    public Task RemoveAsync(Session session, long number, CancellationToken stop) => session.RunAsync(
        "delete from article_words where number = @number", [("number", number)], stop);

    public async Task<Matches> MatchAsync(Session session, SearchQuery query, CancellationToken stop)
    {
        // The planner takes reading the table for cheap, because it does not see that the vectors lie elsewhere (TOAST).
        session.Begin(await session.Connection.BeginTransactionAsync(stop));
        await session.RunAsync("set local enable_seqscan = off", [], stop);
        var matches = await MatchInsideAsync(session, query, stop);
        await session.CommitAsync();
        return matches;
    }

    private static async Task<Matches> MatchInsideAsync(Session session, SearchQuery query, CancellationToken stop)
    {
        var hasPhrase = query.Wanted.Concat(query.Unwanted).Any(words => words.Count > 1);
        var newest = hasPhrase
            ? await NewestReadAsync(session, "words", TsQuery.Loose(query), query, Matches.Most + 1, stop)
            : await NewestAsync(session, "words", TsQuery.Loose(query), Matches.Most + 1, stop);
        if (newest.Count <= Matches.Most) return newest.Count > 1 ? new(newest, await WeightsAsync(session, query, newest, stop)) : Matches.Of(newest);
        var byTitle = hasPhrase || query.Unwanted.Count > 0
            ? await NewestReadAsync(session, "title", TsQuery.LooselyWanted(query), query, Matches.Most, stop)
            : await NewestAsync(session, "title", TsQuery.LooselyWanted(query), Matches.Most, stop);
        return Matches.Of([.. newest.Union(byTitle)]);
    }

    /// <summary>What the index alone can tell.</summary>
    private static Task<List<long>> NewestAsync(Session session, string column, string loose, int most, CancellationToken stop) => session.ListAsync($"""
        with found as materialized (select number from article_words where {column} @@ cast(@loose as tsquery))
        select number from found order by number desc limit @most
        """, [("loose", loose), ("most", (long)most)], static row => row.GetInt64(0), stop);

    // The offset is a fence: without it the planner would ask the index for the phrase too, and then read every vector that may hold it.
    private static Task<List<long>> NewestReadAsync(Session session, string column, string loose, SearchQuery query, int most, CancellationToken stop) => session.ListAsync($"""
        with found as materialized (select number from article_words where {column} @@ cast(@loose as tsquery)),
        near as materialized (select number from found order by number desc limit @looks)
        select near.number from near
        cross join lateral (select title, words from article_words where article_words.number = near.number offset 0) as row
        where row.{column} @@ cast(@wanted as tsquery) and row.words @@ cast(@query as tsquery)
        order by near.number desc limit @most
        """,
        [("loose", loose), ("looks", (long)Looks), ("wanted", TsQuery.Wanted(query)), ("query", TsQuery.Of(query)), ("most", (long)most)],
        static row => row.GetInt64(0), stop);

    private static async Task<Dictionary<long, double>> WeightsAsync(Session session, SearchQuery query, List<long> numbers, CancellationToken stop) =>
        (await session.ListAsync($$"""
            select number, cast(ts_rank('{0.125, 0.25, 0.5, 1}', words, cast(@query as tsquery)) as double precision) from article_words
            where number in (select cast(value as bigint) from {{session.Dialect.Each("numbers")}})
            """, [("query", TsQuery.Of(query)), ("numbers", $"[{string.Join(',', numbers)}]")],
            static row => (Number: row.GetInt64(0), Weight: row.GetDouble(1)), stop))
        .ToDictionary(row => row.Number, row => row.Weight);
}
