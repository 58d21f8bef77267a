using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Search;

/// <summary>FTS5. What a person typed arrives as words; every word is quoted here, and only this file adds operators.</summary>
internal sealed class SqliteWords : IWordIndex
{
    public Task AddAsync(Session session, long number, IndexedText text, CancellationToken stop) => session.RunAsync(
        "insert into article_words (rowid, title, deck, tags, body) values (@number, @title, @deck, @tags, @body)",
        [("number", number), ("title", text.Title), ("deck", text.Deck), ("tags", text.Tags), ("body", text.Body)], stop);

    public Task RemoveAsync(Session session, long number, CancellationToken stop) => session.RunAsync(
        "delete from article_words where rowid = @number", [("number", number)], stop);

    public Task<List<long>> NewestAsync(Session session, SearchQuery query, int most, CancellationToken stop) =>
        NumbersAsync(session, Expression(query), most, stop);

    public Task<List<long>> NewestByTitleAsync(Session session, SearchQuery query, int most, CancellationToken stop) =>
        NumbersAsync(session, Expression(query, "{title} : "), most, stop);

    public async Task<IReadOnlyDictionary<long, double>> WeightsAsync(Session session, SearchQuery query, CancellationToken stop) =>
        (await session.ListAsync("select rowid, -bm25(article_words, 8, 4, 2, 1) from article_words where article_words match @expression",
            [("expression", Expression(query))], static row => (Number: row.GetInt64(0), Weight: row.GetDouble(1)), stop))
        .ToDictionary(row => row.Number, row => row.Weight);

    private static Task<List<long>> NumbersAsync(Session session, string expression, int most, CancellationToken stop) => session.ListAsync(
        "select rowid from article_words where article_words match @expression order by rowid desc limit @most",
        [("expression", expression), ("most", (long)most)], static row => row.GetInt64(0), stop);

    private static string Expression(SearchQuery query, string columns = "")
    {
        var wanted = string.Join(" AND ", query.Wanted.Select(Phrase));
        var unwanted = string.Concat(query.Unwanted.Select(words => $" NOT {Phrase(words)}"));
        return $"({columns}({wanted})){unwanted}";
    }

    private static string Phrase(IReadOnlyList<string> words) =>
        $"\"{string.Join(' ', words.Select(word => IndexedText.Clipped(word).Replace("\"", "\"\"", StringComparison.Ordinal)))}\"";
}
