using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>A member of a bundle keeps its row, so that it can never be owed a second time, and ends as its bundle ends.</summary>
internal sealed class BundleTable(Database database) : IBundles
{
    private const string Foldable = "kind = 'Post' and class = 1 and bundle is null and paid_at is null and given_up_at is null and doubtful_at is null and sending_at is null";

    public Task<Debt?> FoldAsync(string owner, Debt head, DebtKind kind, string subject, CancellationToken stop) => database.WriteAsync(async session =>
    {
        Values lane = [("channel", head.Channel.ToString()), ("owner", owner)];
        if (!await session.AnyAsync($"select 1 from channels where channel = @channel and lease_owner = @owner {session.Dialect.ForUpdate}", lane, stop)) return null;
        var number = await session.FirstAsync("""
            insert into debts (subject, channel, kind, class, owed_at, attempts, leased_at) values (@subject, @channel, @kind, 1, @now, 1, @now)
            on conflict (subject, channel) do nothing returning number
            """, [("subject", subject), ("channel", head.Channel.ToString()), ("kind", kind.ToString()), ("now", database.Now)], static row => (long?)row.GetInt64(0), stop);
        if (number is not { } bundle) return null;
        await session.RunAsync("update debts set attempts = attempts - 1, leased_at = null where number = @number", [("number", head.Number)], stop);
        await session.RunAsync($"update debts set bundle = @bundle where channel = @channel and {Foldable}", [("bundle", bundle), ("channel", head.Channel.ToString())], stop);
        return new Debt(bundle, subject, null, head.Channel, kind, DebtClass.Ordinary, 0, null, database.NowAt);
    }, stop);

    public Task<Gathered> MembersAsync(Debt bundle, int most, CancellationToken stop) =>
        GatheredAsync("bundle = @bundle and given_up_at is null", [("bundle", bundle.Number)], most, stop);

    public Task<Gathered> WaitingAsync(ChannelRef channel, int most, CancellationToken stop) =>
        GatheredAsync($"channel = @channel and {Foldable}", [("channel", channel.ToString())], most, stop);

    private Task<Gathered> GatheredAsync(string where, Values values, int most, CancellationToken stop) => database.ReadAsync(async session =>
    {
        var leads = await session.ListAsync($"select article from debts where {where} order by number limit @most", [.. values, ("most", (long)most)], static row => row.GetString(0), stop);
        var count = leads.Count < most ? leads.Count : await session.NumberAsync($"select count(*) from debts where {where}", values, stop) ?? 0;
        return new Gathered(await ArticleTable.ReadAsync(session, leads, stop), (int)count);
    }, stop);

    public Task<bool> OweNoticeAsync(string subject, ChannelRef channel, Card card, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.RunAsync("insert into channels (channel) values (@channel) on conflict (channel) do nothing", [("channel", channel.ToString())], stop);
        var owed = await session.RunAsync("""
            insert into debts (subject, channel, kind, class, text, owed_at) values (@subject, @channel, 'Notice', 1, @text, @now) on conflict (subject, channel) do nothing
            """,
            [("subject", subject), ("channel", channel.ToString()), ("text", JsonSerializer.Serialize(card, StorageJson.Kept.Card)), ("now", database.Now)], stop) > 0;
        if (owed) await DebtTable.WakeAsync(session, DebtTable.ListOf([channel]), DebtClass.Ordinary, database.Now, stop);
        return owed;
    }, stop);

    public Task<Card?> NoticeAsync(Debt notice, CancellationToken stop) => database.ReadAsync(async session =>
        await session.FirstAsync("select text from debts where number = @number and text is not null", [("number", notice.Number)], static row => row.GetString(0), stop) is { } text
            ? JsonSerializer.Deserialize(text, StorageJson.Kept.Card)
            : null, stop);

    /// <summary>What ended a bundle ends its members. Within the transaction that settles it.</summary>
    public static Task EndAsync(Session session, long bundle, CancellationToken stop) => session.RunAsync("""
        update debts set
            paid_at = ended.paid_at, message_id = ended.message_id, given_up_at = ended.given_up_at, left_at = ended.left_at, why = ended.why
        from debts as ended
        where ended.number = @bundle and (ended.paid_at is not null or ended.given_up_at is not null)
            and debts.bundle = ended.number and debts.paid_at is null and debts.given_up_at is null
        """, [("bundle", bundle)], stop);
}
