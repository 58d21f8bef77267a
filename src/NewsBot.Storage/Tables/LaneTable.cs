using NewsBot.Core.Delivery;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>What is in a lane. Everything is counted along an index and no further than asked.</summary>
internal sealed class LaneTable(Database database) : ILanes
{
    private const string Waits = "kind = 'Post' and class = 1 and bundle is null and paid_at is null and given_up_at is null and doubtful_at is null and sending_at is null";

    public Task<LaneView> ViewAsync(Debt head, int depth, CancellationToken stop) => database.ReadAsync(async session =>
    {
        Values lane = [("channel", head.Channel.ToString()), ("depth", (long)depth)];
        var waiting = await session.NumberAsync($"select count(*) from (select 1 from debts where channel = @channel and {Waits} limit @depth) as counted", lane, stop) ?? 0;
        return new LaneView((int)waiting, waiting < 2 ? (int)waiting : await AtOnceAsync(session, head, lane, stop), await RecentAsync(session, lane, stop));
    }, stop);

    private static async Task<int> AtOnceAsync(Session session, Debt head, Values lane, CancellationToken stop) => (int)(await session.NumberAsync($"""
        select count(*) from (
            select 1 from debts
            where channel = @channel and {Waits} and owed_at between @from and @to
                and (select source from articles where articles.id = debts.article) = (select source from articles where articles.id = @article)
            limit @depth
        ) as counted
        """, [.. lane, ("article", head.Article?.Value), ("from", Instant.Of(head.OwedAt - FloodPlan.AtOnce)), ("to", Instant.Of(head.OwedAt + FloodPlan.AtOnce))], stop) ?? 0);

    private async Task<List<DateTimeOffset>> RecentAsync(Session session, Values lane, CancellationToken stop) => await session.ListAsync("""
        select paid_at from debts where channel = @channel and paid_at > @since and bundle is null and kind not in ('Edit', 'Withdrawal') order by paid_at desc limit @depth
        """, [.. lane, ("since", database.Now - (long)FloodPlan.Window.TotalMilliseconds)], static row => row.At(0), stop);
}
