using NewsBot.BotApi;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Tests;

namespace NewsBot.Telegram.Tests;

/// <summary>The real bot with its page and its database, connected to a Bot API server that this process runs.</summary>
internal sealed class TelegramHouse : IAsyncDisposable
{
    public const string Token = "123456789:TEST-token_that-nobody-may-ever-see";

    private readonly BotHouse _bot = new("Telegram");

    private TelegramHouse(TelegramServer server)
    {
        Server = server;
        Bot = server.AddBot(Token, "herald_bot");
        Set("Token", Token);
        Set("BaseUrl", server.Address);
    }

    public TelegramServer Server { get; }

    public BotAccount Bot { get; }

    public string Folder => _bot.Folder;

    public string Seeds => _bot.Seeds;

    public string Address => _bot.Address;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A server and a bot that is not started yet.</summary>
    public static async Task<TelegramHouse> BuildAsync(SendingLimits? limits = null) =>
        new(await TelegramServer.StartAsync(new() { Limits = limits ?? SendingLimits.None, LongestPoll = TimeSpan.FromSeconds(5) }));

    public static async Task<TelegramHouse> StartAsync(SendingLimits? limits = null)
    {
        var house = await BuildAsync(limits);
        await house.StartBotAsync();
        return house;
    }

    public void Set(string setting, string value) => _bot.Set(setting, value);

    public void SetLocal(string setting, string value) => _bot.SetLocal(setting, value);

    public void SetList(string setting, params string[] values) => _bot.SetList(setting, values);

    public async Task StartBotAsync(bool waits = true)
    {
        await _bot.StartAsync();
        for (var i = 0; waits && i < 600 && !Get<TelegramPlatform>().State.IsUp; i++) await Task.Delay(50, Stop);
    }

    public Task StopBotAsync() => _bot.StopAsync();

    public T Get<T>() where T : notnull => _bot.Get<T>();

    /// <summary>Puts an article into the folder that the bot reads.</summary>
    public void Write(string name, string title, string body, string? link = null, string? image = null) => _bot.Write(name, title, body, ("Link", link), ("Image", image));

    /// <summary>Lets the bot into a group, and waits for its welcome.</summary>
    public async Task<ChatRoom> JoinAsync(ChatRoom group, AdminRights? rights = null)
    {
        group.Join(Bot, rights);
        await group.MessageAsync(message => message.Text.StartsWith("Hello!", StringComparison.Ordinal), Stop);
        return group;
    }

    /// <summary>Keeps an article without posting it anywhere.</summary>
    public Task<Article> KeepAsync(string title, string body) => _bot.KeepAsync(title, body);

    /// <summary>Waits until nothing is owed to anybody that may be spoken to.</summary>
    public Task<OutboxState> SettledAsync(int paid = 0) => _bot.SettledAsync(paid);

    public Task<Channel> ChannelAsync(ChatRoom room, int? thread = null) => Get<ISubscriptions>().FindAsync(new TelegramChat(room.Id, thread).Ref, Stop);

    public Task FollowAsync(ChatRoom room) => Get<ISubscriptions>().SaveAsync(new(new TelegramChat(room.Id).Ref) { FollowsEverything = true }, Stop);

    public async ValueTask DisposeAsync()
    {
        await _bot.StopAsync();
        await Server.DisposeAsync();
        await _bot.DisposeAsync();
    }
}
