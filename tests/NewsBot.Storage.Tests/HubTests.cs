using NewsBot.Core.Sources;

namespace NewsBot.Storage.Tests;

public sealed class HubsOnSqlite() : HubTests(TestStore.SqliteAsync);

public sealed class HubsOnPostgres(PostgresServer server) : HubTests(() => TestStore.PostgresAsync(server));

public abstract class HubTests : StoreTests
{
    private protected HubTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    [Fact]
    public async Task A_subscription_is_kept_with_all_that_is_known_of_it()
    {
        var full = Make("cb", "herald") with
        {
            Standing = HubStanding.Active,
            IsPending = true,
            LeaseEndsAt = At(50),
            Told = "https://bot.example/websub/cb",
            Attempts = 3,
            Trouble = "why",
            PushedAt = At(2),
            Missed = 4,
        };
        await Store.Hubs.AddAsync(full, Stop);
        Assert.Equal(full, await Store.Hubs.FindAsync("cb", Stop));
        Assert.Null(await Store.Hubs.FindAsync("other", Stop));
    }

    [Fact]
    public async Task Those_of_a_source_and_those_that_are_due_are_found()
    {
        await Store.Hubs.AddAsync(Make("late", "herald") with { NextAt = At(9) }, Stop);
        await Store.Hubs.AddAsync(Make("soon", "herald") with { NextAt = At(1) }, Stop);
        await Store.Hubs.AddAsync(Make("now", "times") with { NextAt = At(0) }, Stop);
        Assert.Equal(["late", "soon"], (await Store.Hubs.OfAsync("herald", Stop)).Select(it => it.Callback));
        Assert.Equal(["now", "soon"], (await Store.Hubs.DueAsync(At(1), 10, Stop)).Select(it => it.Callback));
        Assert.Equal(["now"], (await Store.Hubs.DueAsync(At(1), 1, Stop)).Select(it => it.Callback));
        Assert.Equal(3, (await Store.Hubs.AllAsync(Stop)).Count);
    }

    [Fact]
    public async Task A_change_is_made_on_what_is_there_and_may_forget_it()
    {
        await Store.Hubs.AddAsync(Make("cb", "herald"), Stop);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.Hubs.ChangeAsync("cb", it => it with { Missed = it.Missed + 1 }, Stop)));
        Assert.Equal(20, (await Store.Hubs.FindAsync("cb", Stop))!.Missed);
        Assert.Null(await Store.Hubs.ChangeAsync("cb", _ => null, Stop));
        Assert.Null(await Store.Hubs.FindAsync("cb", Stop));
        Assert.Null(await Store.Hubs.ChangeAsync("cb", it => it, Stop));
    }

    private DateTimeOffset At(int hours) => Store.Clock.GetUtcNow() + TimeSpan.FromHours(hours);

    private HubSubscription Make(string callback, string source) =>
        new(callback, source, new("https://hub.example/"), new("https://herald.example/feed?key=1"), "secret") { NextAt = At(0) };
}
