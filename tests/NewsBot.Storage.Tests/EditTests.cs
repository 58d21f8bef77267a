using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.Tests;

public sealed class EditsOnSqlite() : EditTests(TestStore.SqliteAsync);

public sealed class EditsOnPostgres(PostgresServer server) : EditTests(() => TestStore.PostgresAsync(server));

public abstract class EditTests : StoreTests
{
    private static readonly ChannelRef Front = new("local", "front-page");
    private static readonly ChannelRef Garden = new("local", "garden");
    private static readonly ChannelRef[] Both = [Front, Garden];

    private protected EditTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    private IPostedArticles Posts => new PostedArticles(Store.Database);

    private static ArticleId Id => ArticleId.Of("Ferry");

    [Fact]
    public async Task A_changed_article_owes_one_edit_to_each_channel_that_shows_it_and_remembers_what_it_was()
    {
        await PostAsync();
        Assert.Equal(2, (await SayAsync("Tuesday")).Edits);
        Store.Clock.Advance(TimeSpan.FromMinutes(1));
        await SayAsync("Wednesday");
        var edits = await LeaseAsync();
        Assert.Equal([(Front, DebtKind.Edit), (Garden, DebtKind.Edit)], edits.Select(debt => (debt.Channel, debt.Kind)).OrderBy(debt => debt.Channel.Id));
        var posted = await Posts.FindAsync(edits[0], Stop);
        Assert.Equal((["Monday"], "message", "hash", DebtKind.Post), (posted!.Was!.Body, posted.MessageId, posted.DrawnHash, posted.Kind));
    }

    [Fact]
    public async Task An_edit_that_was_made_changes_what_is_known_of_the_post_and_is_owed_again_at_the_next_change()
    {
        await PostAsync();
        await SayAsync("Tuesday");
        foreach (var edit in await LeaseAsync()) Assert.True(await SettleAsync(edit, new Settlement.Paid("message-2", "hash-2", NotedAt: Store.Clock.GetUtcNow())));
        Assert.Empty(await LeaseAsync());
        Store.Clock.Advance(TimeSpan.FromMinutes(1));
        await SayAsync("Wednesday");
        var again = await LeaseAsync();
        Assert.Equal(2, again.Count);
        var posted = await Posts.FindAsync(again[0], Stop);
        Assert.Equal((["Tuesday"], "message-2", "hash-2", (DateTimeOffset?)Make.Noon), (posted!.Was!.Body, posted.MessageId, posted.DrawnHash, posted.NotedAt));
        Assert.Equal(2, (await Store.Outbox.StateAsync(Stop)).Paid);
    }

    [Fact]
    public async Task A_change_that_comes_while_the_edit_is_on_its_way_is_not_lost()
    {
        await PostAsync();
        await SayAsync("Tuesday");
        var edits = await LeaseAsync();
        await SayAsync("Wednesday");
        foreach (var edit in edits) Assert.True(await SettleAsync(edit, new Settlement.Paid("message", "hash-2")));
        var again = await LeaseAsync();
        Assert.Equal(2, again.Count);
        // Nobody knows whether Tuesday or Wednesday was drawn.
        Assert.Null((await Posts.FindAsync(again[0], Stop))!.Was);
        foreach (var edit in again) Assert.True(await SettleAsync(edit, new Settlement.Closed("Nothing was left to change.")));
        Assert.Equal((0, 0), ((await Store.Outbox.StateAsync(Stop)).Owed, (await Store.Outbox.StateAsync(Stop)).GivenUp));
    }

    [Fact]
    public async Task What_waits_what_is_old_and_what_nobody_got_is_owed_no_edit()
    {
        await Store.StoreForAsync([Front], Ferry("Monday"));
        Assert.Equal(0, (await SayAsync("Tuesday")).Edits);
        await SettleAsync(Assert.Single(await LeaseAsync()), new Settlement.Paid("message", "hash"));
        Store.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(0, (await SayAsync("Wednesday")).Edits);
    }

    [Fact]
    public async Task An_edit_that_is_put_off_lets_the_news_go_first()
    {
        await PostAsync();
        await SayAsync("Tuesday");
        foreach (var edit in await LeaseAsync()) await SettleAsync(edit, new Settlement.Again(Store.Clock.GetUtcNow().AddMinutes(10), "Too many edits."));
        Assert.Empty(await LeaseAsync());
        await Store.StoreForAsync([Front], Make.Article("Boat", "A boat."));
        await Store.Outbox.OweAsync(ArticleId.Of("Boat"), Front, DebtKind.Post, Stop);
        Store.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains(await LeaseAsync(), debt => debt.Kind is DebtKind.Post);
    }

