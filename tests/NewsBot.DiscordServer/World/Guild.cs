using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>A server with its roles, members and channels.</summary>
public sealed class Guild
{
    internal Guild(World world, string name, Person owner)
    {
        (World, Id, Name, Owner) = (world, world.Ids.NextGuild(), name, owner);
        Everyone = new(this, Id, "@everyone", Permissions.Usual);
        RolesById.Add(Id, Everyone);
        MembersById.Add(owner.Id, new(this, owner, []));
    }

    internal World World { get; }

    internal Dictionary<ulong, Role> RolesById { get; } = [];

    internal Dictionary<ulong, Member> MembersById { get; } = [];

    internal Dictionary<ulong, Channel> ChannelsById { get; } = [];

    internal HashSet<string> OpenedCommands { get; } = [];

    public ulong Id { get; }

    public string Name { get; private set; }

    public Person Owner { get; }

    public Role Everyone { get; }

    /// <summary>The server's language, as Community servers set it.</summary>
    public string Locale { get; set; } = "en-US";

    /// <summary>An outage: known, but nothing of it can be reached.</summary>
    public bool IsUnavailable { get; private set; }

    public IReadOnlyList<Channel> Channels => World.See(() => ChannelsById.Values.ToArray());

    public IReadOnlyList<Role> Roles => World.See(() => RolesById.Values.ToArray());

    public IReadOnlyList<Member> Members => World.See(() => MembersById.Values.ToArray());

    public Channel Channel(string name) => World.See(() => ChannelsById.Values.First(channel => channel.Name == name));

    public Channel AddTextChannel(string name, Channel? category = null) => Add(ChannelKind.Text, name, category);

    public Channel AddAnnouncementChannel(string name, Channel? category = null) => Add(ChannelKind.Announcement, name, category);

    public Channel AddVoiceChannel(string name, Channel? category = null) => Add(ChannelKind.Voice, name, category);

    public Channel AddCategory(string name) => Add(ChannelKind.Category, name, null);

    /// <summary>A forum; at most 20 tags.</summary>
    public Channel AddForum(string name, params string[] tags) =>
        Add(ChannelKind.Forum, name, null, forum => forum.Tags = [.. tags.Select(tag => new ForumTag(World.Ids.Next(), tag))]);

    public Role AddRole(string name, Permissions permissions = Permissions.None, bool mentionable = false) => World.Do(() =>
    {
        var role = new Role(this, World.Ids.Next(), name, permissions) { IsMentionable = mentionable };
        RolesById.Add(role.Id, role);
        Tell("GUILD_ROLE_CREATE", new() { ["guild_id"] = $"{Id}", ["role"] = Shapes.Role(role) });
        return role;
    });

    public Member Join(Person person, params Role[] roles) => World.Do(() => MembersById[person.Id] = new(this, person, roles));

    public void Leave(Person person) => World.Do(() => MembersById.Remove(person.Id));

    public Member Member(Person person) => World.See(() => MembersById[person.Id]);

    /// <summary>Gives somebody exactly these roles; a bot hears of its own.</summary>
    public void SetRoles(Person person, params Role[] roles) => World.Do(() =>
    {
        var member = MembersById[person.Id];
        member.Roles = roles;
        if (World.Bots.TryGetValue(person.Id, out var bot)) bot.Tell("GUILD_MEMBER_UPDATE", Shapes.Member(member, guildId: true), Id);
    });

    /// <summary>Adds the bot with a role of its own, as the invite link does.</summary>
    public Member Invite(Bot bot, Permissions permissions = Permissions.None) => World.Do(() =>
    {
        if (MembersById.TryGetValue(bot.Id, out var there)) return there;
        var role = new Role(this, World.Ids.Next(), bot.Name, permissions) { IsManaged = true };
        RolesById.Add(role.Id, role);
        var member = MembersById[bot.Id] = new(this, bot.User, [role]);
        if (!IsUnavailable) bot.Tell("GUILD_CREATE", Shapes.GuildCreate(this, bot), Id);
        return member;
    });

    /// <summary>Changes what the bot's own role may do in the whole server.</summary>
    public void Grant(Bot bot, Permissions permissions) => Member(bot.User).Roles.Single(role => role.IsManaged).Change(permissions);

    /// <summary>Kicks the bot: GUILD_DELETE without `unavailable`.</summary>
    public void Remove(Bot bot) => World.Do(() => Lose(bot));

    internal void Lose(Bot bot)
    {
        if (!MembersById.Remove(bot.Id, out var member)) return;
        foreach (var role in member.Roles.Where(role => role.IsManaged)) RolesById.Remove(role.Id);
        bot.Commands.Forget(Id);
        bot.Tell("GUILD_DELETE", new() { ["id"] = $"{Id}" }, Id);
    }

    public void Rename(string name) => World.Do(() =>
    {
        Name = name;
        Tell("GUILD_UPDATE", Shapes.Guild(this));
    });

    /// <summary>An outage begins: GUILD_DELETE with `unavailable`, and calls about the server's channels give 503.</summary>
    public void GoesDown() => World.Do(() =>
    {
        IsUnavailable = true;
        Tell("GUILD_DELETE", new() { ["id"] = $"{Id}", ["unavailable"] = true });
    });

    public void ComesBack() => World.Do(() =>
    {
        IsUnavailable = false;
        foreach (var bot in Bots()) bot.Tell("GUILD_CREATE", Shapes.GuildCreate(this, bot), Id);
    });

    /// <summary>The owner lets everybody use a command, whatever its default permissions say (Integrations in the server's settings).</summary>
    public void OpenCommand(string name) => World.Do(() => { OpenedCommands.Add(name); });

    public override string ToString() => Name;

    internal IEnumerable<Bot> Bots() => World.Bots.Values.Where(bot => MembersById.ContainsKey(bot.Id));

    internal void Tell(string name, JsonObject data)
    {
        foreach (var bot in Bots()) bot.Tell(name, data, Id);
    }

    internal void Forget(Channel channel)
    {
        ChannelsById.Remove(channel.Id);
        World.Channels.Remove(channel.Id);
    }

    private Channel Add(ChannelKind kind, string name, Channel? category, Action<Channel>? with = null) => World.Do(() =>
    {
        var channel = new Channel(World, World.Ids.Next(), kind, name) { Guild = this, Parent = category };
        with?.Invoke(channel);
        return Enter(channel, "CHANNEL_CREATE");
    });

    internal Channel Enter(Channel channel, string eventName)
    {
        ChannelsById.Add(channel.Id, channel);
        World.Channels.Add(channel.Id, channel);
        Tell(eventName, Shapes.Channel(channel));
        return channel;
    }
}
