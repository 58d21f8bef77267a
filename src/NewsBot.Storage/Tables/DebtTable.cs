using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>How debts begin. How they end is <see cref="OutboxTable"/>'s.</summary>
internal static class DebtTable
{
    /// <summary>Channels as the statements here take them; thousands of them are written once for all statements.</summary>
    public static string ListOf(IEnumerable<ChannelRef> channels) => StorageJson.List(channels.Select(channel => channel.ToString()).Order(StringComparer.Ordinal));

    /// <summary>Makes the channels that are new to us; it comes before anything is owed to them.</summary>
    public static Task KnowAsync(Session session, string channels, CancellationToken stop) => session.RunAsync($"""
        insert into channels (channel) select value from {session.Dialect.Each("channels")} where not exists (select 1 from channels where channel = value)
        on conflict (channel) do nothing
        """, [("channels", channels)], stop);

    /// <summary>
    /// Owes one article to channels that are known; counts those that had neither owed nor been paid it before.
    /// The channels have to be woken afterwards, in the same transaction.
    /// </summary>
    public static Task<int> OweAsync(Session session, ArticleId article, string channels, DebtKind kind, DebtClass place, long now, CancellationToken stop) => session.RunAsync($"""
        insert into debts (subject, article, channel, kind, class, owed_at)
        select articles.id, articles.id, value, @kind, @class, @now from articles, {session.Dialect.Each("channels")} where articles.id = @article and articles.withdrawn_at is null
        on conflict (subject, channel) do nothing
        """, [("channels", channels), ("article", article.Value), ("kind", kind.ToString()), ("class", (long)place), ("now", now)], stop);

    /// <summary>
    /// Makes lanes due that had nothing to do, and lets those with something more urgent come before the others. It comes after the debts: whoever settles
    /// a lane meanwhile either sees them or is overruled here. A lane that has nothing to do is owed nothing, so what is owed now is its head.
    /// </summary>
    public static async Task WakeAsync(Session session, string channels, DebtClass place, long now, CancellationToken stop)
    {
        await HoldAsync(session, channels, stop);
        await session.RunAsync($"""
            update channels set due_at = coalesce(due_at, @now), head_class = @class
            from {Lanes(session)} where channel = lane.value and (due_at is null or head_class > @class)
            """, [("channels", channels), ("class", (long)place), ("now", now)], stop);
    }

    /// <summary>The same for what must not wait behind quiet hours or a digest: lanes are looked at again that had planned to wait.</summary>
    public static async Task HurryAsync(Session session, string channels, DebtClass place, long now, CancellationToken stop)
    {
        await HoldAsync(session, channels, stop);
        await session.RunAsync($"""
            update channels set due_at = case when due_at > @now and failures > 0 then due_at else @now end,
                head_class = case when due_at is null or head_class > @class then @class else head_class end
            from {Lanes(session)} where channel = lane.value and (due_at is null or (due_at > @now and failures = 0) or head_class > @class)
            """, [("channels", channels), ("class", (long)place), ("now", now)], stop);
    }

    // A lane that is due already is not changed, so the update would not hold its row: it could be settled between that and our commit by somebody who cannot
    // see the new debts, and would sleep with something owed.
    private static Task HoldAsync(Session session, string channels, CancellationToken stop) => session.Dialect == Dialect.Sqlite
        ? Task.CompletedTask
        : session.NumberAsync($"select count(*) from (select 1 from channels where channel in (select value from {session.Dialect.Each("channels")}) order by channel {session.Dialect.ForUpdate}) as held",
            [("channels", channels)], stop);

    /// <summary>The class of what a channel would be paid next; 2 when nothing is owed to it.</summary>
    public static string HeadClassOf(string channel) => $"""
        coalesce((select class from debts where debts.channel = {channel} and bundle is null and paid_at is null and given_up_at is null order by class limit 1), 2)
        """;

    private static string Lanes(Session session) => $"(select value from {session.Dialect.Each("channels")}) as lane";
}