    [Fact]
    public async Task What_is_withdrawn_is_taken_down_everywhere_leaves_the_archive_and_comes_back_without_a_post()
    {
        await PostAsync();
        await Store.StoreForAsync([new("local", "late")], Make.Article("Boat", "A boat."));
        Assert.Equal(2, await Posts.WithdrawAsync(Id, null, Stop));
        Assert.Equal(0, await Posts.WithdrawAsync(Id, null, Stop));
        var withdrawals = (await LeaseAsync()).Where(debt => debt.Kind is DebtKind.Withdrawal).ToArray();
        Assert.Equal(2, withdrawals.Length);
        Assert.NotNull(await Posts.FindAsync(withdrawals[0], Stop));
        foreach (var withdrawal in withdrawals) Assert.True(await SettleAsync(withdrawal, new Settlement.Paid("message", "hash")));
        Assert.Equal(["Boat"], (await Store.Archive.LatestAsync(new(), Stop)).Select(article => article.Title));
        Assert.Empty(await Store.FoundAsync("ferry"));
        Assert.NotNull((await Store.Archive.FindAsync(Id, Stop))!.WithdrawnAt);

        await SayAsync("Tuesday");
        Assert.Empty(await Store.FoundAsync("ferry"));
        Assert.False(await Store.Outbox.OweAsync(Id, new("local", "new"), DebtKind.Sample, Stop));
        Assert.Equal([Id], (await Posts.WithdrawnAsync(5, Stop)).Select(article => article.Id));

        Assert.True(await Posts.RestoreAsync(Id, Stop));
        Assert.False(await Posts.RestoreAsync(Id, Stop));
        Assert.Equal(["Ferry"], await Store.FoundAsync("ferry"));
        Assert.DoesNotContain(await LeaseAsync(), debt => debt.Article == Id);
    }

    [Fact]
    public async Task In_one_channel_it_is_taken_down_there_and_what_waits_there_is_not_posted()
    {
        await PostAsync();
        Assert.Equal(1, await Posts.WithdrawAsync(Id, Garden, Stop));
        Assert.Equal((Garden, DebtKind.Withdrawal), (await LeaseAsync()).Select(debt => (debt.Channel, debt.Kind)).Single());
        Assert.Null((await Store.Archive.FindAsync(Id, Stop))!.WithdrawnAt);
        await Store.StoreForAsync([Front], Make.Article("Boat", "A boat."));
        Assert.Equal(0, await Posts.WithdrawAsync(ArticleId.Of("Boat"), Front, Stop));
        Assert.Empty(await LeaseAsync());
        Assert.Equal(0, await Store.Outbox.OwedAsync(Front, Stop));
    }

    [Fact]
    public async Task The_lane_counts_the_posts_since_it_was_asked_for_support()
    {
        Assert.Equal(new AppealsSoFar(), await Posts.AppealsAsync(Front, Stop));
        foreach (var (title, day) in new (string, int?)[] { ("One", 7), ("Two", null), ("Three", null), ("Four", 7) })
        {
            await Store.StoreForAsync([Front], Make.Article(title, title));
            await SettleAsync(Assert.Single(await LeaseAsync()), new Settlement.Paid("message", "hash", AppealDay: day));
            if (title == "Three") Assert.Equal(new AppealsSoFar(2, 7, 1), await Posts.AppealsAsync(Front, Stop));
        }
        Assert.Equal(new AppealsSoFar(0, 7, 2), await Posts.AppealsAsync(Front, Stop));
    }

    private static Article Ferry(string says) => Make.Article("Ferry", says);

    private async Task PostAsync()
    {
        await Store.StoreForAsync(Both, Ferry("Monday"));
        foreach (var debt in await LeaseAsync()) Assert.True(await SettleAsync(debt, new Settlement.Paid("message", "hash")));
    }

    private Task<Core.Sources.StoreReport> SayAsync(string says) => Store.StoreAsync(Ferry(says));

    private Task<IReadOnlyList<Debt>> LeaseAsync() => Store.Outbox.LeaseAsync("a", "local", 10, TimeSpan.FromMinutes(30), Stop);

    private Task<bool> SettleAsync(Debt debt, Settlement settlement) => Store.Outbox.SettleAsync("a", debt, settlement, Stop);
}
