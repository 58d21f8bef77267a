namespace NewsBot.Discord.Protocol;

internal enum ChannelKind : byte
{
    Text = 0,
    Direct = 1,
    Voice = 2,
    GroupDirect = 3,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Directory = 14,
    Forum = 15,
    Media = 16,
}

/// <summary>A guild as GUILD_CREATE, GUILD_UPDATE and REST describe it. Lists are null where the sender left them out, which for an update means "as before".</summary>
internal sealed record GuildPayload
{
    public Snowflake Id { get; init; }

    public Snowflake OwnerId { get; init; }

    public bool? Unavailable { get; init; }

    public string? Name { get; init; }

    public string? PreferredLocale { get; init; }

    public Snowflake? SystemChannelId { get; init; }

    public IReadOnlyList<RolePayload>? Roles { get; init; }

    public IReadOnlyList<ChannelPayload>? Channels { get; init; }

    public IReadOnlyList<ChannelPayload>? Threads { get; init; }

    public IReadOnlyList<Member>? Members { get; init; }
}

internal sealed record RolePayload
{
    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    public Permissions Permissions { get; init; }
}

internal sealed record ChannelPayload
{
    public Snowflake Id { get; init; }

    public Snowflake GuildId { get; init; }

    public ChannelKind Type { get; init; }

    public string? Name { get; init; }

    public Snowflake? ParentId { get; init; }

    public bool Nsfw { get; init; }

    public IReadOnlyList<OverwritePayload>? PermissionOverwrites { get; init; }

    public IReadOnlyList<ForumTag>? AvailableTags { get; init; }

    /// <summary>There in interactions' resolved channels: what the caller may do in it.</summary>
    public Permissions? Permissions { get; init; }

    public ThreadMetadata? ThreadMetadata { get; init; }
}

internal sealed record ThreadMetadata
{
    public bool Archived { get; init; }

    public bool Locked { get; init; }
}

/// <summary>What a channel allows and denies to one role (type 0) or one member (type 1).</summary>
internal sealed record OverwritePayload
{
    public Snowflake Id { get; init; }

    public int Type { get; init; }

    public Permissions Allow { get; init; }

    public Permissions Deny { get; init; }
}

internal sealed record ForumTag
{
    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    public bool Moderated { get; init; }
}

/// <summary>A post in a forum, or a thread in a text channel (then without message, and with a type). Name 1–100 characters, at most 5 tags.</summary>
internal sealed record NewThread
{
    public required string Name { get; init; }

    public MessageBody? Message { get; init; }

    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }

    public ChannelKind? Type { get; init; }

    /// <summary>Minutes: 60, 1,440, 4,320 or 10,080.</summary>
    public int? AutoArchiveDuration { get; init; }
}

/// <summary>What is to be different about a thread; what is null stays.</summary>
internal sealed record ThreadChange
{
    public string? Name { get; init; }

    public bool? Archived { get; init; }
}

/// <summary>The thread that was made; a forum post carries its first message.</summary>
internal sealed record CreatedThread
{
    public Snowflake Id { get; init; }

    public Snowflake? ParentId { get; init; }

    public Message? Message { get; init; }
}
