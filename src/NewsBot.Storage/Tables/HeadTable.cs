using NewsBot.Storage.Engines;
using NewsBot.Storage.Search;

namespace NewsBot.Storage.Tables;

/// <summary>The heads of the articles, for ranking. A head's number is its article's.</summary>
internal static class HeadTable
{
    public static Task AddAsync(Session session, long number, KeptArticle kept, CancellationToken stop) => session.RunAsync("""
        insert into article_heads (number, id, published, title_words, deck_words, tag_words)
        values (@number, @id, @published, @title, @deck, @tags)
        """,
        [
            ("number", number), ("id", kept.Article.Id.Value), ("published", Instant.Of(kept.Article.Published)),
            ("title", kept.Words.Title), ("deck", kept.Words.Deck), ("tags", kept.Words.Tags),
        ], stop);

    public static Task RemoveAsync(Session session, long number, CancellationToken stop) => session.RunAsync(
        "delete from article_heads where number = @number", [("number", number)], stop);

    public static Task<List<Candidate>> ReadAsync(Session session, IEnumerable<long> numbers, CancellationToken stop) => session.ListAsync($"""
        select number, id, published, title_words, deck_words, tag_words from article_heads
        where number in (select cast(value as bigint) from {session.Dialect.Each("numbers")})
        """, [("numbers", $"[{string.Join(',', numbers)}]")],
        static row => new Candidate(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetString(5)), stop);
}
