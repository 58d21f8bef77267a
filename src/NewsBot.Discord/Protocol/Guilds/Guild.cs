namespace NewsBot.Discord.Protocol;

internal readonly record struct GuildRole(Snowflake Id, Permissions Permissions);

/// <summary>Its overwrites are a run of the guild's; a channel that is in step with its category shares the category's run.</summary>
internal readonly record struct GuildChannel(Snowflake Id, Snowflake Parent, int FirstOverwrite, ushort OverwriteCount, ChannelKind Kind, bool Nsfw)
{
    public bool IsThread => Kind is ChannelKind.AnnouncementThread or ChannelKind.PublicThread or ChannelKind.PrivateThread;
}

/// <summary>Whether it is for a role or a member need not be kept: ids are unique over both.</summary>
internal readonly record struct GuildOverwrite(Snowflake Id, Permissions Allow, Permissions Deny);

/// <summary>A guild as far as permissions and channel kinds need it, in flat arrays sorted by id. Never changed: an event makes a new one.</summary>
internal sealed record Guild(Snowflake Id, Snowflake Owner, GuildRole[] Roles, Snowflake[] OwnRoles, GuildChannel[] Channels, GuildOverwrite[] Overwrites)
{
    /// <summary>Tags by forum; null where there are none, which is nearly everywhere.</summary>
    public IReadOnlyDictionary<Snowflake, IReadOnlyList<ForumTag>>? Tags { get; init; }

    public GuildChannel? Channel(Snowflake id)
    {
        var index = Sorted.Find(Channels, id, static channel => channel.Id);
        return index < 0 ? null : Channels[index];
    }

    public GuildRole? Role(Snowflake id)
    {
        var index = Sorted.Find(Roles, id, static role => role.Id);
        return index < 0 ? null : Roles[index];
    }

    public IReadOnlyList<ForumTag> TagsOf(Snowflake forum) => Tags?.GetValueOrDefault(forum) ?? [];

    public ReadOnlySpan<GuildOverwrite> OverwritesOf(GuildChannel channel) => Overwrites.AsSpan(channel.FirstOverwrite, channel.OverwriteCount);

    /// <summary>What a member may do in a channel; nothing where the channel is unknown or hidden from them.</summary>
    public Permissions PermissionsIn(Snowflake channel, Snowflake member, IReadOnlyList<Snowflake> roles)
    {
        if (Channel(channel) is not { } place)
            return Permissions.None;
        if (place.IsThread)
            return PermissionsIn(place.Parent, member, roles);
        return ChannelPermissions.Of(this, place, member, roles);
    }
}

internal static class Sorted
{
    public static int Find<T>(T[] items, Snowflake id, Func<T, Snowflake> idOf)
    {
        var (low, high) = (0, items.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = idOf(items[middle]).CompareTo(id);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
