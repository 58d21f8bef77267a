namespace NewsBot.Discord.Protocol;

internal sealed record User
{
    public Snowflake Id { get; init; }

    public string Username { get; init; } = "";

    public string? GlobalName { get; init; }

    public bool Bot { get; init; }
}

/// <summary>A user within a guild. <see cref="Permissions"/> is only there in interactions, computed for the interaction's channel.</summary>
internal sealed record Member
{
    public User? User { get; init; }

    public IReadOnlyList<Snowflake> Roles { get; init; } = [];

    public Permissions? Permissions { get; init; }
}

/// <summary>The application behind the token: who it is, and whose key signs its HTTP interactions.</summary>
internal sealed record Application
{
    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    public string? VerifyKey { get; init; }

    public string? InteractionsEndpointUrl { get; init; }
}
