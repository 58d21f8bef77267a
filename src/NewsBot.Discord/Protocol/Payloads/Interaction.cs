using System.Text.Json.Serialization;

namespace NewsBot.Discord.Protocol;

/// <summary>Somebody used a command, a component or a modal, or types where we complete. Answer within 3 s; the token lives 15 min.</summary>
internal sealed record Interaction
{
    public Snowflake Id { get; init; }

    public Snowflake ApplicationId { get; init; }

    public InteractionKind Type { get; init; }

    public Secret Token { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public ChannelPayload? Channel { get; init; }

    /// <summary>There in a guild; else see <see cref="User"/>.</summary>
    public Member? Member { get; init; }

    public User? User { get; init; }

    public string? Locale { get; init; }

    public string? GuildLocale { get; init; }

    /// <summary>What we may do in this channel.</summary>
    public Permissions? AppPermissions { get; init; }

    public InteractionContext? Context { get; init; }

    /// <summary>Whose install made this possible: the guild's (key "0") or the user's ("1").</summary>
    public IReadOnlyDictionary<string, Snowflake>? AuthorizingIntegrationOwners { get; init; }

    public InteractionData? Data { get; init; }

    /// <summary>The message that carries the component.</summary>
    public Message? Message { get; init; }

    [JsonIgnore]
    public User? Caller => Member?.User ?? User;
}

internal enum InteractionKind
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

internal sealed record InteractionData
{
    public Snowflake? Id { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }

    public ResolvedData? Resolved { get; init; }

    public string? CustomId { get; init; }

    public int? ComponentType { get; init; }

    /// <summary>What was chosen in a select menu.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>What was filled in, in a modal.</summary>
    public IReadOnlyList<SubmittedComponent>? Components { get; init; }
}

internal sealed record InteractionOption
{
    public required string Name { get; init; }

    public OptionKind Type { get; init; }

    public RawValue? Value { get; init; }

    public bool Focused { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }
}

/// <summary>The users, roles and channels that options name.</summary>
internal sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }

    public IReadOnlyDictionary<Snowflake, RolePayload>? Roles { get; init; }

    public IReadOnlyDictionary<Snowflake, ChannelPayload>? Channels { get; init; }
}

/// <summary>A component of a submitted modal: a row, a label, or an input with its value.</summary>
internal sealed record SubmittedComponent
{
    public int Type { get; init; }

    public string? CustomId { get; init; }

    public string? Value { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    public IReadOnlyList<SubmittedComponent>? Components { get; init; }

    public SubmittedComponent? Component { get; init; }

    /// <summary>Every input below this one and itself, in reading order.</summary>
    public IEnumerable<SubmittedComponent> Inputs() =>
        (Components ?? []).Append(Component).OfType<SubmittedComponent>().SelectMany(inner => inner.Inputs()).Concat(CustomId is null ? [] : [this]);
}
