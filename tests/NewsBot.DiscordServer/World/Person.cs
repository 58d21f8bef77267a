namespace NewsBot.DiscordApi;

/// <summary>Somebody with an account. What they do in a client is in the methods; each is one act, seen by bots as Discord shows it.</summary>
public sealed class Person
{
    internal Person(World world, string name, bool isBot = false) => (World, Id, Name, IsBot) = (world, world.Ids.Next(), name, isBot);

    internal World World { get; }

    public ulong Id { get; }

    public string Name { get; }

    public bool IsBot { get; }

    public string Mention => $"<@{Id}>";

    /// <summary>The client's language, such as <c>uk</c> or <c>en-US</c>; sent with every interaction.</summary>
    public string Locale { get; set; } = "en-US";

    /// <summary>False: bots that write here privately get 50007.</summary>
    public bool AcceptsDirectMessages { get; set; } = true;

    public override string ToString() => Name;

    /// <summary>Adds an application to the account, to use its commands everywhere.</summary>
    public void Installs(Bot bot) => World.Do(() => { bot.Installers.Add(this); });

    /// <summary>Uses a slash command. Names are separated by spaces: <c>"topics add"</c> is the sub-command add of /topics.</summary>
    /// <exception cref="InvalidOperationException">Discord's client would not let them, for a reason that the sentence names.</exception>
    public Task<Interaction> RunsAsync(Channel channel, string command, params (string Name, object Value)[] options) =>
        World.Sender.SendAsync(World, () => CommandCall.Run(this, channel, command, options));

    /// <summary>Types into an option with autocomplete and gives what the bot offers.</summary>
    public async Task<IReadOnlyList<Choice>> TypesAsync(Channel channel, string command, string option, string text, params (string Name, object Value)[] others) =>
        await (await StartsTypingAsync(channel, command, option, text, others)).ChoicesAsync();

    /// <summary>Like <see cref="TypesAsync"/>, without waiting for the answer.</summary>
    public Task<Interaction> StartsTypingAsync(Channel channel, string command, string option, string text, params (string Name, object Value)[] others) =>
        World.Sender.SendAsync(World, () => CommandCall.Type(this, channel, command, option, text, others));

    /// <summary>Presses a button by its label or custom id.</summary>
    public Task<Interaction> PressesAsync(Message message, string button) =>
        World.Sender.SendAsync(World, () => ComponentCall.Press(this, message, button));

    /// <summary>Presses something that the message does not show: what a hostile client can send.</summary>
    public Task<Interaction> ForgesPressAsync(Message message, string customId) =>
        World.Sender.SendAsync(World, () => ComponentCall.Forge(this, message, customId, componentType: 2, []));

    /// <summary>Chooses in a select menu, named by its custom id or placeholder; choices by value or label.</summary>
    public Task<Interaction> SelectsAsync(Message message, string menu, params string[] choices) =>
        World.Sender.SendAsync(World, () => ComponentCall.Select(this, message, menu, choices));

    /// <summary>Chooses what the menu does not offer.</summary>
    public Task<Interaction> ForgesSelectionAsync(Message message, string customId, params string[] values) =>
        World.Sender.SendAsync(World, () => ComponentCall.Forge(this, message, customId, componentType: 3, values));

    /// <summary>Submits the modal with which the bot answered an interaction; fields by custom id or label, others keep what they hold.</summary>
    public Task<Interaction> SubmitsAsync(Interaction opened, params (string Field, string Text)[] fields) =>
        World.Sender.SendAsync(World, () => ModalCall.Submit(this, opened, fields));

    /// <summary>Uses a command of the context menu on a message ("Apps").</summary>
    public Task<Interaction> RunsOnAsync(Message message, string command) =>
        World.Sender.SendAsync(World, () => CommandCall.RunOn(this, message.Channel, command, type: 3, message.Id, message));

    /// <summary>Uses a command of the context menu on a person.</summary>
    public Task<Interaction> RunsOnAsync(Channel channel, Person target, string command) =>
        World.Sender.SendAsync(World, () => CommandCall.RunOn(this, channel, command, type: 2, target.Id, null));

    /// <summary>Writes an ordinary message.</summary>
    public Message Writes(Channel channel, string text) =>
        World.Do(() => Posting.Write(channel, this, new() { ["content"] = text }));
}
