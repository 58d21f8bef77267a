using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Tests;

/// <summary>A fresh, real database with all its ports and a clock that stands still.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly Func<ValueTask> clean;

    private TestStore(IEngine engine, Func<ValueTask> clean)
    {
        this.clean = clean;
        Database = new(engine, Clock);
        Archive = new Archive(Database);
        Harvest = new HarvestStore(Database, Microsoft.Extensions.Options.Options.Create(new NewsBot.Core.Delivery.CorrectionOptions()));
        WebSources = new WebSourceTable(Database);
        Polls = new PollTable(Database);
        Topics = new TopicTable(Database);
        Subscriptions = new ChannelTable(Database);
        Outlets = new OutletTable(Database);
        Outbox = new OutboxTable(Database);
        Bundles = new BundleTable(Database);
        Rooms = new RoomTable(Database);
        Lines = new LineTable(Database);
        Inbox = new InboxTable(Database);
        Notes = new NoteTable(Database);
        Hubs = new HubTable(Database);
    }

    public FakeTimeProvider Clock { get; } = new(new(2024, 9, 8, 12, 0, 0, TimeSpan.Zero));

    public Database Database { get; }

    public IArchive Archive { get; }

    public IHarvestStore Harvest { get; }

    public IWebSources WebSources { get; }

    public IPolls Polls { get; }

    public ITopics Topics { get; }

    public ISubscriptions Subscriptions { get; }

    public IOutlets Outlets { get; }

    public IOutbox Outbox { get; }

    public IBundles Bundles { get; }

    public IRoomBook Rooms { get; }

    public ILineBook Lines { get; }

    public IInbox Inbox { get; }

    public INotebook Notes { get; }

    public IHubSubscriptions Hubs { get; }

    public static async Task<TestStore> SqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-storage-");
        var engine = new SqliteEngine(Path.Combine(folder.FullName, "test.db"));
        return await OpenAsync(new(engine, async () =>
        {
            await engine.DisposeAsync();
            folder.Delete(recursive: true);
        }));
    }

    public static async Task<TestStore> PostgresAsync(PostgresServer server)
    {
        var engine = await server.EmptyEngineAsync();
        return await OpenAsync(new(engine, () => server.GiveBackAsync(engine)));
    }

    public Task<StoreReport> StoreAsync(params Article[] articles) => StoreForAsync([], articles);

    public Task<StoreReport> StoreForAsync(ChannelRef[] channels, params Article[] articles) => Harvest.StoreAsync("test",
        [.. articles.Select(article => new Harvested(new Found.Item(article.Place, "1", new(article.Place, article.Content)), article, channels))], Stop);

    public async Task<string[]> FoundAsync(string text) =>
        [.. (await Archive.SearchAsync(SearchQuery.Parse(text), Stop)).Hits.Select(hit => hit.Article.Title)];

    public ValueTask DisposeAsync() => clean();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<TestStore> OpenAsync(TestStore store)
    {
        await store.Database.OpenAsync(Stop);
        return store;
    }
}
