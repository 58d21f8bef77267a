using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsBot.Discord.Protocol;

/// <summary>Turns a dispatch into an event. Null for kinds that nobody here listens to.</summary>
internal static class EventReader
{
    /// <exception cref="JsonException">It does not have the documented shape.</exception>
    public static GatewayEvent? Read(string kind, ReadOnlySpan<byte> data, ShardId shard) => kind switch
    {
        "INTERACTION_CREATE" => new InteractionCreated(As(data, DiscordJson.Default.Interaction)),
        "READY" => Ready(As(data, DiscordJson.Default.ReadyData), shard),
        "RESUMED" => new Resumed(shard),
        "GUILD_CREATE" => Available(As(data, DiscordJson.Default.GuildPayload)),
        "GUILD_UPDATE" => new GuildUpdated(As(data, DiscordJson.Default.GuildPayload)),
        "GUILD_DELETE" => Gone(As(data, DiscordJson.Default.GuildGone)),
        "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "THREAD_CREATE" or "THREAD_UPDATE" => new ChannelChanged(As(data, DiscordJson.Default.ChannelPayload)),
        "CHANNEL_DELETE" or "THREAD_DELETE" => new ChannelRemoved(As(data, DiscordJson.Default.ChannelPayload)),
        "THREAD_LIST_SYNC" => Listed(As(data, DiscordJson.Default.ThreadList)),
        "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" => Changed(As(data, DiscordJson.Default.RoleChange)),
        "GUILD_ROLE_DELETE" => Removed(As(data, DiscordJson.Default.RoleGone)),
        "GUILD_MEMBER_UPDATE" => Changed(As(data, DiscordJson.Default.MemberChange)),
        _ => null,
    };

    private static T As<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> kind) => JsonSerializer.Deserialize(data, kind) ?? throw new JsonException("An event without data.");

    private static Ready Ready(ReadyData data, ShardId shard) =>
        new(shard, data.User, data.Application?.Id ?? data.User.Id, [.. data.Guilds.Select(guild => guild.Id)]);

    private static GatewayEvent Available(GuildPayload guild) => guild.Unavailable == true ? new GuildUnavailable(guild.Id) : new GuildAvailable(guild);

    private static GatewayEvent Gone(GuildGone guild) => guild.Unavailable == true ? new GuildUnavailable(guild.Id) : new GuildRemoved(guild.Id);

    private static ThreadsListed Listed(ThreadList list) => new(list.GuildId, list.ChannelIds, list.Threads);

    private static RoleChanged Changed(RoleChange change) => new(change.GuildId, change.Role);

    private static RoleRemoved Removed(RoleGone gone) => new(gone.GuildId, gone.RoleId);

    private static MemberChanged Changed(MemberChange change) => new(change.GuildId, change.User.Id, change.Roles);
}
