using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Search;

/// <summary>
/// FTS5. Its bm25() walks every match of every word, so it is asked only about rare words; and where all words are common, only so many
/// of the newest articles are looked at. With that a question hardly costs more when there are more articles.
/// </summary>
internal sealed class SqliteWords : IWordIndex
{
    // A word in no more articles than this is rare: whatever holds it is looked at, wherever it stands.
    private const int Rare = 300;

    // How many times a question of common words may look whether a word occurs in an article: some milliseconds' worth.
    private const int Looks = 7_000;

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
        var rare = new List<string>();
        foreach (var word in words)
            if (await NthNewestAsync(session, word, Rare, stop) is null) rare.Add(word);
        if (rare.Count > 0) return await OfRareAsync(session, query, rare, stop);
        // The words of the question are looked for once anywhere and once in titles.
        var oldest = await OldestInReachAsync(session, words, Looks / (WordsIn(query) + 1), stop);
        var newest = await NewestAsync(session, query, FtsExpression.Anywhere, WordsIn(query) > 1 ? oldest : null, Matches.Most + 1, stop);
        return newest.Count > Matches.Most
            ? Matches.Of([.. newest.Union(await NewestAsync(session, query, FtsExpression.InTitle, oldest, Matches.Most, stop))])
            : Matches.Of(newest);
    }

    private static async Task<Matches> OfRareAsync(Session session, SearchQuery query, List<string> rare, CancellationToken stop)
    {
        var all = await NewestAsync(session, query, FtsExpression.Anywhere, null, Rare, stop);
        return all.Count > 1 ? new(all, await WeightsAsync(session, rare, stop)) : Matches.Of(all);
    }

    // Every article that matches holds the rarest word, so that word's newest articles say how far back the looks suffice. Null: to the end.
    private static async Task<long?> OldestInReachAsync(Session session, string[] words, int reach, CancellationToken stop)
    {
        var oldest = long.MaxValue;
        foreach (var word in words)
        {
            if (await NthNewestAsync(session, word, reach, stop) is not { } nth) return null;
            oldest = Math.Min(oldest, nth);
        }
        return oldest;
    }

    private static int WordsIn(SearchQuery query) => query.Wanted.Sum(words => words.Count) + query.Unwanted.Sum(words => words.Count);

    private static Task<long?> NthNewestAsync(Session session, string word, int n, CancellationToken stop) => session.NumberAsync(
        "select rowid from article_words where article_words match @word order by rowid desc limit 1 offset @n",
        [("word", FtsExpression.Phrase([word])), ("n", (long)n)], stop);

    // Downwards FTS5 stops at the first matches, but where there are few it looks for them beyond the bound, to the very end; upwards it
    // begins at the bound. Only NOT does not: it walks up to its first match from the very beginning, so what is unwanted is taken off here.
    private static async Task<IReadOnlyCollection<long>> NewestAsync(
        Session session, SearchQuery query, Func<IEnumerable<IReadOnlyList<string>>, string> where, long? oldest, int most, CancellationToken stop)
    {
        var wanted = where(query.Wanted);
        if (oldest is not { } bound) return await DownwardsAsync(session, $"({wanted}){FtsExpression.Without(query)}", most, stop);
        if (query.Unwanted.Count == 0) return await UpwardsAsync(session, wanted, bound, most, stop);
        var numbers = new HashSet<long>(await UpwardsAsync(session, wanted, bound, Looks, stop));
        foreach (var words in query.Unwanted)
            numbers.ExceptWith(await UpwardsAsync(session, $"({wanted}) AND {FtsExpression.Anywhere([words])}", bound, Looks, stop));
        return [.. numbers.OrderDescending().Take(most)];
    }

    private static Task<List<long>> DownwardsAsync(Session session, string expression, int most, CancellationToken stop) => session.ListAsync(
        "select rowid from article_words where article_words match @expression order by rowid desc limit @most",
        [("expression", expression), ("most", (long)most)], static row => row.GetInt64(0), stop);

    // The plus sign keeps SQLite from turning the walk round.
    private static Task<List<long>> UpwardsAsync(Session session, string expression, long oldest, int most, CancellationToken stop) => session.ListAsync(
        "select rowid from article_words where article_words match @expression and rowid >= @oldest order by +rowid desc limit @most",
        [("expression", expression), ("oldest", oldest), ("most", (long)most)], static row => row.GetInt64(0), stop);

    // Of the rare words alone: common ones weigh next to nothing and cost the most, and this finds more than the question does anyway.
    private static async Task<Dictionary<long, double>> WeightsAsync(Session session, List<string> rare, CancellationToken stop) =>
        (await session.ListAsync("select rowid, -bm25(article_words, 8, 4, 2, 1) from article_words where article_words match @expression",
            [("expression", FtsExpression.OfWords(rare))], static row => (Number: row.GetInt64(0), Weight: row.GetDouble(1)), stop))
        .ToDictionary(row => row.Number, row => row.Weight);
}
