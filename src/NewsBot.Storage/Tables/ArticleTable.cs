using System.Data.Common;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Search;

namespace NewsBot.Storage.Tables;

internal static class ArticleTable
{
    private const string Columns = "articles.id, articles.source, articles.place, articles.content, articles.summary, articles.withdrawn_at";

    /// <summary>The articles with these ids, in the order of the ids; unknown ones are left out.</summary>
    public static async Task<List<Article>> ReadAsync(Session session, IEnumerable<string> ids, CancellationToken stop)
    {
        var wanted = ids.ToArray();
        var found = (await session.ListAsync($"select {Columns} from articles where id in (select value from {session.Dialect.Each("ids")})",
            [("ids", StorageJson.List(wanted))], Read, stop)).ToDictionary(article => article.Id.Value);
        return await WithTopicsAsync(session, [.. wanted.Where(found.ContainsKey).Select(id => found[id])], stop);
    }

    public static async Task<List<Article>> LatestAsync(Session session, LatestQuery query, CancellationToken stop)
    {
        Values page = [("take", (long)Math.Max(0, query.Take)), ("skip", (long)Math.Max(0, query.Skip))];
        var articles = query.Topic is null
            ? await session.ListAsync($"select {Columns} from articles where withdrawn_at is null order by published desc, id limit @take offset @skip", page, Read, stop)
            : await session.ListAsync($"""
                select {Columns} from article_topics join articles on articles.id = article_topics.article
                where article_topics.topic = @topic and articles.withdrawn_at is null
                order by article_topics.published desc, article_topics.article limit @take offset @skip
                """, [.. page, ("topic", query.Topic)], Read, stop);
        return await WithTopicsAsync(session, articles, stop);
    }

    // A period is a walk along the index; most of them are empty, and none is asked for once the page is full.
    public static async Task<List<Article>> WithinAsync(Session session, IEnumerable<Period> periods, int skip, int take, CancellationToken stop)
    {
        var ids = new List<string>();
        foreach (var period in periods)
        {
            if (ids.Count >= skip + take) break;
            ids.AddRange(await session.ListAsync(
                "select id from articles where published >= @from and published < @end and withdrawn_at is null order by published desc, id limit @take",
                [("from", Instant.Of(period.From)), ("end", Instant.Of(period.End)), ("take", (long)(skip + take - ids.Count))], static row => row.GetString(0), stop));
        }
        return await ReadAsync(session, ids.Skip(skip).Take(take), stop);
    }

    /// <summary>Articles with their numbers, from one downwards; without their topics.</summary>
    public static Task<List<(long Number, Article Article)>> UpToAsync(Session session, long number, int most, CancellationToken stop) => session.ListAsync(
        $"select {Columns}, articles.number from articles where number <= @number order by number desc limit @most",
        [("number", number), ("most", (long)most)], static row => (row.GetInt64(6), Read(row)), stop);

