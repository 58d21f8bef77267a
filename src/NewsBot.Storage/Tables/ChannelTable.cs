using System.Data.Common;
using System.Text.Json;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>What channels follow and how they are set. Their other half, the lane, belongs to <see cref="OutboxTable"/>.</summary>
internal sealed class ChannelTable(Database database) : ISubscriptions
{
    private const string Columns = "channel, everything_since, settings, paused_at, paused_why";

    public Task<Channel> FindAsync(ChannelRef channel, Language language, CancellationToken stop) => database.ReadAsync(async session =>
    {
        Values values = [("channel", channel.ToString())];
        var found = await session.FirstAsync($"select {Columns} from channels where channel = @channel", values, row => Read(row, SettingsOf), stop);
        if (found is null) return new Channel(channel) { Settings = new(language) };
        var follows = await session.ListAsync("select topic from follows where channel = @channel order by topic", values, static row => row.GetString(0), stop);
        return found with { Follows = follows };
    }, stop);

    public Task<IReadOnlyList<Channel>> AllAsync(CancellationToken stop) => ListAsync(_ => "", [], stop);

    // Those who get an article are owed it, and that costs more than to find them; all others are not even read.
    public Task<IReadOnlyList<Channel>> FollowersAsync(IReadOnlyCollection<string> topics, CancellationToken stop) => ListAsync(dialect => $"""
        where channel in (
            select whole.channel from channels as whole where whole.everything_since is not null
            union all
            select followed.channel from follows as followed where followed.topic in (select value from {dialect.Each("topics")}))
        """, [("topics", StorageJson.List(topics))], stop);

    // A range on the key: everything that begins so stands between the text itself and the same text with the highest letter behind it.
    public Task<IReadOnlyList<Channel>> StartingWithAsync(string platform, string start, CancellationToken stop) =>
        ListAsync(_ => "where channel >= @from and channel < @to", [("from", $"{platform}:{start}"), ("to", $"{platform}:{start}\U0010FFFD")], stop);

    private async Task<IReadOnlyList<Channel>> ListAsync(Func<Dialect, string> filter, Values values, CancellationToken stop) => await database.ReadAsync(async session =>
    {
        var where = filter(session.Dialect);
        var follows = (await session.ListAsync($"select channel, topic from follows {where} order by channel, topic", values,
            static row => (Channel: row.GetString(0), Topic: row.GetString(1)), stop)).ToLookup(row => row.Channel, row => row.Topic);
        // Thousands of channels share a handful of settings, and this is asked for with every batch of articles.
        var settings = new Dictionary<string, ChannelSettings>(StringComparer.Ordinal);
        var channels = await session.ListAsync($"select {Columns} from channels {where} order by channel", values,
            row => Read(row, text => settings.TryGetValue(text, out var known) ? known : settings[text] = SettingsOf(text)), stop);
        return channels.ConvertAll(channel => follows.Contains(channel.Ref.ToString())
            ? channel with { Follows = [.. follows[channel.Ref.ToString()]] }
            : channel);
    }, stop);

