using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Polling;
using NewsBot.Storage;

namespace NewsBot.Sources.Tests.Polling;

/// <summary>The bot's own parts from the poller to a database in a temporary folder, and one channel that follows everything.</summary>
internal sealed class PollingHouse : IAsyncDisposable
{
    public static readonly ChannelRef Front = new("local", "front-page");

    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;
    private Poller? _poller;

    private PollingHouse(DirectoryInfo folder, FakeTimeProvider clock, (string, string)[] settings)
    {
        (_folder, Clock) = (folder, clock);
        var values = new Dictionary<string, string?>
        {
            ["Storage:Path"] = Path.Combine(folder.FullName, "test.db"),
            ["Sources:Allow:0"] = "127.0.0.0/8",
            ["Sources:Allow:1"] = "localhost",
            ["Sources:Contact"] = "https://newsroom.example/bot",
        };
        foreach (var (key, value) in settings) values[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IHostEnvironment>(new Surroundings(folder.FullName))
            .AddSingleton(new NodeName("test"))
            .AddCore(configuration).AddStorage(configuration).AddSources(configuration)
            .AddSingleton<Poller>()
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public IWebSources Sources => Get<IWebSources>();

    public IOutbox Outbox => Get<IOutbox>();

    public IPolls Polls => Get<IPolls>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<PollingHouse> OpenAsync(params (string, string)[] settings)
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var house = new PollingHouse(Directory.CreateTempSubdirectory("newsbot-polling-"), clock, settings);
        await house.Get<IDatabase>().OpenAsync(Stop);
        await house.Get<ISubscriptions>().SaveAsync(new(Front) { FollowsEverything = true }, Stop);
        return house;
    }

    /// <summary>The same house after a restart of the program.</summary>
    public async Task<PollingHouse> RestartedAsync(params (string, string)[] settings)
    {
        await StopAsync();
        await _services.DisposeAsync();
        var next = new PollingHouse(_folder, Clock, settings);
        await next.Get<IDatabase>().OpenAsync(Stop);
        return next;
    }

    public async Task StartAsync()
    {
        _poller = Get<Poller>();
        await _poller.StartAsync(Stop);
    }

    public async Task StopAsync()
    {
        if (_poller is null) return;
        await _poller.StopAsync(Stop);
        _poller = null;
    }

    public Task<WebSource> AddAsync(string key, Uri address, WebSourceKind kind = WebSourceKind.Feed) => Sources.AddAsync(new(key, address, kind), Stop);

    public async Task<WebSourceState> StateAsync(string key) => (await Sources.FindAsync(key, Stop))!;

    /// <summary>Lets the clock go on until everyone who is due by then was asked and settled.</summary>
    public async Task GoOnAsync(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        while (true)
        {
            await SettledAsync();
            var next = (await Sources.AllAsync(Stop)).Min(state => state.NextAt) ?? DateTimeOffset.MaxValue;
            var target = next < end ? next : end;
            if (target > Clock.GetUtcNow()) Clock.Advance(target - Clock.GetUtcNow());
            if (target == end && next > end) return;
        }
    }

    /// <summary>Waits until nobody is due. The clock only moves when nothing else does.</summary>
    public async Task SettledAsync()
    {
        for (var round = 1; (await Sources.AllAsync(Stop)).Any(state => state.NextAt <= Clock.GetUtcNow()); round++)
        {
            await Task.Delay(2, Stop);
            if (round % 15 == 0) Clock.Advance(TimeSpan.FromSeconds(1));
            if (round > 20_000) throw new InvalidOperationException("Somebody stays due.");
        }
    }

    /// <summary>Takes in a reading as the poller does, without a network.</summary>
    public async Task<Taken> ReadAsync(string feed, WebSource? source = null, string host = "news.example")
    {
        source ??= Example;
        var document = Assert.IsType<FeedReading.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(feed), new("https://news.example/feed"))).Document;
        var memory = SourceMemory.Parse(_memories.GetValueOrDefault(source.Key));
        var taken = await Get<Intake>().TakeAsync(source, document, memory, host, isWhole: true, Stop);
        _memories[source.Key] = taken.Memory.ToString();
        return taken;
    }

    public static WebSource Example { get; } = new("example", new("https://news.example/feed"), WebSourceKind.Feed);

    private readonly Dictionary<string, string> _memories = [];

    /// <summary>As if the program had ended before it kept what came later.</summary>
    public void Remember(SourceMemory memory) => _memories[Example.Key] = memory.ToString();

    public async Task<string[]> TitlesAsync() => [.. (await Get<IArchive>().LatestAsync(new(Take: 1000), Stop)).Select(article => article.Title)];

    public Task<IReadOnlyList<Article>> ArticlesAsync() => Get<IArchive>().LatestAsync(new(Take: 1000), Stop);

    public Task<int> OwedAsync() => Outbox.OwedAsync(Front, Stop);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class Surroundings(string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Test";
        public string ApplicationName { get; set; } = "Test";
        public string ContentRootPath { get; set; } = folder;
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