    /// <summary>What is kept under an id, or null.</summary>
    public static Task<Row?> RowAsync(Session session, ArticleId id, CancellationToken stop) => session.FirstAsync(
        "select number, source, place, content, summary, withdrawn_at from articles where id = @id", [("id", id.Value)],
        static row => new Row(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), !row.IsDBNull(5)), stop);

    /// <summary>Id → source, of those that are kept.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SourcesAsync(Session session, IEnumerable<ArticleId> ids, CancellationToken stop) =>
        (await session.ListAsync($"select id, source from articles where id in (select value from {session.Dialect.Each("ids")})",
            [("ids", StorageJson.List(ids.Select(id => id.Value)))], static row => (Id: row.GetString(0), Source: row.GetString(1)), stop)).ToDictionary(row => row.Id, row => row.Source);

    public static Task<bool> HasTextAsync(Session session, string fingerprint, CancellationToken stop) => session.AnyAsync(
        "select 1 from articles where fingerprint = @fingerprint limit 1", [("fingerprint", fingerprint)], stop);

    /// <param name="unposted">Why it is owed to nobody; null for news.</param>
    public static Task AddAsync(Session session, long number, KeptArticle kept, string? unposted, long now, CancellationToken stop) => session.RunAsync("""
        insert into articles (number, id, source, place, published, fingerprint, summary, content, kept_at, unposted)
        values (@number, @id, @source, @place, @published, @fingerprint, @summary, @content, @now, @unposted)
        """, [.. ValuesOf(number, kept, now), ("unposted", unposted)], stop);

    public static Task ChangeAsync(Session session, long number, KeptArticle kept, long now, CancellationToken stop) => session.RunAsync("""
        update articles set number = @number, source = @source, place = @place, published = @published, fingerprint = @fingerprint,
            summary = @summary, content = @content, changed_at = @now
        where id = @id
        """, ValuesOf(number, kept, now), stop);

    /// <param name="now">Null: it is withdrawn no more.</param>
    public static Task WithdrawAsync(Session session, ArticleId article, long? now, CancellationToken stop) => session.RunAsync(
        "update articles set withdrawn_at = @now where id = @article", [("article", article.Value), ("now", now)], stop);

    public static Task<List<Article>> WithdrawnAsync(Session session, int take, CancellationToken stop) => session.ListAsync(
        $"select {Columns} from articles where withdrawn_at is not null order by withdrawn_at desc limit @take", [("take", (long)take)], Read, stop);

    /// <summary>Says which topics an article belongs to, and no others.</summary>
    public static async Task AssignAsync(Session session, Article article, CancellationToken stop)
    {
        Values values = [("article", article.Id.Value), ("topics", StorageJson.List(article.Topics)), ("published", Instant.Of(article.Published))];
        await session.RunAsync($"delete from article_topics where article = @article and topic not in (select value from {session.Dialect.Each("topics")})",
            values[..2], stop);
        if (article.Topics.Count == 0) return;
        await session.RunAsync($"""
            insert into article_topics (article, topic, published) select @article, value, @published from {session.Dialect.Each("topics")} where true
            on conflict (article, topic) do update set published = excluded.published
            """, values, stop);
    }

    private static Values ValuesOf(long number, KeptArticle kept, long now) =>
    [
        ("number", number), ("id", kept.Article.Id.Value), ("source", kept.Article.Source), ("place", kept.Article.Place),
        ("published", Instant.Of(kept.Article.Published)), ("fingerprint", kept.Fingerprint),
        ("summary", kept.Article.Summary), ("content", kept.Content), ("now", now),
    ];

    private static async Task<List<Article>> WithTopicsAsync(Session session, List<Article> articles, CancellationToken stop)
    {
        if (articles.Count == 0) return articles;
        var topics = (await session.ListAsync(
            $"select article, topic from article_topics where article in (select value from {session.Dialect.Each("ids")}) order by article, topic",
            [("ids", StorageJson.List(articles.Select(article => article.Id.Value)))],
            static row => (Article: row.GetString(0), Topic: row.GetString(1)), stop)).ToLookup(row => row.Article, row => row.Topic);
        return articles.ConvertAll(article => article with { Topics = [.. topics[article.Id.Value]] });
    }

    private static Article Read(DbDataReader row) => new(
        new(row.GetString(0)), row.GetString(1), row.GetString(2),
        JsonSerializer.Deserialize(row.GetString(3), StorageJson.Kept.ArticleContent)!, row.GetString(4))
    {
        WithdrawnAt = row.MaybeAt(5),
    };

    internal sealed record Row(long Number, string Source, string Place, string Content, string Summary, bool IsWithdrawn)
    {
        public bool Says(KeptArticle kept) =>
            (Source, Place, Content, Summary) == (PlainText.Of(kept.Article.Source), PlainText.Of(kept.Article.Place), kept.Content, PlainText.Of(kept.Article.Summary));
    }
}