    public Task SaveAsync(Channel channel, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await KeepAsync(session, channel, stop);
        var topics = StorageJson.List(channel.Follows);
        Values values = [("channel", channel.Ref.ToString()), ("topics", topics), ("now", database.Now)];
        await session.RunAsync($"delete from follows where channel = @channel and topic not in (select value from {session.Dialect.Each("topics")})", values[..2], stop);
        await session.RunAsync($"""
            insert into follows (channel, topic, since) select @channel, value, @now from {session.Dialect.Each("topics")} where true
            on conflict (channel, topic) do nothing
            """, values, stop);
        await new OutletTable(database).ShareAsync(session, channel.Ref, stop);
        return true;
    }, stop);

    public Task PauseAsync(ChannelRef channel, string why, CancellationToken stop) => database.WriteAsync(session => session.RunAsync("""
        insert into channels (channel, paused_at, paused_why) values (@channel, @now, @why)
        on conflict (channel) do update set paused_at = excluded.paused_at, paused_why = excluded.paused_why where channels.paused_at is null
        """, [("channel", channel.ToString()), ("now", database.Now), ("why", why)], stop), stop);

    public Task<bool> ResumeAsync(ChannelRef channel, CancellationToken stop) => database.WriteAsync(async session => await session.RunAsync("""
        update channels set paused_at = null, paused_why = null, due_at = case when due_at > @now then @now else due_at end
        where channel = @channel and paused_at is not null and paused_why is not null
        """, [("channel", channel.ToString()), ("now", database.Now)], stop) > 0, stop);

    public Task MoveAsync(ChannelRef from, ChannelRef to, CancellationToken stop) => database.WriteAsync(session => MoveAsync(session, from, to, stop), stop);

    /// <summary>Within a transaction of somebody else's.</summary>
    public static async Task<int> MoveAsync(Session session, ChannelRef from, ChannelRef to, CancellationToken stop)
    {
        if (from == to) return 0;
        Values both = [("from", from.ToString()), ("to", to.ToString())];
        await session.RunAsync("""
            insert into channels (channel, everything_since, settings, paused_at, paused_why, due_at, lease_owner, lease_until, last_sent_at, failures, paid, given_up)
            select @to, everything_since, settings, paused_at, paused_why, due_at, lease_owner, lease_until, last_sent_at, failures, paid, given_up
            from channels where channel = @from
            on conflict (channel) do update set
                everything_since = coalesce(channels.everything_since, excluded.everything_since),
                due_at = coalesce(channels.due_at, excluded.due_at)
            """, both, stop);
        await session.RunAsync("""
            insert into follows (channel, topic, since) select @to, topic, since from follows where channel = @from on conflict (channel, topic) do nothing
            """, both, stop);
        await OutletTable.MoveAsync(session, from, to, stop);
        await session.RunAsync("delete from debts where channel = @from and subject in (select subject from debts where channel = @to)", both, stop);
        await session.RunAsync("update debts set channel = @to where channel = @from", both, stop);
        await StoryTable.MoveAsync(session, both, stop);
        return await session.RunAsync("delete from channels where channel = @from", both[..1], stop);
    }

    // What waited while the channel was paused, or for what other settings had planned, is looked at again at once.
    private async Task KeepAsync(Session session, Channel channel, CancellationToken stop) => await session.RunAsync("""
        insert into channels (channel, everything_since, settings, paused_at, paused_why)
        values (@channel, @everything, @settings, @paused, @why)
        on conflict (channel) do update set
            everything_since = case when excluded.everything_since is null then null else coalesce(channels.everything_since, excluded.everything_since) end,
            settings = excluded.settings,
            paused_at = excluded.paused_at,
            paused_why = excluded.paused_why,
            due_at = case when channels.due_at > @now and (channels.settings <> excluded.settings or channels.paused_at is not null and excluded.paused_at is null) then @now else channels.due_at end
        """,
        [
            ("channel", channel.Ref.ToString()),
            ("everything", channel.FollowsEverything ? database.Now : null),
            ("settings", JsonSerializer.Serialize(channel.Settings, StorageJson.Kept.ChannelSettings)),
            ("paused", channel.PausedAt?.ToUnixTimeMilliseconds()),
            ("why", channel.PausedWhy),
            ("now", database.Now),
        ], stop);

    private static Channel Read(DbDataReader row, Func<string, ChannelSettings> settings) => new(ChannelRef.Parse(row.GetString(0)))
    {
        FollowsEverything = !row.IsDBNull(1),
        Settings = settings(row.GetString(2)),
        PausedAt = row.MaybeAt(3),
        PausedWhy = row.MaybeText(4),
    };

    private static ChannelSettings SettingsOf(string text) => JsonSerializer.Deserialize(text, StorageJson.Kept.ChannelSettings) ?? new();
}
