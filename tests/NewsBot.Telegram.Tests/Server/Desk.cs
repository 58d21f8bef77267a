using global::Telegram.Bot;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

/// <summary>A server with one bot and one reader, and Telegram.Bot logged in as that bot.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Token = "123456:TEST-token";

    private readonly HttpClient _http;

    private Desk(TelegramServer server)
    {
        Server = server;
        Bot = server.AddBot(Token, "news_bot", "News");
        Ann = server.AddPerson("Ann", "ann", languageCode: "uk");
        Chat = server.PrivateChat(Ann);
        _http = new(new SocketsHttpHandler(), disposeHandler: true);
        Client = new(new TelegramBotClientOptions(Token, server.Address) { RetryCount = 0 }, _http);
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TelegramServer Server { get; }

    public BotAccount Bot { get; }

    public Person Ann { get; }

    /// <summary>Ann's private chat with the bot.</summary>
    public ChatRoom Chat { get; }

    public TelegramBotClient Client { get; }

    public static async Task<Desk> OpenAsync(TelegramServerOptions? options = null) =>
        new(await TelegramServer.StartAsync(options, Stop));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
