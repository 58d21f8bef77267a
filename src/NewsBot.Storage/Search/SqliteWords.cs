using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Search;

/// <summary>
/// FTS5, without its bm25(): that walks every match of every word. Where all words are common, only so many of the newest articles are looked
/// at. With that a question hardly costs more when there are more articles.
/// </summary>
internal sealed class SqliteWords : IWordIndex
{
    // What is unwanted is taken off in memory; more than this is never asked for.
    private const int MostHeld = 10_000;

    public Task AddAsync(Session session, long number, IndexedText text, CancellationToken stop) => session.RunAsync(
        "insert into article_words (rowid, title, deck, tags, body, title_marks, marks) values (@number, @title, @deck, @tags, @body, @titleMarks, @marks)",
        [
            ("number", number), ("title", text.Title), ("deck", text.Deck), ("tags", text.Tags), ("body", text.Body),
            ("titleMarks", text.TitleMarks), ("marks", text.Marks),
        ], stop);

    public Task RemoveAsync(Session session, long number, CancellationToken stop) => session.RunAsync(
        "delete from article_words where rowid = @number", [("number", number)], stop);

    // Downwards FTS5 stops at the first matches, but where there are few it looks for them beyond the bound, to the very end; upwards it
    // begins at the bound. Only NOT does not: it walks up to its first match from the very beginning, so what is unwanted is taken off here.
    public async Task<List<long>> NewestAsync(Session session, WordQuestion question, int most, CancellationToken stop)
    {
        var wanted = FtsExpression.Of(question.Wanted);
        var end = question.End ?? long.MaxValue;
        if (question.Oldest is not { } oldest) return await DownwardsAsync(session, $"({wanted}){FtsExpression.Without(question.Unwanted)}", end, most, stop);
        if (question.Unwanted.Count == 0) return await UpwardsAsync(session, wanted, oldest, end, most, stop);
        var numbers = new HashSet<long>(await UpwardsAsync(session, wanted, oldest, end, MostHeld, stop));
        foreach (var node in question.Unwanted)
            numbers.ExceptWith(await UpwardsAsync(session, $"({wanted}) AND {FtsExpression.Of(node)}", oldest, end, MostHeld, stop));
        return [.. numbers.OrderDescending().Take(most)];
    }

    public async Task<long[]> CountAsync(Session session, IReadOnlyList<SearchNode> nodes, long oldest, CancellationToken stop)
    {
        var counts = new long[nodes.Count];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = await session.NumberAsync("select count(*) from article_words where article_words match @expression and rowid >= @oldest",
                [("expression", FtsExpression.Of(nodes[i])), ("oldest", oldest)], stop) ?? 0;
        return counts;
    }

    private static Task<List<long>> DownwardsAsync(Session session, string expression, long end, int most, CancellationToken stop) => session.ListAsync(
        "select rowid from article_words where article_words match @expression and rowid < @end order by rowid desc limit @most",
        [("expression", expression), ("end", end), ("most", (long)most)], static row => row.GetInt64(0), stop);

    // The plus sign keeps SQLite from turning the walk round.
    private static Task<List<long>> UpwardsAsync(Session session, string expression, long oldest, long end, int most, CancellationToken stop) => session.ListAsync(
        "select rowid from article_words where article_words match @expression and rowid >= @oldest and rowid < @end order by +rowid desc limit @most",
        [("expression", expression), ("oldest", oldest), ("end", end), ("most", (long)most)], static row => row.GetInt64(0), stop);
}
