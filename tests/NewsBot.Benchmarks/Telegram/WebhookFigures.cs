using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using NewsBot.Benchmarks.Platforms;
using NewsBot.BotApi;

namespace NewsBot.Benchmarks.Telegram;

/// <summary>
/// Webhook updates through the whole command path: each is a `/latest` that is kept, handled and answered with a sendMessage. Beside it a bare Kestrel
/// endpoint, also in a process of its own, that only parses the same update.
/// </summary>
internal static class WebhookFigures
{
    private const int Updates = 4000;
    private const int Chats = 400;
    private const int AtOnce = 32;

    public static async Task RunAsync()
    {
        await using var stage = await TelegramStage.OpenAsync(isFast: true, hasWebhook: true);
        var (bot, server) = (stage.Bot, stage.Server);
        for (var i = 0; i < 20; i++) await bot.WriteAsync($"{i}.txt", $"Notice {i} of the lower town\n\nThe lower town publishes notice {i} about its bridges.\n");
        await stage.StartAsync();
        var secret = server.Calls.Last(call => call.Is("setWebhook"))["secret_token"]!;
        // Compiled code answers differently from code that is seen for the first time; 800 private chats also are no group that has to wait.
        await DriveAsync($"{bot.Address}/telegram/updates", secret, 0, Updates / 2);
        await AnsweredAsync(server, Updates / 2);
        var (began, worked) = (Stopwatch.GetTimestamp(), bot.Cpu);
        await DriveAsync($"{bot.Address}/telegram/updates", secret, Updates / 2, Updates);
        await AnsweredAsync(server, Updates / 2 + Updates);
        Print("whole command path", Stopwatch.GetElapsedTime(began), bot.Cpu - worked);

        var port = BotUnderTest.FreePort().ToString(CultureInfo.InvariantCulture);
        using var bare = BotUnderTest.Start(Path.GetTempPath(), Path.Combine(AppContext.BaseDirectory, "NewsBot.Benchmarks.dll"), "bare-endpoint", port);
        await Task.Delay(5000);
        await DriveAsync($"http://127.0.0.1:{port}/", "", 0, Updates / 2);
        (began, worked) = (Stopwatch.GetTimestamp(), BotUnderTest.CpuOf(bare));
        await DriveAsync($"http://127.0.0.1:{port}/", "", 0, Updates);
        Print("bare endpoint that parses", Stopwatch.GetElapsedTime(began), BotUnderTest.CpuOf(bare) - worked);
        bare.Kill();
        await bare.WaitForExitAsync();
    }

    public static async Task ServeBareAsync(string port)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.MapPost("/", static async context =>
        {
            using var update = await JsonDocument.ParseAsync(context.Request.Body);
            context.Response.StatusCode = update.RootElement.TryGetProperty("update_id", out _) ? 200 : 400;
        });
        await app.RunAsync();
    }

    private static async Task DriveAsync(string address, string secret, int from, int count)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce });
        await Parallel.ForEachAsync(Enumerable.Range(from, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, stop) =>
        {
            var person = 5_000_000_000 + number % Chats;
            var update = $$$"""{"update_id":{{{number + 1}}},"message":{"message_id":{{{number + 1}}},"date":1,"chat":{"id":{{{person}}},"type":"private","first_name":"Ann"},"from":{"id":{{{person}}},"is_bot":false,"first_name":"Ann","language_code":"en"},"text":"/latest"}}""";
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(update, Encoding.UTF8, "application/json") };
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
            using var answer = await client.SendAsync(request, stop);
            answer.EnsureSuccessStatusCode();
        });
    }

    // The chats of these people were never opened, so the server refuses the answers: it is asked all the same, and that is what counts.
    private static async Task AnsweredAsync(TelegramServer server, int count)
    {
        while (server.Calls.Count(call => call.IsSend) < count) await Task.Delay(20);
    }

    private static void Print(string what, TimeSpan wall, TimeSpan cpu) =>
        Console.WriteLine($"{what,-28}{Updates / wall.TotalSeconds,10:N0} updates/s{cpu.TotalMicroseconds / Updates,10:N0} µs CPU an update");
}
