using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NewsBot.Benchmarks.Platforms;

namespace NewsBot.Benchmarks.Polling;

/// <summary>
/// Many feeds, each on a host name of its own, so that each poll pays for a connection and a TLS handshake as it does in life. All are due
/// at the same moment, which is worse than any schedule. Beside it a bare HttpClient that fetches the same, as many at once. Server, bot and
/// bare client are three processes.
/// </summary>
internal sealed class PollFigures : IAsyncDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("newsbot-feeds-").FullName;
    private readonly int _port = BotUnderTest.FreePort();
    private readonly Process _server;
    private readonly int _count;
    private readonly int _atOnce;
    private readonly HttpClient _bare;

    private PollFigures(int count, int atOnce)
    {
        (_count, _atOnce) = (count, atOnce);
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
            SslOptions = new() { RemoteCertificateValidationCallback = PollingBot.IsOurs },
        });
#pragma warning restore RS0030
    }

    /// <param name="atOnce">Polls under way at once; 4 are more than 10,000 feeds every ten minutes need, and 32 show what a burst costs.</param>
    /// <param name="wait">
    /// Milliseconds that an answer takes, after the first reading. With 2 at once and 100, 10,000 feeds have their turn in 8 minutes: the pace of life. Null for as fast as can be.
    /// </param>
    public static async Task RunAsync(int count, int atOnce, int? wait)
    {
        await using var figures = new PollFigures(count, atOnce);
        await (wait is { } pace ? figures.LiveAsync(pace) : figures.MeasureAsync());
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
        Console.WriteLine($"{_count} feeds of 12 items on as many hosts, TLS 1.3, {_atOnce} at once, SQLite; load {File.ReadAllText("/proc/loadavg").Trim()}");
        await BareAsync("bare HttpClient, to warm up", null);
        PollingBot.Furnish(_home, _atOnce, Enumerable.Range(0, _count).Select(AddressOf));
        using (var bot = await PollingBot.StartAsync(_home))
        {
            await PollAsync(bot, "first reading, 12 articles each kept");
            await PollAsync(bot, "nothing new, 304");
            await BareAsync("bare HttpClient, 304", "\"0\"");
            await PollAsync(bot, "nothing new, 304, again");
            await AskAsync("news");
            await PollAsync(bot, "one article more, 200");
            await BareAsync("bare HttpClient, 200", null);
            await AskAsync("news");
            await PollAsync(bot, "one article more, 200, again");
            await AskAsync("touch");
            await PollAsync(bot, "another body, nothing new, 200");
        }
        await RestartAsync();
        Console.WriteLine($"load {File.ReadAllText("/proc/loadavg").Trim()}");
    }

    private async Task LiveAsync(int wait)
    {
        await UpAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_count} feeds of 12 items on as many hosts, TLS 1.3, {_atOnce} at once, each answer after {wait} ms, SQLite; load {File.ReadAllText("/proc/loadavg").Trim()}"));
        PollingBot.Furnish(_home, _atOnce, Enumerable.Range(0, _count).Select(AddressOf));
        using var bot = await PollingBot.StartAsync(_home);
        await PollAsync(bot, "first reading, 12 articles each kept");
        await AskAsync($"wait/{wait}");
        await AskAsync("news");
        await PollAsync(bot, "one article more, 200");
        await PollAsync(bot, "nothing new, 304");
        Console.WriteLine($"load {File.ReadAllText("/proc/loadavg").Trim()}");
    }

    private async Task PollAsync(PollingBot bot, string what)
    {
        var (began, cpu) = (Stopwatch.GetTimestamp(), bot.Cpu);
        var troubles = await bot.PollAsync();
        var (wall, used) = (Stopwatch.GetElapsedTime(began), bot.Cpu - cpu);
        var (now, most) = bot.Resident();
        Tell(what, wall, used, string.Create(CultureInfo.InvariantCulture, $"resident {now:0} MB, most {most:0} MB, {bot.Managed / 1e6:0} MB managed, {troubles} failed"));
        // No connection shall outlive the round, or the next one pays for no handshake.
        await Task.Delay(TimeSpan.FromSeconds(7));
    }

    private async Task BareAsync(string what, string? tag)
    {
        var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Parallel.ForEachAsync(Enumerable.Range(0, _count), new ParallelOptions { MaxDegreeOfParallelism = _atOnce }, async (number, stop) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(number));
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var response = await _bare.SendAsync(request, stop);
            await response.Content.ReadAsByteArrayAsync(stop);
        });
        Tell(what, Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - cpu, "");
        await Task.Delay(TimeSpan.FromSeconds(6));
    }

    private async Task RestartAsync()
    {
        var before = await AskAsync("asked");
        using var bot = await PollingBot.StartAsync(_home);
        await Task.Delay(TimeSpan.FromSeconds(10));
        var after = await AskAsync("asked");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"asked in the 10 s after a restart: {long.Parse(after, CultureInfo.InvariantCulture) - long.Parse(before, CultureInfo.InvariantCulture)}; resident then {bot.Resident().Now:0} MB"));
    }

    private void Tell(string what, TimeSpan wall, TimeSpan cpu, string rest) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-40} {wall.TotalSeconds,7:0.0} s  {_count / wall.TotalSeconds,7:0} polls/s  {cpu.TotalMicroseconds / _count,7:0} us CPU each  {rest}"));

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
}
