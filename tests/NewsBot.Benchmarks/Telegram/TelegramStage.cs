using NewsBot.Benchmarks.Platforms;
using NewsBot.BotApi;

namespace NewsBot.Benchmarks.Telegram;

/// <summary>The program, connected to the tests' Bot API server in this process.</summary>
internal sealed class TelegramStage : IAsyncDisposable
{
    private const string Token = "123456789:benchmark";

    private TelegramStage(TelegramServer server, bool isFast, bool hasWebhook)
    {
        Server = server;
        server.AddBot(Token, "bench_bot");
        Bot = new(settings =>
        {
            settings["Telegram"]!["Token"] = Token;
            settings["Telegram"]!["BaseUrl"] = server.Address;
            if (isFast) settings["Telegram"]!["PerSecond"] = 10_000;
            if (hasWebhook) settings["Telegram"]!["PublicUrl"] = (string?)settings["Local"]!["Address"];
        });
    }

    public TelegramServer Server { get; }

    public BotUnderTest Bot { get; }

    /// <param name="isFast">As though Telegram allowed any number of messages a second.</param>
    public static async Task<TelegramStage> OpenAsync(bool isFast, bool hasWebhook) =>
        new(await TelegramServer.StartAsync(new() { Limits = SendingLimits.None }), isFast, hasWebhook);

    public async Task StartAsync()
    {
        Bot.Start();
        await Server.CallAsync(call => call.Is("setMyCommands") && call.Code == 200, CancellationToken.None);
        await Task.Delay(2000);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Server.DisposeAsync();
    }
}
