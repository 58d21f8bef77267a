using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.Tests;

public sealed class SubscriptionsOnSqlite() : SubscriptionTests(TestStore.SqliteAsync);

public sealed class SubscriptionsOnPostgres(PostgresServer server) : SubscriptionTests(() => TestStore.PostgresAsync(server));

public abstract class SubscriptionTests : StoreTests
{
    private static readonly ChannelRef Front = new("local", "front:page 1");

    private protected SubscriptionTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    [Fact]
    public async Task A_channel_that_we_have_not_met_follows_nothing_and_has_default_settings()
    {
        Assert.Equivalent(new Channel(Front), await Store.Subscriptions.FindAsync(Front, Stop), strict: true);
        Assert.Empty(await Store.Subscriptions.AllAsync(Stop));
    }

    [Fact]
    public async Task A_channel_comes_back_as_it_was_saved_with_its_topics_sorted()
    {
        var channel = new Channel(Front)
        {
            FollowsEverything = true,
            Follows = ["б", "z", "a"],
            Settings = new(Language.Ukrainian, "Europe/Kyiv", PostStyle.Compact, ShowsImages: false),
            PausedAt = Make.Noon,
            PausedWhy = "We were removed.",
        };
        await Store.Subscriptions.SaveAsync(channel, Stop);
        var expected = channel with { Follows = ["a", "z", "б"] };
        Assert.Equivalent(expected, await Store.Subscriptions.FindAsync(Front, Stop), strict: true);
        Assert.Equivalent(expected, Assert.Single(await Store.Subscriptions.AllAsync(Stop)), strict: true);
    }

    [Fact]
    public async Task The_channels_of_one_server_or_chat_are_found_by_how_their_id_begins()
    {
        foreach (var id in new[] { "-100123", "-100123/4", "-100123/56", "-1001234", "-10012", "-100124" })
            await Store.Subscriptions.SaveAsync(new(new("telegram", id)) { Follows = ["a"] }, Stop);
        await Store.Subscriptions.SaveAsync(new(new("telegrams", "-100123")), Stop);
        await Store.Subscriptions.SaveAsync(new(new("discord", "-100123/1")), Stop);
        var found = await Store.Subscriptions.StartingWithAsync("telegram", "-100123", Stop);
        Assert.Equal(["-100123", "-100123/4", "-100123/56", "-1001234"], found.Select(channel => channel.Ref.Id).Order(StringComparer.Ordinal));
        Assert.All(found, channel => Assert.Equal(["a"], channel.Follows));
        Assert.Equal(["-100123/4", "-100123/56"], (await Store.Subscriptions.StartingWithAsync("telegram", "-100123/", Stop)).Select(channel => channel.Ref.Id));
        Assert.Empty(await Store.Subscriptions.StartingWithAsync("local", "", Stop));
    }

    [Fact]
    public async Task The_followers_of_topics_are_those_who_follow_one_of_them_or_everything_with_all_that_they_follow()
    {
        await Store.Subscriptions.SaveAsync(new(new("local", "all")) { FollowsEverything = true, Follows = ["z"] }, Stop);
        await Store.Subscriptions.SaveAsync(new(new("local", "one")) { Follows = ["a", "b"] }, Stop);
        await Store.Subscriptions.SaveAsync(new(new("local", "other")) { Follows = ["c"] }, Stop);
        await Store.Subscriptions.SaveAsync(new(new("local", "none")), Stop);
        var found = await Store.Subscriptions.FollowersAsync(["b", "x"], Stop);
        Assert.Equal([("all", "z"), ("one", "a,b")], found.Select(channel => (channel.Ref.Id, string.Join(',', channel.Follows))));
        Assert.Equal(["all"], (await Store.Subscriptions.FollowersAsync([], Stop)).Select(channel => channel.Ref.Id));
    }

    [Fact]
    public async Task Saving_again_replaces_all_of_it()
    {
        await Store.Subscriptions.SaveAsync(new(Front) { FollowsEverything = true, Follows = ["a", "b"], PausedAt = Make.Noon }, Stop);
        await Store.Subscriptions.SaveAsync(new(Front) { Follows = ["b", "c"] }, Stop);
        Assert.Equivalent(new Channel(Front) { Follows = ["b", "c"] }, await Store.Subscriptions.FindAsync(Front, Stop), strict: true);
    }

    [Fact]
    public async Task A_pause_keeps_its_first_reason_and_only_one_with_a_reason_ends_by_itself()
    {
        await Store.Subscriptions.PauseAsync(Front, "We were removed.", Stop);
        await Store.Subscriptions.PauseAsync(Front, "Something else.", Stop);
        Assert.Equal("We were removed.", (await Store.Subscriptions.FindAsync(Front, Stop)).PausedWhy);
        Assert.True(await Store.Subscriptions.ResumeAsync(Front, Stop));
        Assert.Null((await Store.Subscriptions.FindAsync(Front, Stop)).PausedAt);

        await Store.Subscriptions.SaveAsync(new(Front) { PausedAt = Make.Noon }, Stop);
        await Store.Subscriptions.PauseAsync(Front, "We were removed.", Stop);
        Assert.False(await Store.Subscriptions.ResumeAsync(Front, Stop));
    }

    [Fact]
    public async Task All_channels_come_in_order_each_with_its_own_topics()
    {
        await Store.Subscriptions.SaveAsync(new(new("local", "b")) { Follows = ["x"] }, Stop);
        await Store.Subscriptions.SaveAsync(new(new("local", "a")) { Follows = ["y", "z"] }, Stop);
        var all = await Store.Subscriptions.AllAsync(Stop);
        Assert.Equal(["local:a y,z", "local:b x"], all.Select(channel => $"{channel.Ref} {string.Join(',', channel.Follows)}"));
    }

    [Fact]
    public async Task A_channel_that_was_only_owed_something_is_there_with_default_settings()
    {
        await Store.StoreAsync(Make.Article("One"));
        await Store.Outbox.OweAsync(Make.Article("One").Id, Front, DebtKind.Sample, Stop);
        Assert.Equivalent(new Channel(Front), Assert.Single(await Store.Subscriptions.AllAsync(Stop)), strict: true);
    }
}
