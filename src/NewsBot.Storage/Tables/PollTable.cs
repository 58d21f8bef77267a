using NewsBot.Core.Sources;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>Whose turn it is among the sources on the web.</summary>
internal sealed class PollTable(Database database) : IPolls
{
    private const string Due = "removed_at is null and paused_at is null and next_at is not null";

    public async Task<IReadOnlyList<DuePoll>> LeaseAsync(string owner, int most, TimeSpan length, CancellationToken stop)
    {
        // Most of the time nothing is due, and to find that out nobody has to wait for the one who writes.
        if (await NextDueAsync(stop) is not { } due || Instant.Of(due) > database.Now) return [];
        var now = database.Now;
        return await database.WriteAsync(async session =>
        {
            var leased = await session.ListAsync($"""
                with turn as materialized (
                    select key as turn_key from web_sources
                    where {Due} and next_at <= @now and (lease_until is null or lease_until <= @now)
                    order by next_at, key limit @most {session.Dialect.SkipLocked}
                )
                update web_sources set lease_owner = @owner, lease_until = @until from turn where key = turn_key
                returning {WebSourceTable.Columns}, state, resumed_at is not null, next_at
                """,
                [("now", now), ("most", (long)most), ("owner", owner), ("until", now + (long)length.TotalMilliseconds)],
                static row => (Poll: new DuePoll(WebSourceTable.Read(row), row.MaybeText(9), row.GetBoolean(10)), At: row.GetInt64(11)), stop);
            return leased.OrderBy(turn => turn.At).ThenBy(turn => turn.Poll.Source.Key, StringComparer.Ordinal).Select(turn => turn.Poll).ToArray();
        }, stop);
    }

    public Task<string?> MemoryAsync(string source, CancellationToken stop) => database.ReadAsync(
        session => session.FirstAsync("select memory from web_sources where key = @key", [("key", source)], static row => row.MaybeText(0), stop), stop);

    public Task RememberAsync(string source, string memory, int articles, CancellationToken stop) => database.WriteAsync(session => session.RunAsync(
        "update web_sources set memory = @memory, articles = articles + @articles where key = @key and removed_at is null",
        [("key", source), ("memory", memory), ("articles", (long)articles)], stop), stop);

    public async Task<IReadOnlyList<string>> SettleAsync(string owner, IReadOnlyList<Polled> turns, CancellationToken stop) => await database.WriteAsync(async session =>
    {
        var lost = new List<string>();
        // In one order, so that two nodes never wait for each other.
        foreach (var polled in turns.OrderBy(turn => turn.Source, StringComparer.Ordinal))
            if (!await SettleAsync(session, owner, polled, stop)) lost.Add(polled.Source);
        return lost;
    }, stop);

    public Task<int> ReleaseAsync(string owner, CancellationToken stop) => database.WriteAsync(session => session.RunAsync(
        "update web_sources set lease_owner = null, lease_until = null where lease_owner = @owner", [("owner", owner)], stop), stop);

    // Whose turn is under way is left alone: it is being asked now.
    public Task<int> HurryAsync(CancellationToken stop) => database.WriteAsync(session => session.RunAsync($"""
        update web_sources set next_at = case when last_at + @soonest > @now then last_at + @soonest else @now end
        where {Due} and trouble is null and (lease_until is null or lease_until <= @now) and next_at > @now and next_at > coalesce(last_at, 0) + @soonest
        """, [("now", database.Now), ("soonest", (long)WebSource.Soonest.TotalMilliseconds)], stop), stop);

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop) => await database.ReadAsync(session => session.NumberAsync(
        $"select min(next_at) from web_sources where {Due} and (lease_until is null or lease_until <= @now)", [("now", database.Now)], stop), stop)
        is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;

    // A person may have paused it or let it go on while it was asked; that word is the later one.
    private async Task<bool> SettleAsync(Session session, string owner, Polled polled, CancellationToken stop) => await session.RunAsync("""
        update web_sources set
            address = case when address <> @address and exists (select 1 from web_sources as other where other.address = @address and other.removed_at is null and other.key <> @key) then address else @address end,
            state = @state, memory = coalesce(@memory, memory),
            last_at = @last, next_at = case when resumed_at > @begun then next_at else coalesce(@next, next_at) end, trouble = @trouble, trouble_since = @since, articles = articles + @articles,
            paused_at = case when cast(@next as bigint) is null then coalesce(paused_at, @now) else paused_at end,
            paused_why = case when cast(@next as bigint) is null and paused_at is null then @trouble else paused_why end,
            resumed_at = case when resumed_at > @begun then resumed_at end, lease_owner = null, lease_until = null
        where key = @key and lease_owner = @owner and removed_at is null
        """,
        [
            ("key", polled.Source), ("owner", owner), ("address", polled.Address.AbsoluteUri), ("state", polled.State), ("memory", polled.Memory),
            ("last", Instant.Of(polled.LastAt)), ("next", polled.NextAt?.ToUnixTimeMilliseconds()), ("trouble", polled.Trouble),
            ("since", polled.TroubleSince?.ToUnixTimeMilliseconds()), ("articles", (long)polled.Articles), ("now", database.Now),
            ("begun", polled.Begun.ToUnixTimeMilliseconds()),
        ], stop) > 0;
}
