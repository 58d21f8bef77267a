using System.Data.Common;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage;

/// <summary>Reads what is written of debts. Everything goes along an index of the article or of the lane.</summary>
internal sealed class DeliveryBook(Database database) : IDeliveryBook
{
    private const string Open = "paid_at is null and given_up_at is null and bundle is null";

    // What was on its way when nobody settled it may have been sent; while it is leased that is not known yet.
    private const string Columns = """
        number, subject, article, channel, kind, class, attempts, coalesce(doubtful_at, case when leased_at is null then sending_at end), owed_at,
        leased_at, paid_at, given_up_at, message_id, bundle, noted_at, why,
        case when article is null then (select count(*) from debts as members where members.bundle = debts.number) else 0 end
        """;

    public Task<ArticleRecord?> FindAsync(ArticleId article, ChannelRef channel, CancellationToken stop) => database.ReadAsync(async session =>
    {
        Values both = [("article", article.Value), ("channel", channel.ToString())];
        if (await session.FirstAsync("select kept_at, changed_at, unposted from articles where id = @article", both[..1],
            static row => new Origin(row.At(0), row.MaybeAt(1), Unposted(row.MaybeText(2))), stop) is not { } origin) return null;
        var since = await session.NumberAsync("""
            select min(since) from (
                select everything_since as since from channels where channel = @channel
                union all
                select follows.since from follows join article_topics on article_topics.topic = follows.topic
                where follows.channel = @channel and article_topics.article = @article
            ) as followed
            """, both, stop);
        var debts = await session.ListAsync($"""
            select {Columns} from debts where channel = @channel and number in (
                select number from debts where article = @article and channel = @channel
                union select bundle from debts where article = @article and channel = @channel and bundle is not null
            )
            order by number
            """, both, Read, stop);
        return new ArticleRecord(origin.FoundAt, origin.ChangedAt, origin.Unposted, since is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, debts, await CopyTable.OfAsync(session, article, stop));
    }, stop);

    public Task<CopyRecord?> CopyAsync(ArticleId copy, CancellationToken stop) => database.ReadAsync(session => CopyTable.FindAsync(session, copy, stop), stop);

    public Task<LaneRecord> LaneAsync(ChannelRef channel, int skip, int take, CancellationToken stop) => database.ReadAsync(async session =>
    {
        Values lane = [("channel", channel.ToString())];
        var state = await session.FirstAsync("select due_at, failures from channels where channel = @channel", lane, static row => (DueAt: row.MaybeAt(0), Failures: (int)row.GetInt64(1)), stop);
        var heads = new List<DebtRecord>();
        foreach (var place in Enum.GetValues<DebtClass>())
            heads.AddRange(await session.ListAsync($"select {Columns} from debts where channel = @channel and class = @class and {Open} order by number limit 1", [.. lane, ("class", (long)place)], Read, stop));
        var page = take == 0 ? [] : await session.ListAsync($"select {Columns} from debts where channel = @channel and {Open} order by class, number limit @most offset @skip",
            [.. lane, ("most", take + 1L), ("skip", (long)skip)], Read, stop);
        // A card of many is no article of its own.
        var owed = take == 0 ? 0 : await session.NumberAsync("""
            select count(*) from debts where channel = @channel and paid_at is null and given_up_at is null and (article is not null or kind = 'Notice')
            """, lane, stop) ?? 0;
        return new LaneRecord(state.DueAt, state.Failures, heads, page, (int)owed);
    }, stop);

    public async Task<int> BeforeAsync(Debt debt, int most, CancellationToken stop) => (int)(await database.ReadAsync(session => session.NumberAsync($"""
        select count(*) from (
            select 1 from debts where channel = @channel and {Open} and (class, number) < (@class, @number) limit @most
        ) as counted
        """, [("channel", debt.Channel.ToString()), ("class", (long)debt.Class), ("number", debt.Number), ("most", (long)most)], stop), stop) ?? 0);

    private static DebtRecord Read(DbDataReader row) => new(
        new(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : new(row.GetString(2)), ChannelRef.Parse(row.GetString(3)),
            Enum.Parse<DebtKind>(row.GetString(4)), (DebtClass)row.GetInt64(5), (int)row.GetInt64(6), row.MaybeAt(7), row.At(8)),
        row.MaybeAt(9), row.MaybeAt(10), row.MaybeAt(11), row.MaybeText(12), row.IsDBNull(13) ? null : row.GetInt64(13), (int)row.GetInt64(16), row.MaybeAt(14), row.MaybeText(15));

    private static Unposted? Unposted(string? name) => Enum.TryParse<Unposted>(name, out var known) ? known : null;

    private sealed record Origin(DateTimeOffset FoundAt, DateTimeOffset? ChangedAt, Unposted? Unposted);
}
