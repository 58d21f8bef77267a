using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NewsBot.BotApi;

namespace NewsBot.Benchmarks.Telegram;

/// <summary>The real program in a process of its own, in a temporary home, connected to a Bot API server of this process.</summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    public const string Token = "123456789:benchmark";

    private readonly string _home = Directory.CreateTempSubdirectory("newsbot-bench-").FullName;
    private Process? _process;

    private BotUnderTest(TelegramServer server) => Server = server;

    public TelegramServer Server { get; }

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    public string Seeds => Path.Combine(_home, "seeds");

    public TimeSpan Cpu
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<BotUnderTest> PrepareAsync(SendingLimits limits, bool hasWebhook)
    {
        var bot = new BotUnderTest(await TelegramServer.StartAsync(new() { Limits = limits }));
        bot.Server.AddBot(Token, "bench_bot");
        bot.Configure(limits, hasWebhook);
        return bot;
    }

    /// <summary>Starts another .NET program of this build.</summary>
    public static Process Start(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = home, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["NEWSBOT_HOME"] = home;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    public async Task StartAsync()
    {
        _process = Start(_home, Path.Combine(AppContext.BaseDirectory, "newsbot.dll"), "run");
        await Server.CallAsync(call => call.Is("setMyCommands") && call.Code == 200, CancellationToken.None);
        await Task.Delay(2000);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        await Server.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    private void Configure(SendingLimits limits, bool hasWebhook)
    {
        Directory.CreateDirectory(Seeds);
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")), null, new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!;
        settings["Local"]![nameof(Address)] = Address;
        settings["Local"]!["Rooms"] = new JsonArray();
        settings["Telegram"]!["Token"] = Token;
        settings["Telegram"]!["BaseUrl"] = Server.Address;
        if (!limits.IsOn && hasWebhook) settings["Telegram"]!["PerSecond"] = 10_000;
        if (hasWebhook) settings["Telegram"]!["PublicUrl"] = Address;
        settings["Logging"]!["LogLevel"]!["Default"] = "Warning";
        File.WriteAllText(Path.Combine(_home, "appsettings.json"), settings.ToJsonString());
    }
}
