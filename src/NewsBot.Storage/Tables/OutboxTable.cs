using System.Data.Common;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>
/// Lanes and their debts. Every transaction takes the channel's row before its debts' rows, so that two never wait for each other.
/// A debt's attempts are counted when it is leased, and that count is also what a late owner is told apart by.
/// </summary>
internal sealed class OutboxTable(Database database) : IOutbox
{
    private const string Open = "paid_at is null and given_up_at is null";

    public Task<bool> OweAsync(ArticleId article, ChannelRef channel, DebtKind kind, CancellationToken stop) => database.WriteAsync(async session =>
    {
        if (await DebtTable.OweAsync(session, article, [channel], kind, database.Now, stop) == 0) return false;
        await DebtTable.WakeAsync(session, [channel], database.Now, stop);
        return true;
    }, stop);

    public async Task<IReadOnlyList<Debt>> LeaseAsync(string owner, int most, TimeSpan length, CancellationToken stop)
    {
        // Most of the time nothing is due, and to find that out nobody has to wait for the one who writes.
        if (await NextDueAsync(stop) is not { } due || Instant.Of(due) > database.Now) return [];
        return await database.WriteAsync(async session =>
        {
            var lanes = await LanesAsync(session, owner, most, length, stop);
            if (lanes.Count == 0) return [];
            var heads = await HeadsAsync(session, lanes, stop);
            await CloseAsync(session, lanes.Except(heads.Select(debt => debt.Channel.ToString())), stop);
            return heads.OrderBy(debt => lanes.IndexOf(debt.Channel.ToString())).ToArray();
        }, stop);
    }

    public Task<bool> SettleAsync(string owner, Debt debt, Settlement settlement, CancellationToken stop) => database.WriteAsync(async session =>
    {
        Values lane = [("channel", debt.Channel.ToString()), ("owner", owner)];
        var isOurs = await session.AnyAsync(
            $"select 1 from channels where channel = @channel and lease_owner = @owner {session.Dialect.ForUpdate}", lane, stop);
        return isOurs && await EndAsync(session, debt, settlement, stop) && await MoveOnAsync(session, debt.Channel, settlement, stop);
    }, stop);

    public Task<int> ReleaseAsync(string owner, CancellationToken stop) => database.WriteAsync(session => session.RunAsync(
        "update channels set lease_owner = null, lease_until = null where lease_owner = @owner", [("owner", owner)], stop), stop);

