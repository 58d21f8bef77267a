using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.BotApi;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Tests;

namespace NewsBot.Telegram.Tests;

/// <summary>The real bot with its page and its database, connected to a Bot API server that this process runs.</summary>
internal sealed class TelegramHouse : IAsyncDisposable
{
    public const string Token = "123456789:TEST-token_that-nobody-may-ever-see";

    private readonly BotHome _home = new("[]");
    private WebApplication? _app;

    private TelegramHouse(TelegramServer server)
    {
        Server = server;
        Bot = server.AddBot(Token, "herald_bot");
        Set("Token", Token);
        Set("BaseUrl", server.Address);
    }

    public TelegramServer Server { get; }

    public BotAccount Bot { get; }

    public string Folder => _home.Folder;

    public string Address => _app!.Urls.First();

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

    public void Set(string setting, string value) => _home.Change("Telegram", setting, value);

    public void SetLocal(string setting, string value) => _home.Change("Local", setting, value);

    public void SetList(string setting, params string[] values) => _home.Change("Telegram", setting, new System.Text.Json.Nodes.JsonArray([.. values.Select(value => (System.Text.Json.Nodes.JsonNode)value)]));

    public async Task StartBotAsync(bool waits = true)
    {
        _app = BotHost.BuildWithPage(_home.Folder);
        await _app.StartAsync(Stop);
        for (var i = 0; waits && i < 600 && !Get<TelegramPlatform>().State.IsUp; i++) await Task.Delay(50, Stop);
    }

    public async Task StopBotAsync()
    {
        if (_app is null) return;
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _app = null;
    }

    public T Get<T>() where T : notnull => typeof(T) == typeof(TelegramPlatform)
        ? (T)_app!.Services.GetServices<Core.Chat.IPlatform>().First(platform => platform is T)
        : _app!.Services.GetRequiredService<T>();

    /// <summary>Puts an article into the folder that the bot reads.</summary>
    public void Write(string name, string title, string body, string? link = null, string? image = null)
    {
        var lines = new[] { link is null ? null : $"Link: {link}", image is null ? null : $"Image: {image}" }.OfType<string>().ToArray();
        _home.Write($"{name}.txt", $"{string.Join('\n', lines)}{(lines.Length > 0 ? "\n\n" : "")}{title}\n\n{body}\n");
    }

    public string Seeds => _home.Seeds;

    /// <summary>Lets the bot into a group, and waits for its welcome.</summary>
    public async Task<ChatRoom> JoinAsync(ChatRoom group, AdminRights? rights = null)
    {
        group.Join(Bot, rights);
        await group.MessageAsync(message => message.Text.StartsWith("Hello!", StringComparison.Ordinal), Stop);
        return group;
    }

    /// <summary>Keeps an article without posting it anywhere.</summary>
    public async Task<Article> KeepAsync(string title, string body)
    {
        var content = new ArticleContent { Title = title, Published = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), Body = [body] };
        var article = new Article(ArticleId.Of(title), "test", title, content, body);
        await Get<IHarvestStore>().StoreAsync("test", [new(new Found.Item(title, "1", new(title, content)), article, [])], Stop);
        return article;
    }

    /// <summary>Waits until nothing is owed to anybody that may be spoken to.</summary>
    public async Task<OutboxState> SettledAsync(int paid = 0)
    {
        var outbox = Get<IOutbox>();
        for (var i = 0; i < 1200; i++)
        {
            if (await outbox.StateAsync(Stop) is { Owed: 0 } state && state.Paid + state.Left + state.GivenUp >= paid) return state;
            await Task.Delay(50, Stop);
        }
        throw new TimeoutException($"Not all was posted in a minute: {await outbox.StateAsync(Stop)}");
    }

    public Task<Channel> ChannelAsync(ChatRoom room, int? thread = null) => Get<ISubscriptions>().FindAsync(new TelegramChat(room.Id, thread).Ref, Stop);

    public Task FollowAsync(ChatRoom room) => Get<ISubscriptions>().SaveAsync(new(new TelegramChat(room.Id).Ref) { FollowsEverything = true }, Stop);

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _home.Dispose();
    }
}
