using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Tests;

public sealed class LanesOnSqlite() : LaneTests(TestStore.SqliteAsync);

public sealed class LanesOnPostgres(PostgresServer server) : LaneTests(() => TestStore.PostgresAsync(server));

/// <summary>Whose turn it is, what a lane holds, and what is noted of every attempt.</summary>
public abstract class LaneTests : StoreTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly ChannelRef Front = new("local", "front-page");
    private static readonly ChannelRef Belarus = new("local", "belarus");

    private protected LaneTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    private LaneTable Lanes => new LaneTable(Store.Database);

    private BundleTable Bundles => new BundleTable(Store.Database);

    private AttemptTable Ledger => new AttemptTable(Store.Database);

    private IOutbox Outbox => Store.Outbox;

    [Fact]
    public async Task A_lane_with_something_urgent_comes_before_one_that_waited_longer()
    {
        await Store.StoreForAsync([Front], Make.Article("One"), Make.Article("Two"));
        await PayAsync(Assert.Single(await LeaseAsync()));
        Store.Clock.Advance(Minute);
        await Store.StoreForAsync([Belarus], Make.Article("Three"));
        await Store.Harvest.StoreAsync("test", [Harvested("Flood", Front, isBreaking: true)], Stop);

        var first = Assert.Single(await LeaseAsync(most: 1));
        Assert.Equal((Front, Id("Flood"), DebtClass.Urgent), (first.Channel, first.Article, first.Class));
        await PayAsync(first);
        Assert.Equal([Belarus, Front], (await LeaseAsync()).Select(debt => debt.Channel));
    }

    [Fact]
    public async Task What_is_owed_while_a_lane_s_last_post_is_settled_does_not_fall_asleep()
    {
        await Store.StoreForAsync([Front], Make.Article("One"));
        var last = Assert.Single(await LeaseAsync());
        var news = Make.Article("News");
        await Store.StoreAsync(news);
        Task<bool>? settling = null;
        await Store.Database.WriteAsync(async session =>
        {
            var lane = DebtTable.ListOf([Front]);
            await DebtTable.OweAsync(session, news.Id, lane, DebtKind.Post, DebtClass.Ordinary, Store.Database.Now, Stop);
            await DebtTable.WakeAsync(session, lane, DebtClass.Ordinary, Store.Database.Now, Stop);
            settling = Task.Run(() => PayAsync(last), Stop);
            await Task.Delay(300, Stop);
            return true;
        }, Stop);
        Assert.True(await settling!);
        Assert.Equal(news.Id, Assert.Single(await LeaseAsync()).Article);
    }

    [Fact]
    public async Task A_lane_tells_what_waits_in_it_and_what_it_was_sent_lately()
    {
        await Store.StoreForAsync([Front], [.. Enumerable.Range(0, 6).Select(i => Make.Article($"Story {i}"))]);
        await PayAsync(Assert.Single(await LeaseAsync()));
        var paidAt = Store.Clock.GetUtcNow();
        Store.Clock.Advance(Minute * 2);
        await Store.Harvest.StoreAsync("another", [Harvested("Elsewhere", Front)], Stop);
        var head = Assert.Single(await LeaseAsync());
        var lane = await Lanes.ViewAsync(head, 100, Stop);
        Assert.Equal((6, 5), (lane.Waiting, lane.AtOnce));
        Assert.Equal(paidAt, Assert.Single(lane.Recent));
        Assert.Equal(3, (await Lanes.ViewAsync(head, 3, Stop)).Waiting);
        Store.Clock.Advance(Minute * 9);
        Assert.Empty((await Lanes.ViewAsync(head, 100, Stop)).Recent);
    }

    [Fact]
    public async Task A_round_up_pays_all_that_it_carries_and_none_of_it_comes_again()
    {
        var articles = Enumerable.Range(0, 30).Select(i => Make.Article($"Story {i}")).ToArray();
        await Store.StoreForAsync([Front], articles);
        var head = Assert.Single(await LeaseAsync());
        var bundle = (await Bundles.FoldAsync("a", head, DebtKind.RoundUp, "roundup:1", Stop))!;
        Assert.Equal(articles.Select(article => article.Id), (await Bundles.MembersAsync(bundle, 100, Stop)).Leads.Select(article => article.Id));
        Assert.Empty(await LeaseAsync("b"));
        await PayAsync(bundle);
        Assert.Equal(0, await Outbox.OwedAsync(Front, Stop));
        Assert.Null(await Outbox.NextDueAsync("local", Stop));
        foreach (var article in articles) Assert.False(await Outbox.OweAsync(article.Id, Front, DebtKind.Post, Stop));
        Assert.Equal(30, (await Store.Archive.LatestAsync(new(null, 0, 100), Stop)).Count);
    }

    [Fact]
    public async Task A_round_up_that_fails_is_tried_again_as_it_is_and_new_articles_stay_out_of_it()
    {
        await Store.StoreForAsync([Front], [.. Enumerable.Range(0, 5).Select(i => Make.Article($"Story {i}"))]);
        var bundle = (await Bundles.FoldAsync("a", Assert.Single(await LeaseAsync()), DebtKind.RoundUp, "roundup:1", Stop))!;
        await Outbox.SettleAsync("a", bundle, new Settlement.Again(Store.Clock.GetUtcNow() + Minute, "No answer."), Stop);
        await Store.StoreForAsync([Front], Make.Article("Late"));
        Assert.Empty(await LeaseAsync());
        Store.Clock.Advance(Minute);
        var again = Assert.Single(await LeaseAsync());
        Assert.Equal((DebtKind.RoundUp, bundle.Key, 1), (again.Kind, again.Key, again.Attempts));
        Assert.Equal(5, (await Bundles.MembersAsync(again, 100, Stop)).Count);
        await PayAsync(again);
        Assert.Equal(Id("Late"), Assert.Single(await LeaseAsync()).Article);
    }

    [Fact]
    public async Task Every_attempt_is_noted_with_its_outcome_and_an_old_one_is_forgotten()
    {
        await Store.StoreForAsync([Front], Make.Article("One"));
        var began = Store.Clock.GetUtcNow();
        var first = Assert.Single(await LeaseAsync());
        await Outbox.SettleAsync("a", first, new Settlement.Again(began + Minute, "No answer."), Stop);
        Store.Clock.Advance(Minute);
        Assert.Single(await LeaseAsync("dead"));
        Store.Clock.Advance(Minute);
        await Outbox.ReleaseAsync("dead", Stop);
        var putOff = Assert.Single(await LeaseAsync());
        await Outbox.SettleAsync("a", putOff, new Settlement.Postponed(Store.Clock.GetUtcNow() + Minute), Stop);
        Store.Clock.Advance(Minute);
        Assert.True(await PayAsync(Assert.Single(await LeaseAsync())));

        var attempts = await Ledger.OfAsync(Id("One"), Front, Stop);
        Assert.Equal(["Again", "Lost", "Paid"], attempts.Select(attempt => attempt.Outcome));
        Assert.Equal([(began, (DateTimeOffset?)began, "No answer."), (began + Minute, null, "The bot stopped before it was settled.")], attempts.Take(2).Select(attempt => (attempt.At, attempt.EndedAt, attempt.Why!)));
        Assert.Equal("message", attempts[2].MessageId);
        Assert.Equal(2, await Ledger.PruneAsync(began + Minute * 2, Stop));
        Assert.Equal("Paid", Assert.Single(await Ledger.OfAsync(Id("One"), Front, Stop)).Outcome);
        Assert.False(await Outbox.OweAsync(Id("One"), Front, DebtKind.Post, Stop));
    }

    [Fact]
    public async Task The_story_of_an_article_goes_on_in_the_card_that_carried_it()
    {
        await Store.StoreForAsync([Front], Make.Article("One"), Make.Article("Two"));
        var bundle = (await Bundles.FoldAsync("a", Assert.Single(await LeaseAsync()), DebtKind.RoundUp, "roundup:1", Stop))!;
        await PayAsync(bundle);
        var attempt = Assert.Single(await Ledger.OfAsync(Id("Two"), Front, Stop));
        Assert.Equal(("roundup:1", "Paid"), (attempt.Subject, attempt.Outcome));
    }

    /// <summary>
    /// Many channels are owed one article each, one is owed many. The many finish as if the one were not there: it never gets more than its own turn
    /// before all of them had theirs. In full: 10,000 and 5,000.
    /// </summary>
    [Fact]
    public async Task A_channel_that_is_owed_thousands_delays_none_of_those_that_are_owed_one()
    {
        var isFull = Environment.GetEnvironmentVariable("NEWSBOT_TESTS") == "full";
        var (many, much) = isFull ? (10_000, 5_000) : (300, 150);
        var greedy = new ChannelRef("local", "greedy");
        await Store.StoreForAsync([greedy], [.. Enumerable.Range(0, much).Select(i => Make.Article($"Story {i}"))]);
        // It has waited longest of all, so that nothing but fairness holds it back.
        Store.Clock.Advance(Minute);
        await Store.StoreForAsync([.. Enumerable.Range(0, many).Select(i => new ChannelRef("local", $"room-{i}"))], Make.Article("News"));

        var (others, greedyTurns) = (0, 0);
        while (others < many)
        {
            var debts = await LeaseAsync(most: 32);
            Assert.NotEmpty(debts);
            foreach (var debt in debts)
            {
                if (debt.Channel == greedy) greedyTurns++;
                else others++;
                Store.Clock.Advance(TimeSpan.FromMilliseconds(1));
                Assert.True(await PayAsync(debt));
            }
        }
        Assert.InRange(greedyTurns, 1, 2);
        Assert.Equal(much - greedyTurns, await Outbox.OwedAsync(greedy, Stop));
    }

    private static ArticleId Id(string title) => ArticleId.Of(title);

    private static Core.Sources.Harvested Harvested(string title, ChannelRef channel, bool isBreaking = false)
    {
        var article = Make.Article(title) with { Source = isBreaking ? "test" : "another" };
        return new(new Core.Sources.Found.Item(article.Place, "1", new(article.Place, article.Content)), article, [channel]) { IsBreaking = isBreaking };
    }

    private Task<IReadOnlyList<Debt>> LeaseAsync(string owner = "a", int most = 10) => Outbox.LeaseAsync(owner, "local", most, Minute, Stop);

    private Task<bool> PayAsync(Debt debt) => Outbox.SettleAsync("a", debt, new Settlement.Paid("message", "hash"), Stop);
}
