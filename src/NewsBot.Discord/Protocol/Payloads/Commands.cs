namespace NewsBot.Discord.Protocol;

/// <summary>A slash command as it is registered (interactions/application-commands). Names 1–32, descriptions 1–100 characters, 8,000 characters in all.</summary>
internal sealed record ApplicationCommand
{
    public Snowflake? Id { get; init; }

    public CommandKind Type { get; init; } = CommandKind.ChatInput;

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Only a default: a server's admins can override it, so handlers check again.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    public IReadOnlyList<IntegrationKind>? IntegrationTypes { get; init; }

    public IReadOnlyList<InteractionContext>? Contexts { get; init; }
}

internal enum CommandKind
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}

internal enum IntegrationKind
{
    GuildInstall = 0,
    UserInstall = 1,
}

internal enum InteractionContext
{
    Guild = 0,
    BotDm = 1,
    PrivateChannel = 2,
}

/// <summary>A sub-command, a group of them, or a typed option.</summary>
internal sealed record CommandOption
{
    public required OptionKind Type { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    /// <summary>At most 25; not together with <see cref="Autocomplete"/>.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    public IReadOnlyList<ChannelKind>? ChannelTypes { get; init; }

    public double? MinValue { get; init; }

    public double? MaxValue { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Autocomplete { get; init; }
}

internal enum OptionKind
{
    SubCommand = 1,
    SubCommandGroup = 2,
    Text = 3,
    Integer = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

/// <summary>A choice offered for an option: name and value at most 100 characters. The value of a number option is written as a number.</summary>
internal sealed record CommandChoice(
    string Name, RawValue Value, IReadOnlyDictionary<string, string>? NameLocalizations = null);
