using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>What said the same as an article that was there already, word for word.</summary>
internal static class CopyTable
{
    private const int MostTold = 10;

    /// <returns>How many were not known: one or none.</returns>
    public static Task<int> AddAsync(Session session, KeptArticle copy, long now, CancellationToken stop) => session.RunAsync("""
        insert into copies (id, article, source, place, seen_at)
        select @id, id, @source, @place, @now from articles where fingerprint = @fingerprint limit 1
        on conflict (id) do nothing
        """,
        [("id", copy.Article.Id.Value), ("source", copy.Article.Source), ("place", copy.Article.Place), ("fingerprint", copy.Fingerprint), ("now", now)], stop);

    public static Task<CopyRecord?> FindAsync(Session session, ArticleId copy, CancellationToken stop) => session.FirstAsync(
        "select article, source, place, seen_at from copies where id = @id", [("id", copy.Value)], Read, stop);

    public static Task<List<CopyRecord>> OfAsync(Session session, ArticleId article, CancellationToken stop) => session.ListAsync(
        "select article, source, place, seen_at from copies where article = @article order by seen_at desc limit @most", [("article", article.Value), ("most", (long)MostTold)], Read, stop);

    /// <summary>The one that another source's copy says the same as, if it is news still.</summary>
    public static Task<ArticleId?> NewsAsync(Session session, KeptArticle copy, long from, CancellationToken stop) => session.FirstAsync("""
        select id from articles where fingerprint = @fingerprint and source <> @source and kept_at >= @from and unposted is null and withdrawn_at is null order by number limit 1
        """, [("fingerprint", copy.Fingerprint), ("source", copy.Article.Source), ("from", from)], static row => (ArticleId?)new ArticleId(row.GetString(0)), stop);

    private static CopyRecord Read(System.Data.Common.DbDataReader row) => new(new(row.GetString(0)), row.GetString(1), row.GetString(2), row.At(3));
}
