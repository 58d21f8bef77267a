using System.Globalization;

namespace NewsBot.BotApi;

/// <summary>
/// A Bot API server for tests: real HTTP on loopback, everything else in memory, and people who do what the test says.
/// The state lives as long as this object, however often bots come and go. See README.md in this folder.
/// </summary>
public sealed class TelegramServer : IAsyncDisposable
{
    private readonly World _world;
    private readonly Exchange _exchange;
    private readonly Listener _listener;
    private readonly Person _owner;

    private TelegramServer(TelegramServerOptions options)
    {
        _world = new(options);
        _exchange = new(_world, Faults);
        _listener = new(_exchange.AnswerAsync);
        _world.Call = _exchange.DoAsync;
        _owner = _world.AddPerson("Owner", null, null);
    }

    /// <summary>The base address to give to a bot instead of https://api.telegram.org; without a slash at the end.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_listener.Port}");

    /// <summary>What goes wrong.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>How fast bots may send; may be changed at any time.</summary>
    public SendingLimits Limits
    {
        get => _world.Sending.Limits;
        set => _world.Sending.Limits = value;
    }

    /// <summary>Every request that has arrived, the oldest first, also refused ones.</summary>
    public IReadOnlyList<Call> Calls => _exchange.Calls;

    /// <summary>Every message that bots have sent into any chat, in the order of its arrival.</summary>
    public IReadOnlyList<ChatMessage> Sent
    {
        get
        {
            lock (_world.Gate) return [.. _world.Sent];
        }
    }

    /// <summary>Every update that was handed to a bot, once for each time.</summary>
    public IReadOnlyList<HandedOut> HandedOut
    {
        get
        {
            lock (_world.Gate) return [.. _world.HandedOut];
        }
    }

    /// <summary>Says whether Telegram can fetch a picture by its address: null if it can, else the words of the refusal. No picture is really fetched.</summary>
    public Func<Uri, string?> Web
    {
        get => _world.Web;
        set => _world.Web = value;
    }

    public static async Task<TelegramServer> StartAsync(TelegramServerOptions? options = null, CancellationToken stop = default)
    {
        var server = new TelegramServer(options ?? new());
        await server._listener.OpenAsync(server._world.Options.Port, stop);
        return server;
    }

    /// <summary>Makes a bot, as BotFather does.</summary>
    /// <param name="token">As BotFather gives it: digits, which become the bot's id, a colon, and anything.</param>
    public BotAccount AddBot(string token, string username, string? name = null)
    {
        if (!long.TryParse(token.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            throw new ArgumentException("A bot's token begins with digits and a colon, such as 123456:ABC.", nameof(token));
        lock (_world.Gate) return _world.Bots[token] = new(_world, id, token, username, name ?? username);
    }

    /// <param name="languageCode">The language of the person's app, such as "uk" or "pt-br".</param>
    public Person AddPerson(string name, string? username = null, string? languageCode = null) => _world.AddPerson(name, username, languageCode);

    /// <summary>The private chat of a person with a bot, as though they had pressed Start long ago. Before that the bot cannot write: see <see cref="PersonActions.Starts"/>.</summary>
    /// <param name="bot">Which bot; may be left out when there is one.</param>
    public ChatRoom PrivateChat(Person person, BotAccount? bot = null) => _world.PrivateRoom(person, bot ?? _world.OnlyBot);

    /// <param name="owner">Who made it; left out, somebody who says nothing.</param>
    public ChatRoom AddGroup(string title, Person? owner = null) => Owned(_world.AddRoom(RoomKind.Group, title, null), owner);

    /// <param name="username">The public name without @; left out, the group is private.</param>
    public ChatRoom AddSupergroup(string title, bool isForum = false, string? username = null, Person? owner = null)
    {
        var room = Owned(_world.AddRoom(RoomKind.Supergroup, title, username), owner);
        room.IsForum = isForum;
        return room;
    }

    /// <param name="username">The public name without @; left out, the channel is private.</param>
    public ChatRoom AddChannel(string title, string? username = null, Person? owner = null) => Owned(_world.AddRoom(RoomKind.Channel, title, username), owner);

    /// <summary>
    /// Turns a group into a supergroup, as a setting in the app does by the way. Its id changes; the old one answers
    /// 400 with migrate_to_chat_id from now on, and its bots get both service messages.
    /// </summary>
    public ChatRoom MigrateToSupergroup(ChatRoom group)
    {
        lock (_world.Gate)
        {
            if (group.Kind != RoomKind.Group || group.MovedTo is not null) throw new InvalidOperationException($"{group} is no group that could still move.");
            var moved = _world.AddRoom(RoomKind.Supergroup, group.Title, null);
            foreach (var member in group.Members) moved.Set(member);
            group.Announce(RoomActions.Owner(group), new() { ["migrate_to_chat_id"] = moved.Id });
            moved.Announce(RoomActions.Owner(group), new() { ["migrate_from_chat_id"] = group.Id });
            group.MovedTo = moved;
            return moved;
        }
    }

    /// <summary>Waits until bots have sent so many messages in all, and gives them.</summary>
    /// <param name="within">How long to wait, in real time; left out, 30 seconds.</param>
    public Task<IReadOnlyList<ChatMessage>> SentAsync(int count, CancellationToken stop, TimeSpan? within = null) =>
        _world.Changed.UntilAsync(() => SentCount >= count ? Sent : null, () => $"Bots have sent {SentCount} messages.", stop, within);

    /// <summary>Waits until a call fits, and gives it; one that is already there counts.</summary>
    public Task<Call> CallAsync(Func<Call, bool> where, CancellationToken stop, TimeSpan? within = null) =>
        _exchange.Changed.UntilAsync(() => Calls.FirstOrDefault(where), () => $"The last calls were:\n{string.Join('\n', Calls.TakeLast(10))}", stop, within);

    /// <summary>Forgets the calls so far.</summary>
    public void ForgetCalls() => _exchange.Forget();

    /// <summary>The server cannot be reached any more; what it knows it keeps.</summary>
    public async Task GoDownAsync() => await _listener.DisposeAsync();

    /// <summary>The server can be reached again, at the same address.</summary>
    public async Task ComeBackAsync(CancellationToken stop)
    {
        // While nobody listened, the system may have given the port to some client's own end of a connection; it is free again soon.
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await _listener.OpenAsync(_listener.Port, stop);
                return;
            }
            catch (IOException) when (attempt < 100)
            {
                await _listener.DisposeAsync();
                await Task.Delay(200, stop);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _world.Bots.Values) bot.Webhook.Remove();
        await _listener.DisposeAsync();
    }

    private int SentCount
    {
        get
        {
            lock (_world.Gate) return _world.Sent.Count;
        }
    }

    private ChatRoom Owned(ChatRoom room, Person? owner)
    {
        room.Set(new Membership(owner ?? _owner, MemberStatus.Creator));
        return room;
    }
}
