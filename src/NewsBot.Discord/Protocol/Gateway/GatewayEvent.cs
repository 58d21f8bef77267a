namespace NewsBot.Discord.Protocol;

/// <summary>Receives a shard's events one after another. It should return soon: the next event waits, and only then is this one never sent again.</summary>
internal delegate Task GatewayHandler(GatewayEvent happened, CancellationToken stop);

/// <summary>What Discord told. After a resume the same event may come twice.</summary>
internal abstract record GatewayEvent;

/// <summary>A new session; guilds follow, each as <see cref="GuildAvailable"/>.</summary>
internal sealed record Ready(ShardId Shard, User Me, Snowflake ApplicationId, IReadOnlyList<Snowflake> Guilds) : GatewayEvent;

/// <summary>An old session goes on; what was missed has been told before this.</summary>
internal sealed record Resumed(ShardId Shard) : GatewayEvent;

/// <summary>Someone is waiting for an answer within three seconds.</summary>
internal sealed record InteractionCreated(Interaction Interaction) : GatewayEvent;

/// <summary>A guild after READY, after an outage, or because the bot was added.</summary>
internal sealed record GuildAvailable(GuildPayload Guild) : GatewayEvent;

internal sealed record GuildUpdated(GuildPayload Guild) : GatewayEvent;

/// <summary>An outage at Discord: keep what is known.</summary>
internal sealed record GuildUnavailable(Snowflake Guild) : GatewayEvent;

/// <summary>The bot was removed, or the guild is no more.</summary>
internal sealed record GuildRemoved(Snowflake Guild) : GatewayEvent;

/// <summary>A channel, or a thread, was made or changed.</summary>
internal sealed record ChannelChanged(ChannelPayload Channel) : GatewayEvent;

internal sealed record ChannelRemoved(ChannelPayload Channel) : GatewayEvent;

/// <summary>The active threads of these parents (of the whole guild when there are none); others of theirs are archived or hidden.</summary>
internal sealed record ThreadsListed(Snowflake Guild, IReadOnlyList<Snowflake>? Parents, IReadOnlyList<ChannelPayload> Threads) : GatewayEvent;

internal sealed record RoleChanged(Snowflake Guild, RolePayload Role) : GatewayEvent;

internal sealed record RoleRemoved(Snowflake Guild, Snowflake Role) : GatewayEvent;

/// <summary>A member's roles changed. Without the members intent only our own are told.</summary>
internal sealed record MemberChanged(Snowflake Guild, Snowflake User, IReadOnlyList<Snowflake> Roles) : GatewayEvent;

internal sealed record ReadyData
{
    public required User User { get; init; }

    public required string SessionId { get; init; }

    public required string ResumeGatewayUrl { get; init; }

    public Application? Application { get; init; }

    public IReadOnlyList<GuildGone> Guilds { get; init; } = [];
}

internal sealed record GuildGone
{
    public Snowflake Id { get; init; }

    public bool? Unavailable { get; init; }
}

internal sealed record ThreadList
{
    public Snowflake GuildId { get; init; }

    public IReadOnlyList<Snowflake>? ChannelIds { get; init; }

    public IReadOnlyList<ChannelPayload> Threads { get; init; } = [];
}

internal sealed record RoleChange
{
    public Snowflake GuildId { get; init; }

    public required RolePayload Role { get; init; }
}

internal sealed record RoleGone
{
    public Snowflake GuildId { get; init; }

    public Snowflake RoleId { get; init; }
}

internal sealed record MemberChange
{
    public Snowflake GuildId { get; init; }

    public required User User { get; init; }

    public IReadOnlyList<Snowflake> Roles { get; init; } = [];
}
