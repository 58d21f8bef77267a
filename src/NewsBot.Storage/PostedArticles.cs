using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage;

internal sealed class PostedArticles(Database database) : IPostedArticles
{
    public async Task<PostedArticle?> FindAsync(Debt debt, CancellationToken stop) => await database.ReadAsync(session => session.FirstAsync("""
        select post.message_id, post.drawn_hash, post.kind, post.paid_at, post.appealed, owed.was, owed.owed_at, owed.noted_at
        from debts as owed join debts as post on post.subject = owed.article and post.channel = owed.channel
        where owed.number = @number and post.paid_at is not null and post.bundle is null and post.message_id is not null
        """, [("number", debt.Number)], static row => new PostedArticle(
            row.GetString(0), row.IsDBNull(1) ? "" : row.GetString(1), Enum.Parse<DebtKind>(row.GetString(2)), row.At(3), !row.IsDBNull(4),
            row.IsDBNull(5) ? null : JsonSerializer.Deserialize(row.GetString(5), StorageJson.Kept.ArticleContent), row.At(6), row.MaybeAt(7)), stop), stop);

    public Task<int> WithdrawAsync(ArticleId article, ChannelRef? only, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.Harvest, stop);
        var (channel, now) = (only?.ToString(), database.Now);
        if (only is null && await ArticleTable.RowAsync(session, article, stop) is { IsWithdrawn: false } row)
        {
            await ArticleTable.WithdrawAsync(session, article, now, stop);
            await HeadTable.RemoveAsync(session, row.Number, stop);
            await database.Words.RemoveAsync(session, row.Number, stop);
        }
        await EditTable.CloseAsync(session, article, channel, now, stop);
        await StandIns.TellAsync(session, article, now, stop);
        var lanes = await EditTable.OweWithdrawalsAsync(session, article, channel, now, stop);
        if (lanes.Count > 0) await DebtTable.HurryAsync(session, StorageJson.List(lanes), DebtClass.Urgent, now, stop);
        return lanes.Count;
    }, stop);

    public Task<bool> RestoreAsync(ArticleId id, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.Harvest, stop);
        if (await ArticleTable.RowAsync(session, id, stop) is not { IsWithdrawn: true } row) return false;
        await ArticleTable.WithdrawAsync(session, id, null, stop);
        if ((await ArticleTable.ReadAsync(session, [id.Value], stop)) is not [var article]) return false;
        var kept = KeptArticle.Of(article);
        await HeadTable.AddAsync(session, row.Number, kept, stop);
        await database.Words.AddAsync(session, row.Number, kept.Words, stop);
        return true;
    }, stop);

    public async Task<IReadOnlyList<Article>> WithdrawnAsync(int take, CancellationToken stop) =>
        await database.ReadAsync(session => ArticleTable.WithdrawnAsync(session, take, stop), stop);

    public async Task<AppealsSoFar> AppealsAsync(ChannelRef channel, CancellationToken stop) => await database.ReadAsync(session => session.FirstAsync(
        "select paid, appeal_post, appeal_day, appeals from channels where channel = @channel and appeal_day is not null", [("channel", channel.ToString())],
        static row => new AppealsSoFar((int)(row.GetInt64(0) - row.GetInt64(1)), (int)row.GetInt64(2), (int)row.GetInt64(3)), stop), stop) ?? new();
}
