using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Search;

/// <summary>A GIN index over tsvectors. What a person typed arrives as words; every word is quoted here, and only this file adds operators.</summary>
internal sealed class PostgresWords : IWordIndex
{
    public Task AddAsync(Session session, long number, IndexedText text, CancellationToken stop) => session.RunAsync(
        "insert into article_words (number, words) values (@number, cast(@words as tsvector))",
        [("number", number), ("words", WordVector.Of(text))], stop);

    public Task RemoveAsync(Session session, long number, CancellationToken stop) => session.RunAsync(
        "delete from article_words where number = @number", [("number", number)], stop);

    public async Task<Matches> MatchAsync(Session session, SearchQuery query, CancellationToken stop)
    {
        var newest = await NumbersAsync(session, Expression(query), Matches.Most + 1, stop);
        if (newest.Count > Matches.Most)
            return Matches.Of([.. newest.Union(await NumbersAsync(session, Expression(query, ":A"), Matches.Most, stop))]);
        return newest.Count > 1 ? new(newest, await WeightsAsync(session, query, stop)) : Matches.Of(newest);
    }

    private static async Task<Dictionary<long, double>> WeightsAsync(Session session, SearchQuery query, CancellationToken stop) =>
        (await session.ListAsync("""
            with found as materialized (select number, words from article_words where words @@ cast(@query as tsquery))
            select number, cast(ts_rank('{0.125, 0.25, 0.5, 1}', words, cast(@query as tsquery)) as double precision) from found
            """, [("query", Expression(query))], static row => (Number: row.GetInt64(0), Weight: row.GetDouble(1)), stop))
        .ToDictionary(row => row.Number, row => row.Weight);

    private static Task<List<long>> NumbersAsync(Session session, string expression, int most, CancellationToken stop) => session.ListAsync("""
        with found as materialized (select number from article_words where words @@ cast(@query as tsquery))
        select number from found order by number desc limit @most
        """, [("query", expression), ("most", (long)most)], static row => row.GetInt64(0), stop);

    private static string Expression(SearchQuery query, string weight = "") => string.Join(" & ",
        [.. query.Wanted.Select(words => Phrase(words, weight)), .. query.Unwanted.Select(words => $"!{Phrase(words, "")}")]);

    private static string Phrase(IReadOnlyList<string> words, string weight) =>
        $"({string.Join(" <-> ", words.Select(word => WordVector.Quoted(IndexedText.Clipped(word)) + weight))})";
}
