using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.DiscordApi;
using NewsBot.Tests;
using Channel = NewsBot.DiscordApi.Channel;

namespace NewsBot.Discord.Tests;

/// <summary>The real bot with its page and its database, connected to a Discord server that this process runs.</summary>
internal sealed class DiscordHouse : IAsyncDisposable
{
    public const string Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.TEST-token.that_nobody-may-ever-see";

    private readonly BotHome _home = new("[]");
    private WebApplication? _app;

    private DiscordHouse(DiscordServer server)
    {
        Server = server;
        Bot = server.AddBot(Token, "Herald");
        Set("Token", Token);
        Set("BaseUrl", server.Api.ToString());
    }

    public DiscordServer Server { get; }

    public Bot Bot { get; }

    public string Folder => _home.Folder;

    public string Address => _app!.Urls.First();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DiscordHouse> BuildAsync(RateLimits? limits = null)
    {
        var server = await DiscordServer.StartAsync(new() { IdentifyWindow = TimeSpan.FromMilliseconds(50), RateLimits = limits ?? new() }, Stop);
        if (limits is null) server.RateLimits.IsOn = false;
        return new(server);
    }

    public static async Task<DiscordHouse> StartAsync()
    {
        var house = await BuildAsync();
        await house.StartBotAsync();
        return house;
    }

    public void Set(string setting, string value) => _home.Change("Discord", setting, value);

    public void SetLocal(string setting, string value) => _home.Change("Local", setting, value);

    public void SetList(string setting, params string[] values) => _home.Change("Discord", setting, new System.Text.Json.Nodes.JsonArray([.. values.Select(value => (System.Text.Json.Nodes.JsonNode)value)]));

    public async Task StartBotAsync(bool waits = true)
    {
        _app = BotHost.BuildWithPage(_home.Folder);
        await _app.StartAsync(Stop);
        if (waits) await Bot.Gateway.ReadyAsync(stop: Stop);
        for (var i = 0; waits && i < 600 && Bot.Commands.Writes == 0; i++) await Task.Delay(20, Stop);
    }

    public async Task StopBotAsync()
    {
        if (_app is null) return;
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _app = null;
    }

    public T Get<T>() where T : notnull => typeof(T) == typeof(DiscordPlatform)
        ? (T)_app!.Services.GetServices<Core.Chat.IPlatform>().First(platform => platform is T)
        : _app!.Services.GetRequiredService<T>();

    public void Write(string name, string title, string body, string? link = null, string? tags = null)
    {
        var lines = new[] { link is null ? null : $"Link: {link}", tags is null ? null : $"Tags: {tags}" }.OfType<string>().ToArray();
        _home.Write($"{name}.txt", $"{string.Join('\n', lines)}{(lines.Length > 0 ? "\n\n" : "")}{title}\n\n{body}\n");
    }

    public async Task<Article> KeepAsync(string title, string body)
    {
        var content = new ArticleContent { Title = title, Published = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), Body = [body] };
        var article = new Article(ArticleId.Of(title), "test", title, content, body);
        await Get<IHarvestStore>().StoreAsync("test", [new(new Found.Item(title, "1", new(title, content)), article, [])], Stop);
        return article;
    }

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

    public static ChannelRef RefOf(Channel channel) => new("discord", $"{(channel.Guild is { } guild ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{guild.Id}") : "dm")}/{channel.Id}");

    public Task<Core.Subscriptions.Channel> ChannelAsync(Channel channel) => Get<ISubscriptions>().FindAsync(RefOf(channel), Stop);

    public Task FollowAsync(Channel channel) => Get<ISubscriptions>().SaveAsync(new(RefOf(channel)) { FollowsEverything = true }, Stop);

    public static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await isSo()) return;
            await Task.Delay(50, Stop);
        }
        Assert.Fail("It did not become so in half a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _home.Dispose();
    }
}
