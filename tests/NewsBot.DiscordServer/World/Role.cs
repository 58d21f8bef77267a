namespace NewsBot.DiscordApi;

/// <summary>A role of a server; @everyone is the one whose id is the server's.</summary>
public sealed class Role
{
    internal Role(Guild guild, ulong id, string name, Permissions permissions) => (Guild, Id, Name, Permissions) = (guild, id, name, permissions);

    public Guild Guild { get; }

    public ulong Id { get; }

    public string Name { get; }

    public Permissions Permissions { get; private set; }

    /// <summary>Whether anybody may ping it; else only who has MENTION_EVERYONE.</summary>
    public bool IsMentionable { get; init; }

    /// <summary>Made by an invitation, for one bot.</summary>
    public bool IsManaged { get; init; }

    public string Mention => Id == Guild.Id ? "@everyone" : $"<@&{Id}>";

    /// <summary>Changes what the role may do and tells the bots of the server.</summary>
    public void Change(Permissions permissions) => Guild.World.Do(() =>
    {
        Permissions = permissions;
        Guild.Tell("GUILD_ROLE_UPDATE", new() { ["guild_id"] = $"{Guild.Id}", ["role"] = Shapes.Role(this) });
    });
}

/// <summary>Somebody's place in a server. A record of who, and with which roles.</summary>
public sealed class Member
{
    internal Member(Guild guild, Person person, IEnumerable<Role> roles) => (Guild, Person, Roles, Joined) = (guild, person, [.. roles], guild.World.Now);

    public Guild Guild { get; }

    public Person Person { get; }

    /// <summary>Without @everyone, which everybody has.</summary>
    public IReadOnlyList<Role> Roles { get; internal set; }

    public DateTimeOffset Joined { get; }

    /// <summary>What the member may do in the server, or in one of its channels.</summary>
    public Permissions Permissions(Channel? channel = null) => Guild.World.Do(() => channel is null ? PermissionRules.In(Guild, this) : PermissionRules.In(channel, this));
}

/// <summary>What a channel allows and denies a role or a member.</summary>
public sealed record Overwrite(ulong Target, bool IsRole, Permissions Allow, Permissions Deny);
