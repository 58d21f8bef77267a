using System.Globalization;

namespace NewsBot.BotApi;

/// <summary>Everything that the server knows. Whoever changes it, or reads more than one thing of it, holds <see cref="Gate"/>.</summary>
internal sealed class World
{
    private long _lastPerson = 5_000_000_000; // beyond 32 bits, as new accounts are
    private long _lastGroup = 4_000_000;
    private long _lastSupergroup = 1_000_000_000_000 + 2_000_000_000;
    private long _lastToken;

    public World(TelegramServerOptions options)
    {
        Options = options;
        Sending = new(options.Clock) { Limits = options.Limits };
    }

    public Lock Gate { get; } = new();

    public TelegramServerOptions Options { get; }

    public DateTimeOffset Now => Options.Clock.GetUtcNow();

    public SendingGate Sending { get; }

    public Signal Changed { get; } = new();

    public Dictionary<string, BotAccount> Bots { get; } = [];

    public Dictionary<long, Person> People { get; } = [];

    /// <summary>Groups, supergroups and channels.</summary>
    public Dictionary<long, ChatRoom> Rooms { get; } = [];

    public Dictionary<(long Bot, long Person), ChatRoom> PrivateRooms { get; } = [];

    public Dictionary<string, StoredFile> Files { get; } = [];

    public Dictionary<string, ChatMessage> InlineMessages { get; } = [];

    public Dictionary<string, ButtonPress> Presses { get; } = [];

    public Dictionary<string, InlineQuestion> Questions { get; } = [];

    /// <summary>What bots have sent, in the order of its arrival.</summary>
    public List<ChatMessage> Sent { get; } = [];

    public List<HandedOut> HandedOut { get; } = [];

    /// <summary>Whether a picture at an address can be had: null, or why not.</summary>
    public Func<Uri, string?> Web { get; set; } = _ => null;

    /// <summary>Does a call that came as the answer to a webhook.</summary>
    public Func<string, System.Text.Json.Nodes.JsonObject, Task> Call { get; set; } = (_, _) => Task.CompletedTask;

    public Person AddPerson(string name, string? username, string? languageCode)
    {
        lock (Gate)
        {
            var person = new Person(this, ++_lastPerson, name, username, languageCode);
            People.Add(person.Id, person);
            return person;
        }
    }

    public ChatRoom AddRoom(RoomKind kind, string title, string? username)
    {
        lock (Gate)
        {
            var room = new ChatRoom(this, kind, kind == RoomKind.Group ? -++_lastGroup : -++_lastSupergroup, title, username);
            Rooms.Add(room.Id, room);
            return room;
        }
    }

    public ChatRoom PrivateRoom(Person person, BotAccount bot)
    {
        lock (Gate)
        {
            if (PrivateRooms.TryGetValue((bot.Id, person.Id), out var room)) return room;
            return PrivateRooms[(bot.Id, person.Id)] = new(this, RoomKind.Private, person.Id, person.Name, person.Username) { Person = person, Bot = bot };
        }
    }

    /// <summary>The bot that is meant when a test names none.</summary>
    public BotAccount OnlyBot => Bots.Values.ToArray() is [var bot] ? bot : throw new InvalidOperationException($"There are {Bots.Count} bots: say which one you mean.");

    public static IEnumerable<BotAccount> BotsIn(ChatRoom room) =>
        room.Bot is { } bot ? [bot] : room.Members.Where(it => it.IsIn && (room.Kind != RoomKind.Channel || it.IsAdministrator)).Select(it => it.Who).OfType<BotAccount>();

    public static int NextId(ChatRoom room) => ++room.LastId;

    /// <summary>A token that nobody guesses and that is the same in every run.</summary>
    public string NextToken(string prefix) => $"{prefix}{(++_lastToken).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Puts a message into its chat, tells the bots there, and lets a channel's post appear in its linked group.</summary>
    public ChatMessage Post(ChatMessage message)
    {
        var room = message.Room;
        room.Add(message);
        if (message.Call is not null) Sent.Add(message);
        if (message.InlineId is { } inline) InlineMessages[inline] = message;
        Tell(message, edited: false);
        if (room is { Kind: RoomKind.Channel, Linked: { } group } && !message.IsService) PostForward(message, group);
        Happened(room);
        return message;
    }

    public void Edit(ChatMessage message, MessageContent content)
    {
        message.Edit(Now, content);
        Tell(message, edited: true);
        Happened(message.Room);
    }

    public void Happened(ChatRoom room)
    {
        room.Changed.Fire();
        Changed.Fire();
    }

    private void PostForward(ChatMessage post, ChatRoom group) =>
        Post(new(group, NextId(group), Now, post.Content with { Markup = null }) { SenderChat = post.Room, Forwards = post, IsAutomaticForward = true, Album = post.Album });

    private static void Tell(ChatMessage message, bool edited)
    {
        var kind = (edited ? "edited_" : "") + (message.Room.Kind == RoomKind.Channel ? "channel_post" : "message");
        foreach (var bot in BotsIn(message.Room))
            if (message.Author != bot && Privacy.LetsThrough(bot, message))
                bot.Updates.Add(kind, message.ToJson(), message.Room.Id);
    }
}
