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

    /// <summary>Fewer due lanes than this are put in order one by one.</summary>
    private const long FewLanes = 256;

    public Task<bool> OweAsync(ArticleId article, ChannelRef channel, DebtKind kind, CancellationToken stop) => database.WriteAsync(async session =>
    {
        // Who has asked for it waits for it: a sample goes before everything else.
        var place = kind is DebtKind.Sample ? DebtClass.Urgent : DebtClass.Ordinary;
        var lane = DebtTable.ListOf([channel]);
        await DebtTable.KnowAsync(session, lane, stop);
        if (await DebtTable.OweAsync(session, article, lane, kind, place, database.Now, stop) == 0) return false;
        await DebtTable.HurryAsync(session, lane, place, database.Now, stop);
        return true;
    }, stop);

    public async Task<IReadOnlyList<Debt>> LeaseAsync(string owner, string platform, int most, TimeSpan length, CancellationToken stop)
    {
        // Most of the time nothing is due, and to find that out nobody has to wait for the one who writes.
        if (await NextDueAsync(platform, stop) is not { } due || Instant.Of(due) > database.Now) return [];
        return await database.WriteAsync(async session =>
        {
            var lanes = await LanesAsync(session, owner, platform, most, length, stop);
            if (lanes.Count == 0) return [];
            await AttemptTable.LoseAsync(session, lanes, stop);
            var heads = await HeadsAsync(session, lanes, stop);
            await CloseAsync(session, lanes.Except(heads.Select(debt => debt.Channel.ToString())), stop);
            return heads.OrderBy(debt => lanes.IndexOf(debt.Channel.ToString())).ToArray();
        }, stop);
    }

    public Task<bool> SendingAsync(string owner, Debt debt, CancellationToken stop) => database.WriteAsync(async session =>
        await LaneAsync(session, owner, debt, stop) is not null && await session.RunAsync(
            $"update debts set sending_at = @now where number = @number and attempts = @attempts + 1 and leased_at is not null and {Open}",
            [("number", debt.Number), ("attempts", (long)debt.Attempts), ("now", database.Now)], stop) > 0, stop);

    public Task<bool> SettleAsync(string owner, Debt debt, Settlement settlement, CancellationToken stop) => database.WriteAsync(async session =>
    {
        var isLost = settlement is (Settlement.GivenUp or Settlement.Left or Settlement.Closed) && !IsChange(debt);
        // Who takes turns does so before taking a channel's row.
        if (isLost) await session.HoldAsync(Turn.Harvest, stop);
        if (await LaneAsync(session, owner, debt, stop) is not { } lane) return false;
        await AttemptTable.EndAsync(session, debt, settlement, database.Now, stop);
        if (!await EndAsync(session, debt, settlement, stop)) return false;
        if (debt.Article is null) await BundleTable.EndAsync(session, debt.Number, stop);
        if (isLost) await StandIns.TellAsync(session, debt, database.Now, stop);
        if (!await MoveOnAsync(session, lane, debt, settlement, stop)) return false;
        if (settlement is Settlement.Moved moved) await ChannelTable.MoveAsync(session, lane, moved.To, stop);
        return true;
    }, stop);

    // A channel may have moved to another id while its post was under way; the debt knows where it is now.
    private static async Task<ChannelRef?> LaneAsync(Session session, string owner, Debt debt, CancellationToken stop) =>
        await session.FirstAsync($"""
            select channel from channels where channel = (select channel from debts where number = @number) and lease_owner = @owner {session.Dialect.ForUpdate}
            """, [("number", debt.Number), ("owner", owner)], static row => row.GetString(0), stop) is { } channel ? ChannelRef.Parse(channel) : null;

    public Task<int> ReleaseAsync(string owner, CancellationToken stop) => database.WriteAsync(session => session.RunAsync(
        "update channels set lease_owner = null, lease_until = null where lease_owner = @owner", [("owner", owner)], stop), stop);

    // A lane that is leased is not due before its lease ends; whoever settles it earlier looks again anyway. Asked before every lease, so both halves stop
    // early: the first lane that is free, by when it is due, and the few that are in flight (which an index on the platform must not find instead).
    public async Task<DateTimeOffset?> NextDueAsync(string platform, CancellationToken stop) => await database.ReadAsync(session => session.NumberAsync("""
        select min(due) from (
            select due from (
                select due_at as due from channels
                where platform = @platform and due_at is not null and paused_at is null and (lease_until is null or lease_until <= @now)
                order by due_at limit 1
            ) as free
            union all
            select case when lease_until > due_at then lease_until else due_at end from channels
            where lease_owner is not null and lease_until > @now and due_at is not null and paused_at is null and platform || '' = @platform
        ) as next
        """, [("platform", platform), ("now", database.Now)], stop), stop) is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;

    public Task<OutboxState> StateAsync(CancellationToken stop) => database.ReadAsync(async session =>
    {
        var owed = await session.NumberAsync($"select count(*) from debts where {Open}", [], stop) ?? 0;
        var problems = await session.ListAsync("""
            select channel, article, why, failed_at from debts where failed_at is not null and article is not null order by failed_at desc, number desc limit 10
            """, [], static row => new DeliveryProblem(ChannelRef.Parse(row.GetString(0)), new(row.GetString(1)), row.GetString(2), row.At(3)), stop);
        var left = await session.NumberAsync("select count(*) from debts where left_at is not null", [], stop) ?? 0;
        return (await session.FirstAsync("""
            select cast(coalesce(sum(paid), 0) as bigint), cast(coalesce(sum(given_up), 0) as bigint),
                count(case when failures > 0 then 1 end), count(paused_at)
            from channels
            """, [], row => new OutboxState((int)owed, (int)row.GetInt64(0), (int)(row.GetInt64(1) - left), (int)left, (int)row.GetInt64(2), (int)row.GetInt64(3), problems), stop))!;
    }, stop);

    public async Task<int> OwedAsync(ChannelRef channel, CancellationToken stop) => (int)(await database.ReadAsync(session => session.NumberAsync(
        $"select count(*) from debts where channel = @channel and {Open}", [("channel", channel.ToString())], stop), stop) ?? 0);

    private async Task<List<string>> LanesAsync(Session session, string owner, string platform, int most, TimeSpan length, CancellationToken stop)
    {
        var now = database.Now;
        // Lanes come off an index in the order of their turns when many are due, and when few are they are found by being due: in quiet hours thousands wait
        // whose turn it is not. A plus sign keeps the second index out of it.
        var due = await session.NumberAsync("select count(*) from (select 1 from channels where platform = @platform and due_at <= @now and paused_at is null limit @few) as counted",
            [("platform", platform), ("now", now), ("few", FewLanes)], stop) < FewLanes ? "due_at" : "+due_at";
        var lanes = await session.ListAsync($"""
            with turn as materialized (
                select channel from channels
                where platform = @platform and due_at is not null and {due} <= @now and paused_at is null and (lease_until is null or lease_until <= @now)
                order by head_class, last_sent_at, channel limit @most {session.Dialect.SkipLocked}
            )
            update channels set lease_owner = @owner, lease_until = @until where channel in (select channel from turn)
            returning channel, last_sent_at, head_class
            """,
            [("platform", platform), ("now", now), ("most", (long)most), ("owner", owner), ("until", now + (long)length.TotalMilliseconds)],
            static row => (Channel: row.GetString(0), LastSent: row.GetInt64(1), Class: row.GetInt64(2)), stop);
        return [.. lanes.OrderBy(lane => lane.Class).ThenBy(lane => lane.LastSent).ThenBy(lane => lane.Channel, StringComparer.Ordinal).Select(lane => lane.Channel)];
    }

    private Task<List<Debt>> HeadsAsync(Session session, List<string> lanes, CancellationToken stop) => session.ListAsync($"""
        update debts set attempts = attempts + 1, doubtful_at = coalesce(doubtful_at, sending_at), sending_at = null, leased_at = @now
        where number in (
            select (select number from debts where channel = value and bundle is null and {Open} order by class, number limit 1) from {session.Dialect.Each("lanes")}
        )
        returning number, subject, article, channel, kind, class, attempts - 1, doubtful_at, owed_at
        """, [("now", database.Now), ("lanes", StorageJson.List(lanes))], Read, stop);

    // A lane that was due for nothing is closed, so that it is not asked again and again.
    private static async Task CloseAsync(Session session, IEnumerable<string> lanes, CancellationToken stop)
    {
        foreach (var lane in lanes)
            await session.RunAsync("update channels set due_at = null, lease_owner = null, lease_until = null where channel = @lane", [("lane", lane)], stop);
    }

    private async Task<bool> EndAsync(Session session, Debt debt, Settlement settlement, CancellationToken stop)
    {
        if (IsChange(debt) && settlement is (Settlement.Paid or Settlement.Closed)) return await EditTable.EndAsync(session, debt, settlement, database.Now, stop);
        (string Ending, Values Values) end = settlement switch
        {
            Settlement.Paid paid => ("paid_at = @now, message_id = @message, drawn_hash = @hash, appealed = @appeal, failed_at = null, why = null",
                [("message", paid.MessageId), ("hash", paid.DrawnHash), ("appeal", (long?)paid.AppealDay)]),
            Settlement.Closed closed => ("given_up_at = @now, failed_at = null, why = @why", [("why", closed.Why)]),
            // A change that cannot be made yet lets the news go first.
            Settlement.Again again when IsChange(debt) => ("failed_at = @now, why = @why, class = 2", [("why", again.Why)]),
            Settlement.Again { IsDoubtful: true } again => ("failed_at = @now, why = @why, doubtful_at = coalesce(doubtful_at, sending_at, @now)", [("why", again.Why)]),
            Settlement.Again again => ("failed_at = @now, why = @why", [("why", again.Why)]),
            Settlement.Postponed or Settlement.Moved => ("attempts = attempts - 1", []),
            Settlement.Held held => ("failed_at = @now, why = @why", [("why", held.Why)]),
            Settlement.Left left => ("given_up_at = @now, left_at = @now, failed_at = @now, why = @why", [("why", left.Why)]),
            Settlement.GivenUp givenUp => ("given_up_at = @now, failed_at = @now, why = @why", [("why", givenUp.Why)]),
            _ => throw new ArgumentOutOfRangeException(nameof(settlement)),
        };
        return await session.RunAsync($"""
            update debts set leased_at = null, {end.Ending}, sending_at = null
            where number = @number and attempts = @attempts + 1 and leased_at is not null and {Open}
            """, [("number", debt.Number), ("attempts", (long)debt.Attempts), ("now", database.Now), .. end.Values], stop) > 0;
    }

    // Its own statement, because only a statement that begins after the channel's row is ours sees every debt that was owed meanwhile.
    private async Task<bool> MoveOnAsync(Session session, ChannelRef channel, Debt debt, Settlement settlement, CancellationToken stop)
    {
        const string HasMore = $"exists (select 1 from debts where debts.channel = channels.channel and bundle is null and {Open})";
        const string Next = $"case when {HasMore} then @now end";
        const string HasNews = $"exists (select 1 from debts where debts.channel = channels.channel and class < 2 and bundle is null and {Open})";
        (string Sets, Values Values) move = settlement switch
        {
            Settlement.Paid paid when IsChange(debt) => ($"due_at = case when {HasMore} then @due end, failures = 0, last_sent_at = @now",
                [("due", paid.NextAt is { } at ? Instant.Of(at) : database.Now)]),
            Settlement.Paid { AppealDay: { } day } paid => ($"""
                due_at = case when {HasMore} then @due end, failures = 0, paid = paid + 1, last_sent_at = @now,
                appeals = case when appeal_day = @day then appeals + 1 else 1 end, appeal_day = @day, appeal_post = paid + 1
                """, [("due", paid.NextAt is { } at ? Instant.Of(at) : database.Now), ("day", (long)day)]),
            Settlement.Closed => ($"due_at = {Next}, failures = 0", []),
            Settlement.Again again when IsChange(debt) => ($"due_at = case when {HasNews} then @now else @due end, failures = failures + 1", [("due", Instant.Of(again.At))]),
            Settlement.Paid paid => ($"due_at = case when {HasMore} then @due end, failures = 0, paid = paid + 1, last_sent_at = @now",
                [("due", paid.NextAt is { } at ? Instant.Of(at) : database.Now)]),
            Settlement.Postponed postponed => ("due_at = @due", [("due", Instant.Of(postponed.At))]),
            Settlement.Moved => ("due_at = @now", []),
            Settlement.Held held => ($"due_at = {Next}, failures = failures + 1, paused_at = coalesce(paused_at, @now), paused_why = case when paused_at is null then @why else paused_why end", [("why", held.Why)]),
            Settlement.Again again => ("due_at = @due, failures = failures + 1", [("due", Instant.Of(again.At))]),
            _ => ($"due_at = {Next}, failures = 0, given_up = given_up + 1", []),
        };
        return await session.RunAsync($"update channels set lease_owner = null, lease_until = null, head_class = {DebtTable.HeadClassOf("channels.channel")}, {move.Sets} where channel = @channel",
            [("channel", channel.ToString()), ("now", database.Now), .. move.Values], stop) > 0;
    }

    private static bool IsChange(Debt debt) => debt.Kind is DebtKind.Edit or DebtKind.Withdrawal;

    private static Debt Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : new(row.GetString(2)), ChannelRef.Parse(row.GetString(3)),
        Enum.Parse<DebtKind>(row.GetString(4)), (DebtClass)row.GetInt64(5), (int)row.GetInt64(6), row.MaybeAt(7), row.At(8));
}
