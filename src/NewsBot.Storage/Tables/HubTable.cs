using System.Data.Common;
using NewsBot.Core.Sources;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

internal sealed class HubTable(Database database) : IHubSubscriptions
{
    private const string Columns = "select callback, source, hub, topic, secret, standing, is_pending, next_at, lease_ends_at, told, attempts, trouble, pushed_at, missed from hub_subscriptions";

    public Task AddAsync(HubSubscription subscription, CancellationToken stop) => database.WriteAsync(session => KeepAsync(session, subscription, stop), stop);

    public Task<HubSubscription?> FindAsync(string callback, CancellationToken stop) => database.ReadAsync(session => session.FirstAsync(
        $"{Columns} where callback = @callback", [("callback", callback)], Read, stop), stop);

    public async Task<IReadOnlyList<HubSubscription>> OfAsync(string source, CancellationToken stop) => await database.ReadAsync(session => session.ListAsync(
        $"{Columns} where source = @source order by callback", [("source", source)], Read, stop), stop);

    public async Task<IReadOnlyList<HubSubscription>> AllAsync(CancellationToken stop) => await database.ReadAsync(session => session.ListAsync(
        $"{Columns} order by source, callback", [], Read, stop), stop);

    public async Task<IReadOnlyList<HubSubscription>> DueAsync(DateTimeOffset now, int most, CancellationToken stop) => await database.ReadAsync(session => session.ListAsync(
        $"{Columns} where next_at <= @now order by next_at limit @most", [("now", Instant.Of(now)), ("most", (long)most)], Read, stop), stop);

    public Task<HubSubscription?> ChangeAsync(string callback, Func<HubSubscription, HubSubscription?> change, CancellationToken stop) => database.WriteAsync(async session =>
    {
        var before = await session.FirstAsync($"{Columns} where callback = @callback {session.Dialect.ForUpdate}", [("callback", callback)], Read, stop);
        if (before is null || change(before) is not { } after) return await ForgetAsync(session, before, stop);
        if (after != before) await KeepAsync(session, after, stop);
        return after;
    }, stop);

    private static async Task<HubSubscription?> ForgetAsync(Session session, HubSubscription? subscription, CancellationToken stop)
    {
        if (subscription is not null) await session.RunAsync("delete from hub_subscriptions where callback = @callback", [("callback", subscription.Callback)], stop);
        return null;
    }

    private static Task<int> KeepAsync(Session session, HubSubscription it, CancellationToken stop) => session.RunAsync("""
        insert into hub_subscriptions (callback, source, hub, topic, secret, standing, is_pending, next_at, lease_ends_at, told, attempts, trouble, pushed_at, missed)
        values (@callback, @source, @hub, @topic, @secret, @standing, @pending, @next, @lease, @told, @attempts, @trouble, @pushed, @missed)
        on conflict (callback) do update set
            standing = excluded.standing, is_pending = excluded.is_pending, next_at = excluded.next_at, lease_ends_at = excluded.lease_ends_at, told = excluded.told,
            attempts = excluded.attempts, trouble = excluded.trouble, pushed_at = excluded.pushed_at, missed = excluded.missed
        """,
        [
            ("callback", it.Callback), ("source", it.Source), ("hub", it.Hub.AbsoluteUri), ("topic", it.Topic.AbsoluteUri), ("secret", it.Secret),
            ("standing", it.Standing.ToString()), ("pending", it.IsPending ? 1L : 0L), ("next", Instant.Of(it.NextAt)), ("lease", it.LeaseEndsAt?.ToUnixTimeMilliseconds()),
            ("told", it.Told), ("attempts", (long)it.Attempts), ("trouble", it.Trouble), ("pushed", it.PushedAt?.ToUnixTimeMilliseconds()), ("missed", (long)it.Missed),
        ], stop);

    private static HubSubscription Read(DbDataReader row) => new(row.GetString(0), row.GetString(1), new(row.GetString(2)), new(row.GetString(3)), row.GetString(4))
    {
        Standing = Enum.Parse<HubStanding>(row.GetString(5)),
        IsPending = row.GetInt64(6) != 0,
        NextAt = row.At(7),
        LeaseEndsAt = row.MaybeAt(8),
        Told = row.MaybeText(9),
        Attempts = (int)row.GetInt64(10),
        Trouble = row.MaybeText(11),
        PushedAt = row.MaybeAt(12),
        Missed = (int)row.GetInt64(13),
    };
}
