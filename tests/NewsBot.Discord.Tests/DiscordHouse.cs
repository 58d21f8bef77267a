using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.DiscordApi;
using NewsBot.Tests;
using Channel = NewsBot.DiscordApi.Channel;

namespace NewsBot.Discord.Tests;

/// <summary>The real bot with its page and its database, connected to a Discord server that this process runs.</summary>
internal sealed class DiscordHouse : IAsyncDisposable
{
    public const string Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.TEST-token.that_nobody-may-ever-see";

    private readonly BotHouse _bot = new("Discord");

    private DiscordHouse(DiscordServer server)
    {
        Server = server;
        Bot = server.AddBot(Token, "Herald");
        Set("Token", Token);
        Set("BaseUrl", server.Api.ToString());
    }

    public DiscordServer Server { get; }

    public Bot Bot { get; }

    public string Folder => _bot.Folder;

    public string Address => _bot.Address;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DiscordHouse> BuildAsync(RateLimits? limits = null)
    {
        var server = await DiscordServer.StartAsync(new() { IdentifyWindow = TimeSpan.FromMilliseconds(50), RateLimits = limits ?? new() }, Stop);
        if (limits is null) server.RateLimits.IsOn = false;
        return new(server);
    }

    public static async Task<DiscordHouse> BuildAsync(DiscordServerOptions options)
    {
        var server = await DiscordServer.StartAsync(options, Stop);
        server.RateLimits.IsOn = false;
        return new(server);
    }

    public static async Task<DiscordHouse> StartAsync()
    {
        var house = await BuildAsync();
        await house.StartBotAsync();
        return house;
    }

    public void Set(string setting, string value) => _bot.Set(setting, value);

    public void SetLocal(string setting, string value) => _bot.SetLocal(setting, value);

    public void SetList(string setting, params string[] values) => _bot.SetList(setting, values);

    public async Task StartBotAsync(bool waits = true)
    {
        await _bot.StartAsync();
        if (waits) await Bot.Gateway.ReadyAsync(stop: Stop);
        for (var i = 0; waits && i < 600 && Bot.Commands.Writes == 0; i++) await Task.Delay(20, Stop);
    }

    public Task StopBotAsync() => _bot.StopAsync();

    public T Get<T>() where T : notnull => _bot.Get<T>();

    public void Write(string name, string title, string body, string? link = null, string? tags = null) => _bot.Write(name, title, body, ("Link", link), ("Tags", tags));

    public Task<Article> KeepAsync(string title, string body) => _bot.KeepAsync(title, body);

    public Task<OutboxState> SettledAsync(int paid = 0) => _bot.SettledAsync(paid);

    public static ChannelRef RefOf(Channel channel) => new("discord", $"{(channel.Guild is { } guild ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{guild.Id}") : "dm")}/{channel.Id}");

    public Task<Core.Subscriptions.Channel> ChannelAsync(Channel channel) => Get<ISubscriptions>().FindAsync(RefOf(channel), Stop);

    public Task FollowAsync(Channel channel) => Get<ISubscriptions>().SaveAsync(new(RefOf(channel)) { FollowsEverything = true }, Stop);

    public static Task WaitAsync(Func<Task<bool>> isSo) => BotHouse.WaitAsync(isSo);

    public async ValueTask DisposeAsync()
    {
        await _bot.StopAsync();
        await Server.DisposeAsync();
        await _bot.DisposeAsync();
    }
}
