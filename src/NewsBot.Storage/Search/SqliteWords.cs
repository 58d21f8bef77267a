using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Search;

/// <summary>
/// FTS5. Its bm25() walks every match of every word, so it is asked only about rare words; and where all words are common, only so many
/// of the newest articles are looked at. With that a question hardly costs more when there are more articles.
/// </summary>
internal sealed class SqliteWords : IWordIndex
{
    // A word in no more articles than this is rare.
    private const int Rare = 400;

    // How many times a question of common words may look whether a word occurs in an article: some milliseconds' worth.
    private const int Looks = 4_500;

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
        // The words of the question are looked for once anywhere and once in titles.
        var oldest = rare.Count > 0 ? null : await OldestInReachAsync(session, words, Looks / (WordsIn(query) + 1), stop);
        var newest = await NewestAsync(session, FtsExpression.Of(query), WordsIn(query) > 1 ? oldest : null, Matches.Most + 1, stop);
        if (newest.Count > Matches.Most)
            return Matches.Of([.. newest.Union(await NewestAsync(session, FtsExpression.InTitle(query), oldest, Matches.Most, stop))]);
        return newest.Count > 1 && rare.Count > 0 ? new(newest, await WeightsAsync(session, rare, stop)) : Matches.Of(newest);
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
    // begins at the bound. The plus sign keeps SQLite from turning that round.
    private static Task<List<long>> NewestAsync(Session session, string expression, long? oldest, int most, CancellationToken stop) => session.ListAsync(
        oldest is null
            ? "select rowid from article_words where article_words match @expression order by rowid desc limit @most"
            : "select rowid from article_words where article_words match @expression and rowid >= @oldest order by +rowid desc limit @most",
        [("expression", expression), ("most", (long)most), .. oldest is null ? (Values)[] : [("oldest", oldest)]],
        static row => row.GetInt64(0), stop);

    // Of the rare words alone: common ones weigh next to nothing and cost the most, and this finds more than the question does anyway.
    private static async Task<Dictionary<long, double>> WeightsAsync(Session session, List<string> rare, CancellationToken stop) =>
        (await session.ListAsync("select rowid, -bm25(article_words, 8, 4, 2, 1) from article_words where article_words match @expression",
            [("expression", FtsExpression.OfWords(rare))], static row => (Number: row.GetInt64(0), Weight: row.GetDouble(1)), stop))
        .ToDictionary(row => row.Number, row => row.Weight);
}
