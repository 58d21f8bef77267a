using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Search;

/// <summary>
/// FTS5. Its bm25() walks every match of every word, so it is asked only about rare words; and where all words are common, only as many
/// articles are looked at, newest first, as hold the rarest of them <see cref="Reach"/> times. With that no question costs
/// more because there are more articles.
/// </summary>
internal sealed class SqliteWords : IWordIndex
{
    // Articles with a word that may still be weighed, and that are looked at in all: about one and ten milliseconds' worth.
    private const int Rare = 1_000;
    private const int Reach = 10_000;

    // Longer words are rarer; the longest few tell enough about how much work a question is.
    private const int WordsProbed = 4;

    public Task AddAsync(Session session, long number, IndexedText text, CancellationToken stop) => session.RunAsync(
        "insert into article_words (rowid, title, deck, tags, body) values (@number, @title, @deck, @tags, @body)",
        [("number", number), ("title", text.Title), ("deck", text.Deck), ("tags", text.Tags), ("body", text.Body)], stop);

    public Task RemoveAsync(Session session, long number, CancellationToken stop) => session.RunAsync(
        "delete from article_words where rowid = @number", [("number", number)], stop);

    public async Task<Matches> MatchAsync(Session session, SearchQuery query, CancellationToken stop)
    {
        var words = query.Wanted.SelectMany(term => term).Distinct().OrderByDescending(word => word.Length).Take(WordsProbed).ToArray();
        var rare = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
            if (await NthNewestAsync(session, word, Rare, stop) is null) rare.Add(word);
        var oldest = rare.Count > 0 ? long.MinValue : await OldestInReachAsync(session, words, stop);
        var newest = await NewestAsync(session, FtsExpression.Of(query), oldest, Matches.Most + 1, stop);
        if (newest.Count > Matches.Most)
            return Matches.Of([.. newest.Union(await NewestAsync(session, FtsExpression.InTitle(query), oldest, Matches.Most, stop))]);
        return newest.Count > 1 && rare.Count > 0 ? new(newest, await WeightsAsync(session, FtsExpression.OfRare(query, rare), stop)) : Matches.Of(newest);
    }

    private static async Task<long> OldestInReachAsync(Session session, string[] words, CancellationToken stop)
    {
        var oldest = long.MaxValue;
        foreach (var word in words) oldest = Math.Min(oldest, await NthNewestAsync(session, word, Reach, stop) ?? long.MinValue);
        return oldest;
    }

    private static Task<long?> NthNewestAsync(Session session, string word, int n, CancellationToken stop) => session.NumberAsync(
        "select rowid from article_words where article_words match @word order by rowid desc limit 1 offset @n",
        [("word", FtsExpression.Phrase([word])), ("n", (long)n)], stop);

    private static Task<List<long>> NewestAsync(Session session, string expression, long oldest, int most, CancellationToken stop) => session.ListAsync(
        "select rowid from article_words where article_words match @expression and rowid >= @oldest order by rowid desc limit @most",
        [("expression", expression), ("oldest", oldest), ("most", (long)most)], static row => row.GetInt64(0), stop);

    private static async Task<Dictionary<long, double>> WeightsAsync(Session session, string expression, CancellationToken stop) =>
        (await session.ListAsync("select rowid, -bm25(article_words, 8, 4, 2, 1) from article_words where article_words match @expression",
            [("expression", expression)], static row => (Number: row.GetInt64(0), Weight: row.GetDouble(1)), stop))
        .ToDictionary(row => row.Number, row => row.Weight);
}
