using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Benchmarks.Platforms;
using NewsBot.Core;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Sources;
using NewsBot.Sources.Polling;
using NewsBot.Sources.Web;
using NewsBot.Storage;

namespace NewsBot.Benchmarks.Polling;

/// <summary>
/// Many feeds, each on a host name of its own, so that each poll pays for a connection and a TLS handshake as it does in life. All are due
/// at the same moment, which is worse than any schedule. Beside it a bare HttpClient that fetches the same, as many at once.
/// </summary>
internal sealed class PollFigures : IAsyncDisposable
{
    private const int AtOnce = 32;

    private readonly string _home = Directory.CreateTempSubdirectory("newsbot-feeds-").FullName;
    private readonly int _port = BotUnderTest.FreePort();
    private readonly LeapingClock _clock = new();
    private readonly Process _server;
    private readonly int _count;
    private readonly HttpClient _bare;
    private long _most;

    private PollFigures(int count)
    {
        _count = count;
        _server = BotUnderTest.Start(_home, Path.Combine(AppContext.BaseDirectory, "NewsBot.Benchmarks.dll"), "feed-server", _port.ToString(CultureInfo.InvariantCulture));
#pragma warning disable RS0030 // This is the bare client that ours is measured against.
        _bare = new(new SocketsHttpHandler
        {
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _port), stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            SslOptions = new() { RemoteCertificateValidationCallback = IsOurs },
        });
#pragma warning restore RS0030
    }

    public static async Task RunAsync(int count)
    {
        await using var figures = new PollFigures(count);
        await figures.MeasureAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _bare.Dispose();
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private async Task MeasureAsync()
    {
        await UpAsync();
        Console.WriteLine($"{_count} feeds of 12 items on as many hosts, TLS 1.3, {AtOnce} at once, SQLite");
        await BareAsync("bare HttpClient, to warm up", null);
        await using (var bot = Bot())
        {
            await using var poller = await RunningAsync(bot);
            await PollAsync(bot, "first reading, 12 articles each kept");
            await PollAsync(bot, "nothing new, 304");
            await BareAsync("bare HttpClient, 304", "\"0\"");
            await PollAsync(bot, "nothing new, 304, again");
            await AskAsync("news");
            await PollAsync(bot, "one article more, 200");
            await BareAsync("bare HttpClient, 200", null);
            await AskAsync("news");
            await PollAsync(bot, "one article more, 200, again");
        }
        await RestartAsync();
        Console.WriteLine($"most resident memory of the polling process: {_most / 1e6:0} MB");
    }

    private async Task PollAsync(ServiceProvider bot, string what)
    {
        var sources = bot.GetRequiredService<IWebSources>();
        _clock.Leap(TimeSpan.FromDays(2));
        var (began, from, cpu) = (Stopwatch.GetTimestamp(), _clock.GetUtcNow(), Environment.CpuUsage.TotalTime);
        while ((await sources.AllAsync(default)).Any(state => state.LastAt is not { } last || last < from))
        {
            _most = Math.Max(_most, Environment.WorkingSet);
            await Task.Delay(1000);
        }
        var troubles = (await sources.AllAsync(default)).Count(state => state.Trouble is not null);
        Tell(what, Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - cpu, troubles);
    }

    private async Task BareAsync(string what, string? tag)
    {
        var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Parallel.ForEachAsync(Enumerable.Range(0, _count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, stop) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(number));
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var response = await _bare.SendAsync(request, stop);
            await response.Content.ReadAsByteArrayAsync(stop);
        });
        Tell(what, Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - cpu, 0);
        await Task.Delay(TimeSpan.FromSeconds(6));
    }

    private async Task RestartAsync()
    {
        var before = await AskAsync("asked");
        await using var bot = Bot();
        await using var poller = await RunningAsync(bot);
        await Task.Delay(TimeSpan.FromSeconds(10));
        Console.WriteLine($"asked in the 10 s after a restart: {int.Parse(await AskAsync("asked"), CultureInfo.InvariantCulture) - int.Parse(before, CultureInfo.InvariantCulture)}");
    }

    private void Tell(string what, TimeSpan wall, TimeSpan cpu, int troubles) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-40} {wall.TotalSeconds,7:0.0} s  {_count / wall.TotalSeconds,7:0} polls/s  {cpu.TotalMicroseconds / _count,7:0} us CPU each  {Environment.WorkingSet / 1e6,5:0} MB  {troubles} failed"));

    private ServiceProvider Bot()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = Path.Combine(_home, "feeds.db"),
            ["Sources:Allow:0"] = "127.0.0.0/8",
            ["Sources:AtOnce"] = AtOnce.ToString(CultureInfo.InvariantCulture),
        }).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IHostEnvironment>(new Surroundings(_home))
            .AddSingleton(new NodeName("bench"))
            .AddSingleton<INameResolver>(new Loopback())
            .AddSingleton(new CertificateTrust(IsOurs))
            .AddCore(configuration).AddStorage(configuration).AddSources(configuration)
            .Configure<SourcesOptions>(options => options.Web = [.. Enumerable.Range(0, _count).Select(number => new WebOptions { Key = $"f{number}", Address = AddressOf(number) })])
            .AddSingleton<Poller>()
            .BuildServiceProvider();
    }

    private static bool IsOurs(object sender, System.Security.Cryptography.X509Certificates.X509Certificate? certificate, System.Security.Cryptography.X509Certificates.X509Chain? chain, System.Net.Security.SslPolicyErrors errors) =>
        certificate?.Subject == "CN=bench.test";

    private static async Task<Running> RunningAsync(ServiceProvider bot)
    {
        await bot.GetRequiredService<IDatabase>().OpenAsync(default);
        var poller = bot.GetRequiredService<Poller>();
        await poller.StartAsync(default);
        return new(poller);
    }

    private string AddressOf(int number) => $"https://f{number}.bench.test:{_port}/feed/{number}";

    private async Task<string> AskAsync(string what) => await _bare.GetStringAsync(new Uri($"https://bench.test:{_port}/{what}"));

    private async Task UpAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await AskAsync("asked");
                return;
            }
            catch (HttpRequestException) when (attempt < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private sealed record Running(Poller Poller) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Poller.StopAsync(default);
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

    private sealed class Surroundings(string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Benchmark";
        public string ApplicationName { get; set; } = "Benchmark";
        public string ContentRootPath { get; set; } = folder;
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
