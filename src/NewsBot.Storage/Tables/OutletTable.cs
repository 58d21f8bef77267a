using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>Which channels share one subscription. What they follow stands with each of them, so that nobody who reads it has to know of outlets.</summary>
internal sealed class OutletTable(Database database) : IOutlets
{
    public Task InviteAsync(string code, ChannelRef channel, DateTimeOffset until, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.RunAsync("delete from outlet_codes where until <= @now", [("now", database.Now)], stop);
        return await session.RunAsync("insert into outlet_codes (code, channel, until) values (@code, @channel, @until)",
            [("code", code), ("channel", channel.ToString()), ("until", Instant.Of(until))], stop);
    }, stop);

    public Task<ChannelRef?> JoinAsync(string code, ChannelRef channel, CancellationToken stop) => database.WriteAsync<ChannelRef?>(async session =>
    {
        await session.HoldAsync(Turn.Outlets, stop);
        var from = await session.FirstAsync("select channel from outlet_codes where code = @code and until > @now",
            [("code", code), ("now", database.Now)], static row => row.GetString(0), stop);
        if (from is null) return null;
        // Its own code: nothing happens, and it stays good for the channel that it was meant for.
        if (from == channel.ToString()) return channel;
        await session.RunAsync("delete from outlet_codes where code = @code", [("code", code)], stop);
        await LeaveAsync(session, channel.ToString(), stop);
        await JoinAsync(session, from, channel.ToString(), stop);
        await CopyAsync(session, from, channel.ToString(), stop);
        return ChannelRef.Parse(from);
    }, stop);

    public Task<bool> LeaveAsync(ChannelRef channel, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.Outlets, stop);
        return await LeaveAsync(session, channel.ToString(), stop);
    }, stop);

    public async Task<IReadOnlyList<ChannelRef>> ChannelsAsync(ChannelRef channel, CancellationToken stop) => await database.ReadAsync(session => session.ListAsync("""
        select channel from outlet_channels where outlet = (select outlet from outlet_channels where channel = @channel) order by channel
        """, [("channel", channel.ToString())], static row => ChannelRef.Parse(row.GetString(0)), stop), stop);

    /// <summary>Has the others of its outlet follow what a channel follows now. Within a transaction of somebody else's.</summary>
    public async Task ShareAsync(Session session, ChannelRef channel, CancellationToken stop)
    {
        Values values = [("channel", channel.ToString())];
        if (!await session.AnyAsync("select 1 from outlet_channels where channel = @channel", values, stop)) return;
        // Two channels of one outlet that are changed at once must not wait for each other's rows.
        await session.HoldAsync(Turn.Outlets, stop);
        var others = await session.ListAsync("""
            select channel from outlet_channels
            where outlet = (select outlet from outlet_channels where channel = @channel) and channel <> @channel order by channel
            """, values, static row => row.GetString(0), stop);
        foreach (var other in others) await CopyAsync(session, channel.ToString(), other, stop);
    }

    /// <summary>Within a transaction of somebody else's.</summary>
    public static Task MoveAsync(Session session, ChannelRef from, ChannelRef to, CancellationToken stop) => session.RunAsync("""
        update outlet_channels set channel = @to where channel = @from and not exists (select 1 from outlet_channels where channel = @to)
        """, [("from", from.ToString()), ("to", to.ToString())], stop);

    private static async Task JoinAsync(Session session, string from, string channel, CancellationToken stop)
    {
        await session.RunAsync($"""
            insert into channels (channel) select value from {session.Dialect.Each("channels")} where true on conflict (channel) do nothing
            """, [("channels", StorageJson.List([from, channel]))], stop);
        await session.RunAsync("""
            insert into outlet_channels (channel, outlet) select @from, coalesce(max(outlet), 0) + 1 from outlet_channels where true on conflict (channel) do nothing
            """, [("from", from)], stop);
        await session.RunAsync("insert into outlet_channels (channel, outlet) select @channel, outlet from outlet_channels where channel = @from",
            [("channel", channel), ("from", from)], stop);
    }

    // Nobody shares with themselves: the last one leaves with the last but one.
    private static async Task<bool> LeaveAsync(Session session, string channel, CancellationToken stop)
    {
        var left = await session.RunAsync("delete from outlet_channels where channel = @channel", [("channel", channel)], stop) > 0;
        if (left) await session.RunAsync("""
            delete from outlet_channels where outlet in (select outlet from outlet_channels group by outlet having count(*) = 1)
            """, [], stop);
        return left;
    }

    private async Task CopyAsync(Session session, string from, string to, CancellationToken stop)
    {
        Values values = [("from", from), ("to", to), ("now", database.Now)];
        await session.RunAsync("""
            update channels set everything_since = (select case when source.everything_since is null then null else coalesce(channels.everything_since, @now) end
                from channels as source where source.channel = @from)
            where channel = @to
            """, values, stop);
        await session.RunAsync("delete from follows where channel = @to and topic not in (select topic from follows where channel = @from)", values[..2], stop);
        await session.RunAsync("""
            insert into follows (channel, topic, since) select @to, topic, @now from follows where channel = @from on conflict (channel, topic) do nothing
            """, values, stop);
    }
}
