using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>How debts begin. How they end is <see cref="OutboxTable"/>'s.</summary>
internal static class DebtTable
{
    /// <summary>
    /// Owes one article to channels, of which some may be new to us; counts those that had neither owed nor been paid it before.
    /// The channels have to be woken afterwards, in the same transaction.
    /// </summary>
    public static async Task<int> OweAsync(Session session, ArticleId article, IEnumerable<ChannelRef> channels, DebtKind kind, DebtClass place, long now, CancellationToken stop)
    {
        Values values = [("channels", ListOf(channels)), ("article", article.Value), ("kind", kind.ToString()), ("class", (long)place), ("now", now)];
        await session.RunAsync($"""
            insert into channels (channel) select value from {session.Dialect.Each("channels")} where true on conflict (channel) do nothing
            """, values[..1], stop);
        return await session.RunAsync($"""
            insert into debts (subject, article, channel, kind, class, owed_at)
            select articles.id, articles.id, value, @kind, @class, @now from articles, {session.Dialect.Each("channels")} where articles.id = @article and articles.withdrawn_at is null
            on conflict (subject, channel) do nothing
            """, values, stop);
    }

    /// <summary>
    /// Makes lanes due that had nothing to do, and lets those with something urgent come before the others. It comes after the debts: whoever settles
    /// a lane meanwhile either sees them or is overruled here.
    /// </summary>
    public static Task WakeAsync(Session session, IEnumerable<ChannelRef> channels, long now, CancellationToken stop) => session.RunAsync($"""
        update channels set due_at = coalesce(due_at, @now), head_class = lane.head
        from (select value as name, {HeadClassOf("value")} as head from {session.Dialect.Each("channels")}) as lane
        where channel = lane.name and (due_at is null or head_class > lane.head)
        """, [("channels", ListOf(channels)), ("now", now)], stop);

    /// <summary>The same for what must not wait behind quiet hours or a digest: lanes are looked at again that had planned to wait.</summary>
    public static Task HurryAsync(Session session, IEnumerable<ChannelRef> channels, long now, CancellationToken stop) => session.RunAsync($"""
        update channels set due_at = case when due_at > @now and failures > 0 then due_at else @now end, head_class = lane.head
        from (select value as name, {HeadClassOf("value")} as head from {session.Dialect.Each("channels")}) as lane
        where channel = lane.name and (due_at is null or (due_at > @now and failures = 0) or head_class > lane.head)
        """, [("channels", ListOf(channels)), ("now", now)], stop);

    /// <summary>The class of what a channel would be paid next; 2 when nothing is owed to it.</summary>
    public static string HeadClassOf(string channel) => $"""
        coalesce((select class from debts where debts.channel = {channel} and bundle is null and paid_at is null and given_up_at is null order by class limit 1), 2)
        """;

    private static string ListOf(IEnumerable<ChannelRef> channels) => StorageJson.List(channels.Select(channel => channel.ToString()).Order(StringComparer.Ordinal));
}
