using System.Collections.Concurrent;

namespace NewsBot.Discord.Protocol;

/// <summary>
/// What is known of the guilds, out of the gateway's events: enough for channel kinds and permissions, in about 1.2 KB for a guild of 20 channels. Shards
/// write beside each other, and readers never wait.
/// </summary>
internal sealed class GuildBook
{
    private readonly ConcurrentDictionary<Snowflake, Guild> _guilds = new();
    private Snowflake _me;

    public int Count => _guilds.Count;

    /// <summary>Who we are, where no READY has told it: after a restart that resumed.</summary>
    public void Know(Snowflake me) => _me = me;

    /// <summary>Takes in a guild as REST describes it, since a resumed session does not tell the guilds again.</summary>
    public Guild Add(GuildPayload guild) => _guilds[guild.Id] = GuildBuilder.Of(guild, _me);

    public Guild? Find(Snowflake guild) => _guilds.GetValueOrDefault(guild);

    /// <summary>Looks through every guild, so callers who know the guild had better say it.</summary>
    public Guild? FindOf(Snowflake channel) => _guilds.Select(pair => pair.Value).FirstOrDefault(guild => guild.Channel(channel) is not null);

    /// <summary>What we may do in a channel; nothing when it is unknown.</summary>
    public Permissions Ours(Snowflake guild, Snowflake channel) => Find(guild) is { } known ? known.PermissionsIn(channel, _me, known.OwnRoles) : Permissions.None;

    /// <summary>What a member with these roles may do in a channel; nothing when it is unknown.</summary>
    public Permissions Of(Snowflake guild, Snowflake channel, Snowflake member, IReadOnlyList<Snowflake> roles) =>
        Find(guild)?.PermissionsIn(channel, member, roles) ?? Permissions.None;

    /// <summary>Takes an event in. Events that tell nothing about guilds are let pass.</summary>
    public void Take(GatewayEvent happened)
    {
        switch (happened)
        {
            case Ready ready:
                Begin(ready);
                break;
            case GuildAvailable(var guild):
                _guilds[guild.Id] = GuildBuilder.Of(guild, _me);
                break;
            case GuildRemoved(var guild):
                _guilds.TryRemove(guild, out _);
                break;
            case GuildUpdated(var guild):
                Change(guild.Id, old => GuildBuilder.Updated(old, guild));
                break;
            case ChannelChanged(var channel):
                Change(channel.GuildId, old => GuildBuilder.With(old, [channel]));
                break;
            case ChannelRemoved(var channel):
                Change(channel.GuildId, old => GuildBuilder.WithoutChannels(old, known => known.Id == channel.Id || (known.IsThread && known.Parent == channel.Id)));
                break;
            case ThreadsListed listed:
                Change(listed.Guild, old => GuildBuilder.With(GuildBuilder.WithoutChannels(old, known => known.IsThread && listed.Parents?.Contains(known.Parent) != false), listed.Threads));
                break;
            case RoleChanged(var guild, var role):
                Change(guild, old => GuildBuilder.With(old, role));
                break;
            case RoleRemoved(var guild, var role):
                Change(guild, old => GuildBuilder.WithoutRole(old, role));
                break;
            case MemberChanged(var guild, var user, var roles) when user == _me:
                Change(guild, old => old with { OwnRoles = [.. roles] });
                break;
        }
    }

    /// <summary>A new session tells every guild anew; those of the shard that it no longer names are gone.</summary>
    private void Begin(Ready ready)
    {
        _me = ready.Me.Id;
        var named = ready.Guilds.ToHashSet();
        foreach (var guild in _guilds.Keys)
        {
            // Which shard a guild belongs to: topics/gateway, Sharding.
            if ((int)((guild.Value >> 22) % (ulong)ready.Shard.Count) == ready.Shard.Index && !named.Contains(guild))
                _guilds.TryRemove(guild, out _);
        }
    }

    // One shard tells of one guild, in order, so nobody changes it at the same time.
    private void Change(Snowflake guild, Func<Guild, Guild> change)
    {
        if (_guilds.TryGetValue(guild, out var old))
            _guilds[guild] = change(old);
    }
}