    // A lane that is leased is not due before its lease ends; whoever settles it earlier looks again anyway.
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop) => await database.ReadAsync(session => session.NumberAsync("""
        select min(case when lease_until > @now and lease_until > due_at then lease_until else due_at end)
        from channels where due_at is not null and paused_at is null
        """, [("now", database.Now)], stop), stop) is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;

    public Task<OutboxState> StateAsync(CancellationToken stop) => database.ReadAsync(async session =>
    {
        var owed = await session.NumberAsync($"select count(*) from debts where {Open}", [], stop) ?? 0;
        var problems = await session.ListAsync("""
            select channel, article, why, failed_at from debts where failed_at is not null order by failed_at desc, number desc limit 10
            """, [], static row => new DeliveryProblem(ChannelRef.Parse(row.GetString(0)), new(row.GetString(1)), row.GetString(2), row.At(3)), stop);
        return (await session.FirstAsync("""
            select cast(coalesce(sum(paid), 0) as bigint), cast(coalesce(sum(given_up), 0) as bigint),
                count(case when failures > 0 then 1 end), count(paused_at)
            from channels
            """, [], row => new OutboxState((int)owed, (int)row.GetInt64(0), (int)row.GetInt64(1), (int)row.GetInt64(2), (int)row.GetInt64(3), problems), stop))!;
    }, stop);

    public async Task<int> OwedAsync(ChannelRef channel, CancellationToken stop) => (int)(await database.ReadAsync(session => session.NumberAsync(
        $"select count(*) from debts where channel = @channel and {Open}", [("channel", channel.ToString())], stop), stop) ?? 0);

    private async Task<List<string>> LanesAsync(Session session, string owner, int most, TimeSpan length, CancellationToken stop)
    {
        var now = database.Now;
        var lanes = await session.ListAsync($"""
            with turn as materialized (
                select channel from channels
                where due_at is not null and due_at <= @now and paused_at is null and (lease_until is null or lease_until <= @now)
                order by last_sent_at, channel limit @most {session.Dialect.SkipLocked}
            )
            update channels set lease_owner = @owner, lease_until = @until from turn where channels.channel = turn.channel
            returning channels.channel, channels.last_sent_at
            """,
            [("now", now), ("most", (long)most), ("owner", owner), ("until", now + (long)length.TotalMilliseconds)],
            static row => (Channel: row.GetString(0), LastSent: row.GetInt64(1)), stop);
        return [.. lanes.OrderBy(lane => lane.LastSent).ThenBy(lane => lane.Channel, StringComparer.Ordinal).Select(lane => lane.Channel)];
    }

    private Task<List<Debt>> HeadsAsync(Session session, List<string> lanes, CancellationToken stop) => session.ListAsync($"""
        update debts set attempts = attempts + 1, doubtful_at = coalesce(doubtful_at, leased_at), leased_at = @now
        where number in (
            select (select number from debts where channel = value and {Open} order by number limit 1) from {session.Dialect.Each("lanes")}
        )
        returning number, article, channel, kind, attempts - 1, doubtful_at
        """, [("now", database.Now), ("lanes", StorageJson.List(lanes))], Read, stop);

    // A lane that was due for nothing is closed, so that it is not asked again and again.
    private static async Task CloseAsync(Session session, IEnumerable<string> lanes, CancellationToken stop)
    {
        foreach (var lane in lanes)
            await session.RunAsync("update channels set due_at = null, lease_owner = null, lease_until = null where channel = @lane", [("lane", lane)], stop);
    }

    private async Task<bool> EndAsync(Session session, Debt debt, Settlement settlement, CancellationToken stop)
    {
        (string Ending, Values Values) end = settlement switch
        {
            Settlement.Paid paid => ("paid_at = @now, message_id = @message, drawn_hash = @hash, failed_at = null, why = null",
                [("message", paid.MessageId), ("hash", paid.DrawnHash)]),
            Settlement.Again again => ("failed_at = @now, why = @why", [("why", again.Why)]),
            Settlement.GivenUp givenUp => ("given_up_at = @now, failed_at = @now, why = @why", [("why", givenUp.Why)]),
            _ => throw new ArgumentOutOfRangeException(nameof(settlement)),
        };
        return await session.RunAsync($"""
            update debts set leased_at = null, {end.Ending}
            where number = @number and attempts = @attempts + 1 and leased_at is not null and {Open}
            """, [("number", debt.Number), ("attempts", (long)debt.Attempts), ("now", database.Now), .. end.Values], stop) > 0;
    }

    // Its own statement, because only a statement that begins after the channel's row is ours sees every debt that was owed meanwhile.
    private async Task<bool> MoveOnAsync(Session session, ChannelRef channel, Settlement settlement, CancellationToken stop)
    {
        const string Next = $"case when exists (select 1 from debts where debts.channel = channels.channel and {Open}) then @now end";
        (string Sets, Values Values) move = settlement switch
        {
            Settlement.Paid => ($"due_at = {Next}, failures = 0, paid = paid + 1, last_sent_at = @now", []),
            Settlement.Again again => ("due_at = @due, failures = failures + 1", [("due", Instant.Of(again.At))]),
            Settlement.GivenUp { PausesChannel: true } givenUp => ($"due_at = {Next}, failures = 0, given_up = given_up + 1, paused_at = @now, paused_why = @why", [("why", givenUp.Why)]),
            _ => ($"due_at = {Next}, failures = 0, given_up = given_up + 1", []),
        };
        return await session.RunAsync($"update channels set lease_owner = null, lease_until = null, {move.Sets} where channel = @channel",
            [("channel", channel.ToString()), ("now", database.Now), .. move.Values], stop) > 0;
    }

    private static Debt Read(DbDataReader row) => new(
        row.GetInt64(0), new(row.GetString(1)), ChannelRef.Parse(row.GetString(2)), Enum.Parse<DebtKind>(row.GetString(3)), (int)row.GetInt64(4), !row.IsDBNull(5));
}
