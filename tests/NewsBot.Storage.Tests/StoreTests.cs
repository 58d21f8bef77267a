namespace NewsBot.Storage.Tests;

/// <summary>A contract suite: its tests run once for each engine, every test on a fresh database.</summary>
public abstract class StoreTests : IAsyncLifetime
{
    private readonly Func<Task<TestStore>> open;
    private TestStore? store;

    private protected StoreTests(Func<Task<TestStore>> open) => this.open = open;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected TestStore Store => store!;

    public async ValueTask InitializeAsync() => store = await open();

    public async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
