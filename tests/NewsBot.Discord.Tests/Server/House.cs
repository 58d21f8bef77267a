using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

/// <summary>A server with one guild (Herald), its owner Ann, the channel #news and a bot with the token "token".</summary>
internal sealed class House : IAsyncDisposable
{
    private House(DiscordServer server)
    {
        Server = server;
        Bot = server.AddBot("token", "NewsBot");
        Ann = server.AddPerson("Ann");
        Guild = server.AddGuild("Herald", Ann);
        News = Guild.AddTextChannel("news");
        Guild.Invite(Bot);
        Client = new(server);
    }

    public DiscordServer Server { get; }

    public Bot Bot { get; }

    public Person Ann { get; }

    public Guild Guild { get; }

    public Channel News { get; }

    /// <summary>Calls the API as the bot.</summary>
    public ApiClient Client { get; }

    public static async Task<House> OpenAsync(DiscordServerOptions? options = null) =>
        new(await DiscordServer.StartAsync(options ?? new() { IdentifyWindow = TimeSpan.FromMilliseconds(1) }, TestContext.Current.CancellationToken));

    public NodeScript DiscordJs() => NodeScript.Start("bot.mjs", Server.Address.ToString().TrimEnd('/'), "token");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
