using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.Tests;

public sealed class OutletsOnSqlite() : OutletTests(TestStore.SqliteAsync);

public sealed class OutletsOnPostgres(PostgresServer server) : OutletTests(() => TestStore.PostgresAsync(server));

public abstract class OutletTests : StoreTests
{
    private static readonly ChannelRef Chat = new("telegram", "-100");
    private static readonly ChannelRef Server = new("discord", "1/2");
    private static readonly ChannelRef Room = new("local", "garden");

    private protected OutletTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    [Fact]
    public async Task Who_joins_follows_what_is_followed_there_and_a_change_in_either_counts_for_all()
    {
        await Store.Subscriptions.SaveAsync(new(Chat) { Follows = ["a", "b"] }, Stop);
        await Store.Subscriptions.SaveAsync(new(Server) { Follows = ["z"], FollowsEverything = true, Settings = new(Zone: "Europe/Kyiv") }, Stop);
        await JoinAsync(Chat, Server);
        await JoinAsync(Server, Room);
        Assert.Equal([Server, Room, Chat], await Store.Outlets.ChannelsAsync(Room, Stop));
        Assert.Equivalent(new Channel(Server) { Follows = ["a", "b"], Settings = new(Zone: "Europe/Kyiv") }, await Store.Subscriptions.FindAsync(Server, Stop), strict: true);

        await Store.Subscriptions.SaveAsync(new(Room) { Follows = ["b", "c"], FollowsEverything = true, PausedAt = Make.Noon }, Stop);
        foreach (var other in new[] { Chat, Server })
        {
            var channel = await Store.Subscriptions.FindAsync(other, Stop);
            Assert.Equal(["b", "c"], channel.Follows);
            Assert.True(channel.FollowsEverything);
            Assert.Null(channel.PausedAt);
        }
    }

    [Fact]
    public async Task Who_leaves_keeps_what_is_followed_and_shares_no_more()
    {
        await Store.Subscriptions.SaveAsync(new(Chat) { Follows = ["a"] }, Stop);
        await JoinAsync(Chat, Server);
        Assert.True(await Store.Outlets.LeaveAsync(Server, Stop));
        Assert.False(await Store.Outlets.LeaveAsync(Server, Stop));
        Assert.Empty(await Store.Outlets.ChannelsAsync(Chat, Stop));
        await Store.Subscriptions.SaveAsync(new(Chat) { Follows = ["b"] }, Stop);
        Assert.Equal(["a"], (await Store.Subscriptions.FindAsync(Server, Stop)).Follows);
    }

    [Fact]
    public async Task A_code_works_once_for_a_while_and_not_for_its_own_channel()
    {
        await Store.Outlets.InviteAsync("ONE", Chat, Store.Clock.GetUtcNow().AddMinutes(10), Stop);
        Assert.Equal(Chat, await Store.Outlets.JoinAsync("ONE", Chat, Stop));
        Assert.Equal(Chat, await Store.Outlets.JoinAsync("ONE", Room, Stop));
        Assert.Null(await Store.Outlets.JoinAsync("ONE", Server, Stop));
        await Store.Outlets.InviteAsync("TWO", Chat, Store.Clock.GetUtcNow().AddMinutes(10), Stop);
        Store.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await Store.Outlets.JoinAsync("TWO", Server, Stop));
        Assert.Equal(2, (await Store.Outlets.ChannelsAsync(Chat, Stop)).Count);
    }

    [Fact]
    public async Task A_channel_that_moves_stays_in_its_outlet()
    {
        await JoinAsync(Chat, Server);
        var moved = new ChannelRef("telegram", "-200");
        await Store.Subscriptions.MoveAsync(Chat, moved, Stop);
        Assert.Equal([Server, moved], await Store.Outlets.ChannelsAsync(Server, Stop));
    }

    private async Task JoinAsync(ChannelRef from, ChannelRef to)
    {
        await Store.Outlets.InviteAsync($"CODE{to}", from, Store.Clock.GetUtcNow().AddMinutes(10), Stop);
        await Store.Outlets.JoinAsync($"CODE{to}", to, Stop);
    }
}
