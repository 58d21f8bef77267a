namespace NewsBot.Discord.Protocol;

/// <summary>Makes a compact guild out of what Discord tells, and a changed one out of an old one.</summary>
internal static class GuildBuilder
{
    public static Guild Of(GuildPayload payload, Snowflake me) => With(
        new(payload.Id, payload.OwnerId, Roles(payload.Roles ?? []), OwnRoles(payload, me), [], []),
        [.. (payload.Channels ?? []).Concat(payload.Threads ?? [])]);

    /// <summary>An update: lists that it leaves out stay as they were.</summary>
    public static Guild Updated(Guild old, GuildPayload payload) => old with { Owner = payload.OwnerId, Roles = payload.Roles is { } roles ? Roles(roles) : old.Roles };

    public static Guild With(Guild old, RolePayload role) =>
        old with { Roles = [.. old.Roles.Where(known => known.Id != role.Id).Append(new(role.Id, role.Permissions)).OrderBy(known => known.Id)] };

    public static Guild WithoutRole(Guild old, Snowflake role) => old with
    {
        Roles = [.. old.Roles.Where(known => known.Id != role)],
        OwnRoles = [.. old.OwnRoles.Where(known => known != role)],
    };

    /// <summary>A channel takes its threads along.</summary>
    public static Guild WithoutChannels(Guild old, Func<GuildChannel, bool> gone)
    {
        var kept = old.Channels.Where(channel => !gone(channel)).ToArray();
        return kept.Length == old.Channels.Length ? old : Packed(old, kept.Select(channel => (channel, old.OverwritesOf(channel).ToArray())), old.Tags);
    }

    /// <summary>Adds channels and replaces those of the same id.</summary>
    public static Guild With(Guild old, IReadOnlyList<ChannelPayload> channels)
    {
        var changed = channels.Select(channel => channel.Id).ToHashSet();
        var kept = old.Channels.Where(channel => !changed.Contains(channel.Id)).Select(channel => (channel, old.OverwritesOf(channel).ToArray()));
        return Packed(old, kept.Concat(channels.Select(Entry)), Tags(old.Tags, channels));
    }

    private static Guild Packed(Guild old, IEnumerable<(GuildChannel Channel, GuildOverwrite[] Overwrites)> entries, IReadOnlyDictionary<Snowflake, IReadOnlyList<ForumTag>>? tags)
    {
        var sorted = entries.OrderBy(entry => entry.Channel.Id).ToArray();
        var runs = new OverwriteRuns();
        var channels = Array.ConvertAll(sorted, entry => entry.Channel with
        {
            FirstOverwrite = runs.Add(entry.Overwrites),
            OverwriteCount = (ushort)entry.Overwrites.Length,
        });
        return old with { Channels = channels, Overwrites = runs.ToArray(), Tags = tags };
    }

    private static (GuildChannel, GuildOverwrite[]) Entry(ChannelPayload channel) => (
        new(channel.Id, channel.ParentId ?? default, 0, 0, channel.Type, channel.Nsfw),
        [.. (channel.PermissionOverwrites ?? []).Take(ushort.MaxValue).Select(overwrite => new GuildOverwrite(overwrite.Id, overwrite.Allow, overwrite.Deny)).OrderBy(overwrite => overwrite.Id)]);

    private static Dictionary<Snowflake, IReadOnlyList<ForumTag>>? Tags(IReadOnlyDictionary<Snowflake, IReadOnlyList<ForumTag>>? old, IReadOnlyList<ChannelPayload> channels)
    {
        var tags = old is null ? [] : new Dictionary<Snowflake, IReadOnlyList<ForumTag>>(old);
        foreach (var channel in channels)
        {
            tags.Remove(channel.Id);
            if (channel.AvailableTags is { Count: > 0 } available)
                tags[channel.Id] = available;
        }

        return tags.Count > 0 ? tags : null;
    }

    private static GuildRole[] Roles(IReadOnlyList<RolePayload> roles) => [.. roles.Select(role => new GuildRole(role.Id, role.Permissions)).OrderBy(role => role.Id)];

    private static Snowflake[] OwnRoles(GuildPayload payload, Snowflake me) => [.. payload.Members?.FirstOrDefault(member => member.User?.Id == me)?.Roles ?? []];
}

/// <summary>Keeps equal runs of overwrites once: most channels are in step with their category.</summary>
internal sealed class OverwriteRuns
{
    private readonly List<GuildOverwrite> _all = [];
    private readonly Dictionary<int, List<(int Start, int Length)>> _byHash = [];

    public int Add(GuildOverwrite[] run)
    {
        if (run.Length == 0)
            return 0;
        var hash = new HashCode();
        foreach (var overwrite in run)
            hash.Add(overwrite);
        var known = _byHash.TryGetValue(hash.ToHashCode(), out var runs) ? runs : _byHash[hash.ToHashCode()] = [];
        foreach (var (start, length) in known)
        {
            if (length == run.Length && run.AsSpan().SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_all).Slice(start, length)))
                return start;
        }

        known.Add((_all.Count, run.Length));
        _all.AddRange(run);
        return known[^1].Start;
    }

    public GuildOverwrite[] ToArray() => [.. _all];
}
