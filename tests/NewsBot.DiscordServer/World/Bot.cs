using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>An application with its bot user; both have the same id.</summary>
public sealed class Bot
{
    private readonly Dictionary<ulong, Channel> _directMessages = [];

    internal Bot(World world, string token, string name)
    {
        (World, Token, User) = (world, token, new(world, name, isBot: true));
        Commands = new(this);
        Gateway = new(this);
        world.People.Add(User.Id, User);
        world.Bots.Add(Id, this);
        world.BotsByToken.Add(token, this);
    }

    internal World World { get; }

    internal Dictionary<(ulong Channel, string Nonce), Message> Nonces { get; } = [];

    public ulong Id => User.Id;

    public string Name => User.Name;

    public string Token { get; private set; }

    public Person User { get; }

    /// <summary>People who installed the application for themselves ("Add App"): they have its commands wherever they are.</summary>
    internal HashSet<Person> Installers { get; } = [];

    /// <summary>What the bot registered.</summary>
    public CommandBook Commands { get; }

    /// <summary>Its sessions, and what can be done to them.</summary>
    public BotGateway Gateway { get; }

    /// <summary>Privileged intents switched on in the developer portal, as bits of the gateway's intents; others get 4014.</summary>
    public int PrivilegedIntents { get; set; }

    /// <summary>Where interactions are POSTed instead of sent over the gateway; null sends them over the gateway.</summary>
    public Uri? InteractionsUrl { get; set; }

    /// <summary>The private channel between the bot and somebody; opens it.</summary>
    public Channel DirectMessagesWith(Person person) => World.Do(() => OpenDirectMessages(person));

    internal Channel OpenDirectMessages(Person person)
    {
        if (_directMessages.TryGetValue(person.Id, out var open)) return open;
        var channel = new Channel(World, World.Ids.Next(), ChannelKind.DirectMessage, "") { Bot = this, Recipient = person };
        _directMessages.Add(person.Id, channel);
        World.Channels.Add(channel.Id, channel);
        return channel;
    }

    internal void Tell(string name, JsonObject data, ulong guild = 0) => Gateway.Tell(name, data, guild);

    /// <summary>The old token is worth nothing from now on; a made-up one is in force.</summary>
    public void ResetToken() => World.Do(() =>
    {
        World.BotsByToken.Remove(Token);
        Token = World.Secret(24);
        World.BotsByToken.Add(Token, this);
        Gateway.EndAll(4004);
    });

    public override string ToString() => Name;
}
