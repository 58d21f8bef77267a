using System.Data.Common;
using System.Text.Json;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>The feeds and pages of the settings file and of the chat. How their turns go belongs to <see cref="PollTable"/>.</summary>
internal sealed class WebSourceTable(Database database) : IWebSources
{
    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns = "key, address, kind, title, settings, added_in, added_at, paused_at, paused_why";

    private const string State = $"{Columns}, last_at, next_at, trouble, trouble_since, articles";

    public async Task<IReadOnlyList<WebSourceState>> AllAsync(CancellationToken stop) => await database.ReadAsync(
        session => session.ListAsync($"select {State} from web_sources where removed_at is null order by key", [], ReadState, stop), stop);

    public Task<WebSourceState?> FindAsync(string key, CancellationToken stop) => database.ReadAsync(
        session => session.FirstAsync($"select {State} from web_sources where key = @key and removed_at is null", [("key", key)], ReadState, stop), stop);

    public Task<WebSource> AddAsync(WebSource source, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.WebSources, stop);
        if (await AtAsync(session, source.Address, stop) is { } kept) return kept;
        // One that chat removed from under the settings file comes back under the name that the file gives it.
        var removed = await session.FirstAsync("select key from web_sources where removed_at is not null and (address = @address or configured_address = @address) order by key",
            [("address", source.Address.AbsoluteUri)], static row => row.GetString(0), stop);
        var named = source with { Key = removed ?? await FreeKeyAsync(session, source.Key, stop), AddedAt = source.AddedAt == default ? Now : source.AddedAt };
        await InsertAsync(session, named, null, stop);
        return named;
    }, stop);

    public Task SaveAsync(WebSource source, CancellationToken stop) => database.WriteAsync(session => session.RunAsync("""
        update web_sources set
            changed_in_chat_at = case when title <> @title or settings <> @settings then @now else changed_in_chat_at end,
            resumed_at = case when paused_at is not null and cast(@paused as bigint) is null then @now else resumed_at end,
            next_at = case when paused_at is not null and cast(@paused as bigint) is null then @now else next_at end,
            title = @title, settings = @settings, paused_at = @paused, paused_why = @why
        where key = @key and removed_at is null
        """,
        [
            ("key", source.Key), ("title", source.Title), ("settings", SettingsOf(source)),
            ("paused", source.PausedAt?.ToUnixTimeMilliseconds()), ("why", source.PausedWhy), ("now", database.Now),
        ], stop), stop);

    public Task<bool> RemoveAsync(string key, CancellationToken stop) => database.WriteAsync(async session =>
    {
        // Nothing but chat knows it when it is not configured, so there is no file to keep it away from.
        Values values = [("key", key), ("now", database.Now)];
        return await session.RunAsync("delete from web_sources where key = @key and configured_address is null", values[..1], stop) > 0
            || await session.RunAsync("update web_sources set removed_at = @now where key = @key and removed_at is null", values, stop) > 0;
    }, stop);

    public Task ConfigureAsync(IReadOnlyList<WebSource> configured, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.WebSources, stop);
        var keys = new List<string>();
        foreach (var source in configured) keys.Add(await ConfigureAsync(session, source, stop));
        return await session.RunAsync($"""
            delete from web_sources where configured_address is not null and key not in (select value from {session.Dialect.Each("keys")})
            """, [("keys", StorageJson.List(keys))], stop);
    }, stop);

    public static WebSource Read(DbDataReader row) => new(row.GetString(0), new(row.GetString(1)), Enum.Parse<WebSourceKind>(row.GetString(2)))
    {
        Title = row.GetString(3),
        Settings = JsonSerializer.Deserialize(row.GetString(4), StorageJson.Kept.WebSourceSettings) ?? new(),
        AddedIn = row.MaybeText(5) is { } channel ? ChannelRef.Parse(channel) : null,
        AddedAt = row.At(6),
        PausedAt = row.MaybeAt(7),
        PausedWhy = row.MaybeText(8),
    };

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(database.Now);

    /// <returns>The key under which it is kept: that of a source that chat had added, when it has the address.</returns>
    private async Task<string> ConfigureAsync(Session session, WebSource source, CancellationToken stop)
    {
        var known = await session.FirstAsync("select configured_address, removed_at from web_sources where key = @key", [("key", source.Key)],
            static row => (Named: row.MaybeText(0), IsRemoved: !row.IsDBNull(1), IsThere: true), stop);
        if (known.IsRemoved && known.Named == source.Address.AbsoluteUri) return source.Key;
        var holder = await AtAsync(session, source.Address, stop);
        if (holder is null && (!known.IsThere || known.IsRemoved || known.Named != source.Address.AbsoluteUri))
        {
            await InsertAsync(session, source with { AddedAt = Now }, source.Address, stop);
            return source.Key;
        }
        var key = known is { IsThere: true, IsRemoved: false } ? source.Key : holder!.Key;
        await ChangeAsync(session, key, source, stop);
        return key;
    }

    // The address stays where the site has led it since; what chat changed wins over the file.
    private static Task<int> ChangeAsync(Session session, string key, WebSource source, CancellationToken stop) => session.RunAsync("""
        update web_sources set
            configured_address = @address,
            title = case when changed_in_chat_at is null then @title else title end,
            settings = case when changed_in_chat_at is null then @settings else settings end
        where key = @key
        """, [("key", key), ("address", source.Address.AbsoluteUri), ("title", source.Title), ("settings", SettingsOf(source))], stop);

    // Whatever stood under the key begins anew, because it is another address: due at once, remembering nothing.
    private Task<int> InsertAsync(Session session, WebSource source, Uri? configured, CancellationToken stop) => session.RunAsync("""
        insert into web_sources (key, address, kind, title, settings, added_in, added_at, paused_at, paused_why, configured_address, next_at)
        values (@key, @address, @kind, @title, @settings, @in, @at, @paused, @why, @configured, @now)
        on conflict (key) do update set
            address = excluded.address, kind = excluded.kind, title = excluded.title, settings = excluded.settings, added_in = excluded.added_in,
            added_at = excluded.added_at, paused_at = excluded.paused_at, paused_why = excluded.paused_why,
            configured_address = coalesce(excluded.configured_address, web_sources.configured_address),
            removed_at = null, changed_in_chat_at = null, resumed_at = null, last_at = null, next_at = excluded.next_at, trouble = null, trouble_since = null,
            lease_owner = null, lease_until = null, state = null, memory = null
        """,
        [
            ("key", source.Key), ("address", source.Address.AbsoluteUri), ("kind", source.Kind.ToString()), ("title", source.Title),
            ("settings", SettingsOf(source)), ("in", source.AddedIn?.ToString()), ("at", Instant.Of(source.AddedAt)),
            ("paused", source.PausedAt?.ToUnixTimeMilliseconds()), ("why", source.PausedWhy), ("configured", configured?.AbsoluteUri), ("now", database.Now),
        ], stop);

    private static Task<WebSource?> AtAsync(Session session, Uri address, CancellationToken stop) => session.FirstAsync(
        $"select {Columns} from web_sources where address = @address and removed_at is null", [("address", address.AbsoluteUri)], Read, stop);

    private static async Task<string> FreeKeyAsync(Session session, string wanted, CancellationToken stop)
    {
        var key = wanted;
        for (var number = 2; await session.AnyAsync("select 1 from web_sources where key = @key", [("key", key)], stop); number++)
        {
            var tail = $"-{number}";
            key = $"{wanted[..Math.Min(wanted.Length, Topic.MaxKeyLength - tail.Length)]}{tail}";
        }
        return key;
    }

    private static string SettingsOf(WebSource source) => JsonSerializer.Serialize(source.Settings, StorageJson.Kept.WebSourceSettings);

    private static WebSourceState ReadState(DbDataReader row)
    {
        var source = Read(row);
        return new(source, row.MaybeAt(9), source.PausedAt is null ? row.MaybeAt(10) : null, row.MaybeText(11), row.MaybeAt(12), (int)row.GetInt64(13));
    }
}
