using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Benchmarks.Platforms;
using NewsBot.Sources.Web;

namespace NewsBot.Benchmarks.Polling;

/// <summary>
/// The whole bot, its page included, in a process of its own, so that its CPU time and memory are nobody else's. Three things are not as in
/// life: all names lead to this machine, the server's certificate is trusted, and the clock can be set ahead.
/// </summary>
internal sealed class PollingBot : IDisposable
{
    private const string Database = "feeds.db";

    private readonly string _home;
    private readonly Process _process;

    private PollingBot(string home, Process process) => (_home, _process) = (home, process);

    public TimeSpan Cpu => BotUnderTest.CpuOf(_process);

    /// <summary>Bytes that the collector has taken from the system, when the clock was last set.</summary>
    public long Managed { get; private set; }

    /// <summary>Writes the settings of a bot with these feeds.</summary>
    public static void Furnish(string home, int atOnce, IEnumerable<string> feeds)
    {
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")), null, new() { CommentHandling = JsonCommentHandling.Skip })!;
        settings["Local"]!["Address"] = $"http://127.0.0.1:{BotUnderTest.FreePort()}";
        settings["Local"]!["Rooms"] = new JsonArray();
        settings["Storage"]!["Path"] = Database;
        settings["Logging"]!["LogLevel"]!["Default"] = "Error";
        var sources = settings["Sources"]!;
        sources["Folders"] = new JsonArray();
        sources["Allow"] = new JsonArray("127.0.0.0/8");
        sources["AtOnce"] = atOnce;
        sources["Web"] = new JsonArray([.. feeds.Select((address, number) => new JsonObject { ["Key"] = $"f{number}", ["Address"] = address })]);
        File.WriteAllText(Path.Combine(home, "appsettings.json"), settings.ToJsonString());
    }

    public static async Task<PollingBot> StartAsync(string home)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NewsBot.Benchmarks.dll"), "feed-bot", home])
        {
            WorkingDirectory = home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // As newsbot itself is built.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_GCGen0MaxBudget"] = "400000";
        var bot = new PollingBot(home, Process.Start(start)!);
        await bot.HeardAsync();
        return bot;
    }

    /// <summary>The program of that process: each line that it reads sets the clock two days ahead, and it answers with its time.</summary>
    public static async Task ServeAsync(string home)
    {
        var clock = new LeapingClock();
        await using var app = BotHost.BuildWithPage(home, services => services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<INameResolver>(new Loopback())
            .AddSingleton(new CertificateTrust(IsOurs)));
        await app.StartAsync();
        do
        {
            var memory = GC.GetGCMemoryInfo();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeMilliseconds()} {memory.TotalCommittedBytes}"));
            if (await Console.In.ReadLineAsync() is null) break;
            clock.Leap(TimeSpan.FromDays(2));
        }
        while (true);
        await app.StopAsync();
    }

    /// <summary>Makes everything due, and waits until every feed had its turn.</summary>
    /// <returns>How many could not be read.</returns>
    public async Task<long> PollAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        var from = await HeardAsync();
        await using var database = new SqliteConnection($"Data Source={Path.Combine(_home, Database)};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        while (await CountAsync(database, $"last_at is null or last_at < {from}") > 0) await Task.Delay(500);
        return await CountAsync(database, "trouble is not null");
    }

    /// <summary>Megabytes now, and the most there ever were.</summary>
    public (double Now, double Most) Resident()
    {
        var status = File.ReadAllLines($"/proc/{_process.Id}/status");
        double Of(string name) => long.Parse(status.First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        return (Of("VmRSS"), Of("VmHWM"));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(30))) _process.Kill();
        _process.Dispose();
    }

    public static bool IsOurs(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => certificate?.Subject == "CN=bench.test";

    // Beside its time it may log something.
    private async Task<long> HeardAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Split(' ') is [var time, var committed] && long.TryParse(time, CultureInfo.InvariantCulture, out var now))
            {
                Managed = long.Parse(committed, CultureInfo.InvariantCulture);
                return now;
            }
            else Console.WriteLine($"the bot says: {line}");
        throw new InvalidOperationException("The bot ended by itself.");
    }

    private static async Task<long> CountAsync(SqliteConnection database, string which)
    {
        await using var command = database.CreateCommand();
#pragma warning disable CA2100 // Numbers and words of ours.
        command.CommandText = $"select count(*) from web_sources where {which}";
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private sealed class Loopback : INameResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken stop) => Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Loopback]);
    }

    /// <summary>The system's clock, which can be set ahead; its timers run as ever.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private TimeSpan _ahead;

        public void Leap(TimeSpan time) => _ahead += time;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
    }
}
