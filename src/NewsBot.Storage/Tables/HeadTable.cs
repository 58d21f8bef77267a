using NewsBot.Storage.Engines;
using NewsBot.Storage.Search;

namespace NewsBot.Storage.Tables;

/// <summary>The heads of the articles, for ranking. A head's number is its article's.</summary>
internal static class HeadTable
{
    public static async Task AddAsync(Session session, long number, KeptArticle kept, CancellationToken stop)
    {
        await session.RunAsync("insert into article_heads (number, id, published, length, bag) values (@number, @id, @published, @length, @bag)",
            [
                ("number", number), ("id", kept.Article.Id.Value), ("published", Instant.Of(kept.Article.Published)),
                ("length", (long)kept.Words.Length), ("bag", kept.Words.Bag),
            ], stop);
        await BlockTable.CountAsync(session, number, 1, stop);
    }

    public static async Task RemoveAsync(Session session, long number, CancellationToken stop)
    {
        if (await session.RunAsync("delete from article_heads where number = @number", [("number", number)], stop) > 0)
            await BlockTable.CountAsync(session, number, -1, stop);
    }

    public static Task<bool> HasAsync(Session session, long number, CancellationToken stop) => session.AnyAsync(
        "select 1 from article_heads where number = @number", [("number", number)], stop);

    public static Task<List<Candidate>> ReadAsync(Session session, IEnumerable<long> numbers, CancellationToken stop) => session.ListAsync($"""
        select number, id, published, length, bag from article_heads
        where number in (select cast(value as bigint) from {session.Dialect.Each("numbers")})
        """, [("numbers", $"[{string.Join(',', numbers)}]")],
        static row => new Candidate(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetFieldValue<byte[]>(4)), stop);

    /// <summary>Numbers of the newest articles in a span of numbers, newest first.</summary>
    public static Task<List<long>> NewestAsync(Session session, long oldest, long end, int most, CancellationToken stop) => session.ListAsync(
        "select number from article_heads where number >= @oldest and number < @end order by number desc limit @most",
        [("oldest", oldest), ("end", end), ("most", (long)most)], static row => row.GetInt64(0), stop);

    /// <summary>The same of some topics alone.</summary>
    public static Task<List<long>> NewestOfAsync(Session session, IEnumerable<string> topics, long oldest, long end, int most, CancellationToken stop) => session.ListAsync($"""
        select distinct articles.number from article_topics join articles on articles.id = article_topics.article
        where article_topics.topic in (select value from {session.Dialect.Each("topics")}) and articles.number >= @oldest and articles.number < @end
        order by articles.number desc limit @most
        """, [("topics", StorageJson.List(topics)), ("oldest", oldest), ("end", end), ("most", (long)most)], static row => row.GetInt64(0), stop);

    /// <summary>Those of the numbers whose articles belong to one of the topics.</summary>
    public static async Task<HashSet<long>> InTopicsAsync(Session session, IEnumerable<long> numbers, IEnumerable<string> topics, CancellationToken stop) =>
        [.. await session.ListAsync($"""
            select article_heads.number from article_heads join article_topics on article_topics.article = article_heads.id
            where article_heads.number in (select cast(value as bigint) from {session.Dialect.Each("numbers")})
                and article_topics.topic in (select value from {session.Dialect.Each("topics")})
            """, [("numbers", $"[{string.Join(',', numbers)}]"), ("topics", StorageJson.List(topics))], static row => row.GetInt64(0), stop)];
}
