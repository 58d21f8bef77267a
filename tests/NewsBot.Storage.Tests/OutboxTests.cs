using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.Tests;

public sealed class OutboxOnSqlite() : OutboxTests(TestStore.SqliteAsync);

public sealed class OutboxOnPostgres(PostgresServer server) : OutboxTests(() => TestStore.PostgresAsync(server));

public abstract class OutboxTests : StoreTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly ChannelRef Front = new("local", "front-page");
    private static readonly ChannelRef Belarus = new("local", "belarus");

    private protected OutboxTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    private IOutbox Outbox => Store.Outbox;

    [Fact]
    public async Task Nothing_is_owed_at_first()
    {
        Assert.Null(await Outbox.NextDueAsync("local", Stop));
        Assert.Empty(await Outbox.LeaseAsync("a", "local", 10, Minute, Stop));
        Assert.Equal(new(0, 0, 0, 0, 0, 0, []), await Outbox.StateAsync(Stop) with { LastProblems = [] });
    }

    [Fact]
    public async Task An_article_is_owed_once_to_a_channel_and_never_again_after_it_was_paid()
    {
        await Store.StoreAsync(Make.Article("One"));
        Assert.True(await Outbox.OweAsync(Id("One"), Front, DebtKind.Post, Stop));
        Assert.False(await Outbox.OweAsync(Id("One"), Front, DebtKind.Sample, Stop));
        await PayAsync(Assert.Single(await LeaseAsync()));
        Assert.False(await Outbox.OweAsync(Id("One"), Front, DebtKind.Post, Stop));
        Assert.Empty(await LeaseAsync());
        Assert.Null(await Outbox.NextDueAsync("local", Stop));
    }

    [Fact]
    public async Task An_article_that_nobody_keeps_is_not_owed()
    {
        Assert.False(await Outbox.OweAsync(Id("nothing"), Front, DebtKind.Post, Stop));
        Assert.Null(await Outbox.NextDueAsync("local", Stop));
    }

    [Fact]
    public async Task A_channel_gets_its_debts_in_the_order_in_which_they_were_owed_one_at_a_time()
    {
        await OweAsync(Front, "Third", "First", "Second");
        foreach (var title in new[] { "Third", "First", "Second" })
        {
            var debt = Assert.Single(await LeaseAsync());
            Assert.Equal(Id(title), debt.Article);
            Assert.Equal((Front, DebtKind.Post, 0, (DateTimeOffset?)null), (debt.Channel, debt.Kind, debt.Attempts, debt.DoubtfulSince));
            Assert.Empty(await LeaseAsync("another"));
            Assert.True(await PayAsync(debt));
        }
        Assert.Empty(await LeaseAsync());
    }

    [Fact]
    public async Task A_failing_head_holds_only_its_own_channel()
    {
        await OweAsync(Front, "One", "Two");
        await OweAsync(Belarus, "One", "Two");
        var head = (await LeaseAsync()).Single(debt => debt.Channel == Front);
        Assert.True(await Outbox.SettleAsync("a", head, new Settlement.Again(Store.Clock.GetUtcNow() + Minute, "No answer."), Stop));
        await Outbox.ReleaseAsync("a", Stop);

        var other = Assert.Single(await LeaseAsync());
        Assert.Equal(Belarus, other.Channel);
        await PayAsync(other);
        Assert.Equal(Id("Two"), Assert.Single(await LeaseAsync()).Article);

        Store.Clock.Advance(Minute);
        var again = (await LeaseAsync("b")).Single(debt => debt.Channel == Front);
        Assert.Equal((Id("One"), 1), (again.Article, again.Attempts));
    }

    [Fact]
    public async Task Whoever_waited_longest_for_a_post_comes_first()
    {
        await OweAsync(Front, "One", "Two");
        await PayAsync(Assert.Single(await LeaseAsync()));
        await OweAsync(Belarus, "One", "Two");
        Assert.Equal(Belarus, Assert.Single(await LeaseAsync(most: 1)).Channel);
        Assert.Equal(Front, Assert.Single(await LeaseAsync(most: 1)).Channel);
    }

    [Fact]
    public async Task An_expired_lease_can_be_taken_by_another_who_is_told_that_it_may_have_been_sent()
    {
        await OweAsync(Front, "One");
        var lost = Assert.Single(await LeaseAsync("a"));
        var sending = Store.Clock.GetUtcNow();
        Assert.True(await Outbox.SendingAsync("a", lost, Stop));
        Store.Clock.Advance(Minute);
        var taken = Assert.Single(await LeaseAsync("b"));
        Assert.Equal((lost.Number, 1, sending), (taken.Number, taken.Attempts, taken.DoubtfulSince));
        Assert.False(await Outbox.SendingAsync("a", lost, Stop));
        Assert.Equal(lost.Key, taken.Key);

        Assert.False(await Outbox.SettleAsync("a", lost, new Settlement.Paid("1", "x"), Stop));
        Assert.True(await Outbox.SettleAsync("b", taken, new Settlement.Paid("2", "x"), Stop));
        Assert.Equal(1, (await Outbox.StateAsync(Stop)).Paid);
    }

    [Fact]
    public async Task A_late_settlement_is_taken_while_nobody_else_has_the_lease()
    {
        await OweAsync(Front, "One");
        var debt = Assert.Single(await LeaseAsync("a"));
        Store.Clock.Advance(Minute * 5);
        Assert.True(await PayAsync(debt));
    }

    [Fact]
    public async Task The_same_owner_cannot_settle_an_attempt_that_it_lost_to_itself()
    {
        await OweAsync(Front, "One");
        var lost = Assert.Single(await LeaseAsync("a"));
        Store.Clock.Advance(Minute);
        var taken = Assert.Single(await LeaseAsync("a"));
        Assert.False(await PayAsync(lost));
        Assert.True(await PayAsync(taken));
        Assert.False(await PayAsync(taken));
    }

    [Fact]
    public async Task A_dead_owners_leases_are_given_back_at_once_and_stay_doubtful_until_settled()
    {
        await OweAsync(Front, "One");
        await OweAsync(Belarus, "One");
        var leased = await LeaseAsync("dead");
        Assert.Equal(2, leased.Count);
        Assert.True(await Outbox.SendingAsync("dead", leased.Single(debt => debt.Channel == Front), Stop));
        Assert.Equal(2, await Outbox.ReleaseAsync("dead", Stop));
        Assert.Equal(0, await Outbox.ReleaseAsync("dead", Stop));
        var again = await LeaseAsync("a");
        Assert.Null(again.Single(debt => debt.Channel == Belarus).DoubtfulSince);
        var debt = again.Single(debt => debt.Channel == Front);
        Assert.NotNull(debt.DoubtfulSince);
        await Outbox.SettleAsync("a", debt, new Settlement.Again(Store.Clock.GetUtcNow(), "No answer."), Stop);
        Assert.NotNull(Assert.Single(await LeaseAsync("a")).DoubtfulSince);
    }

    [Fact]
    public async Task A_debt_that_failed_in_plain_sight_is_not_doubtful()
    {
        await OweAsync(Front, "One");
        var debt = Assert.Single(await LeaseAsync());
        await Outbox.SendingAsync("a", debt, Stop);
        await Outbox.SettleAsync("a", debt, new Settlement.Again(Store.Clock.GetUtcNow(), "No answer."), Stop);
        Assert.Null(Assert.Single(await LeaseAsync()).DoubtfulSince);
    }

    [Fact]
    public async Task A_debt_that_nobody_answered_for_stays_doubtful()
    {
        await OweAsync(Front, "One");
        var debt = Assert.Single(await LeaseAsync());
        await Outbox.SendingAsync("a", debt, Stop);
        await Outbox.SettleAsync("a", debt, new Settlement.Again(Store.Clock.GetUtcNow(), "No answer.", IsDoubtful: true), Stop);
        Assert.Equal(Store.Clock.GetUtcNow(), Assert.Single(await LeaseAsync()).DoubtfulSince);
    }

    [Fact]
    public async Task A_post_of_unknown_fate_is_left_and_told_and_the_next_one_comes()
    {
        await OweAsync(Front, "One", "Two");
        await Outbox.SettleAsync("a", Assert.Single(await LeaseAsync()), new Settlement.Left("No answer."), Stop);
        Assert.Equal(Id("Two"), Assert.Single(await LeaseAsync()).Article);
        var state = await Outbox.StateAsync(Stop);
        Assert.Equal((1, 0, 1), (state.Owed, state.GivenUp, state.Left));
        Assert.Equal("No answer.", Assert.Single(state.LastProblems).Why);
    }

    [Fact]
    public async Task To_be_put_off_is_neither_an_attempt_nor_a_failure()
    {
        await OweAsync(Front, "One");
        await Outbox.SettleAsync("a", Assert.Single(await LeaseAsync()), new Settlement.Postponed(Store.Clock.GetUtcNow() + Minute), Stop);
        Assert.Empty(await LeaseAsync());
        Assert.Equal(0, (await Outbox.StateAsync(Stop)).Failing);
        Store.Clock.Advance(Minute);
        Assert.Equal(0, Assert.Single(await LeaseAsync()).Attempts);
    }

    [Fact]
    public async Task A_channel_that_was_paid_may_have_to_wait_for_its_next_post()
    {
        await OweAsync(Front, "One", "Two");
        await Outbox.SettleAsync("a", Assert.Single(await LeaseAsync()), new Settlement.Paid("1", "x", Store.Clock.GetUtcNow() + Minute), Stop);
        Assert.Empty(await LeaseAsync());
        Store.Clock.Advance(Minute);
        Assert.Equal(Id("Two"), Assert.Single(await LeaseAsync()).Article);
    }

    [Fact]
    public async Task Each_platform_has_lanes_of_its_own()
    {
        var group = new ChannelRef("telegram", "-100:7");
        await OweAsync(group, "One");
        Assert.Empty(await LeaseAsync());
        Assert.Null(await Outbox.NextDueAsync("local", Stop));
        Assert.Equal(Store.Clock.GetUtcNow(), await Outbox.NextDueAsync("telegram", Stop));
        Assert.Equal(group, Assert.Single(await Outbox.LeaseAsync("a", "telegram", 10, Minute, Stop)).Channel);
    }

    [Fact]
    public async Task A_channel_that_moves_takes_along_everything_that_it_is_owed()
    {
        var moved = new ChannelRef("local", "new");
        await Store.Subscriptions.SaveAsync(new(Front) { FollowsEverything = true, Follows = ["a"], Settings = new(IsSilent: true) }, Stop);
        await OweAsync(Front, "One", "Two", "Three");
        await PayAsync(Assert.Single(await LeaseAsync()));
        await Outbox.SettleAsync("a", Assert.Single(await LeaseAsync()), new Settlement.Moved(moved), Stop);

        var debt = Assert.Single(await LeaseAsync());
        Assert.Equal((moved, Id("Two"), 0), (debt.Channel, debt.Article, debt.Attempts));
        Assert.Equal(2, await Outbox.OwedAsync(moved, Stop));
        Assert.False(await Outbox.OweAsync(Id("One"), moved, DebtKind.Post, Stop));
        var channel = Assert.Single(await Store.Subscriptions.AllAsync(Stop));
        Assert.Equivalent(new Channel(moved) { FollowsEverything = true, Follows = ["a"], Settings = new(IsSilent: true) }, channel, strict: true);
    }

    [Fact]
    public async Task A_post_that_arrived_while_its_channel_moved_is_paid_there()
    {
        var moved = new ChannelRef("local", "new");
        await OweAsync(Front, "One", "Two");
        await OweAsync(moved, "Two");
        var debt = Assert.Single(await LeaseAsync(most: 1));
        await Store.Subscriptions.MoveAsync(Front, moved, Stop);
        if (debt.Channel == Front) Assert.False(await PayAsync(debt), "The lane of the new id was there and is not ours.");
        Assert.Single(await Store.Subscriptions.AllAsync(Stop));
        Assert.Equal(2, await Outbox.OwedAsync(moved, Stop));
    }

    [Fact]
    public async Task Giving_up_a_debt_lets_the_next_one_through()
    {
        await OweAsync(Front, "One", "Two");
        await Outbox.SettleAsync("a", Assert.Single(await LeaseAsync()), new Settlement.GivenUp("Too long."), Stop);
        Assert.Equal(Id("Two"), Assert.Single(await LeaseAsync()).Article);
        var state = await Outbox.StateAsync(Stop);
        Assert.Equal((1, 1, 0), (state.Owed, state.GivenUp, state.Paused));
        Assert.Equal(new DeliveryProblem(Front, Id("One"), "Too long.", Store.Clock.GetUtcNow()), Assert.Single(state.LastProblems));
    }

    [Fact]
    public async Task A_channel_that_is_closed_to_us_is_paused_with_the_reason_and_keeps_what_it_is_owed()
    {
        await OweAsync(Front, "One", "Two");
        await Outbox.SettleAsync("a", Assert.Single(await LeaseAsync()), new Settlement.Held("We were removed."), Stop);
        Assert.Null(await Outbox.NextDueAsync("local", Stop));
        Assert.Empty(await LeaseAsync());
        var channel = await Store.Subscriptions.FindAsync(Front, Stop);
        Assert.Equal((Store.Clock.GetUtcNow(), "We were removed."), (channel.PausedAt!.Value, channel.PausedWhy));
        Assert.Equal(2, await Outbox.OwedAsync(Front, Stop));
        Assert.Equal(1, (await Outbox.StateAsync(Stop)).Paused);

        Assert.True(await Store.Subscriptions.ResumeAsync(Front, Stop));
        Assert.False(await Store.Subscriptions.ResumeAsync(Front, Stop));
        Assert.Equal(Id("One"), Assert.Single(await LeaseAsync()).Article);
    }

    [Fact]
    public async Task A_paused_channel_keeps_collecting_and_a_resumed_one_is_due_at_once()
    {
        await OweAsync(Front, "One");
        await Outbox.SettleAsync("a", Assert.Single(await LeaseAsync()), new Settlement.Again(Store.Clock.GetUtcNow().AddHours(9), "No answer."), Stop);
        var channel = new Channel(Front) { PausedAt = Store.Clock.GetUtcNow() };
        await Store.Subscriptions.SaveAsync(channel, Stop);
        await OweAsync(Front, "Two");
        Assert.Equal(2, await Outbox.OwedAsync(Front, Stop));
        Assert.Null(await Outbox.NextDueAsync("local", Stop));
        await Store.Subscriptions.SaveAsync(channel with { PausedAt = null }, Stop);
        Assert.Equal(Id("One"), Assert.Single(await LeaseAsync()).Article);
    }

    [Fact]
    public async Task The_next_due_time_is_that_of_the_earliest_channel_that_can_be_leased()
    {
        var now = Store.Clock.GetUtcNow();
        await OweAsync(Front, "One");
        Assert.Equal(now, await Outbox.NextDueAsync("local", Stop));
        var debt = Assert.Single(await LeaseAsync());
        Assert.Equal(now + Minute, await Outbox.NextDueAsync("local", Stop));
        await Outbox.SettleAsync("a", debt, new Settlement.Again(now.AddMinutes(7), "No answer."), Stop);
        Assert.Equal(now.AddMinutes(7), await Outbox.NextDueAsync("local", Stop));
        Assert.Equal(1, (await Outbox.StateAsync(Stop)).Failing);
        await OweAsync(Belarus, "One");
        Assert.Equal(now, await Outbox.NextDueAsync("local", Stop));
    }

    [Fact]
    public async Task A_debt_that_is_paid_at_last_is_no_longer_a_problem()
    {
        await OweAsync(Front, "One");
        await Outbox.SettleAsync("a", Assert.Single(await LeaseAsync()), new Settlement.Again(Store.Clock.GetUtcNow(), "No answer."), Stop);
        Assert.Equal("No answer.", Assert.Single((await Outbox.StateAsync(Stop)).LastProblems).Why);
        await PayAsync(Assert.Single(await LeaseAsync()));
        var state = await Outbox.StateAsync(Stop);
        Assert.Equal((0, 1, 0), (state.Owed, state.Paid, state.Failing));
        Assert.Empty(state.LastProblems);
    }

    [Fact]
    public async Task The_last_ten_problems_come_newest_first()
    {
        for (var i = 0; i < 12; i++)
        {
            await OweAsync(new("local", $"room-{i}"), "One");
            Store.Clock.Advance(TimeSpan.FromSeconds(1));
            await Outbox.SettleAsync("a", Assert.Single(await LeaseAsync()), new Settlement.Again(Store.Clock.GetUtcNow().AddDays(1), $"Problem {i}."), Stop);
        }
        Assert.Equal(Enumerable.Range(2, 10).Reverse().Select(i => $"Problem {i}."), (await Outbox.StateAsync(Stop)).LastProblems.Select(problem => problem.Why));
    }

    [Fact]
    public async Task Owners_that_lease_and_settle_at_the_same_time_never_share_a_lane_and_pay_everything_in_order()
    {
        var articles = Enumerable.Range(0, 8).Select(i => Make.Article($"Story {i}")).ToArray();
        var rooms = Enumerable.Range(0, 12).Select(i => new ChannelRef("local", $"room-{i}")).ToArray();
        await Store.StoreForAsync(rooms, articles);
        var paid = new System.Collections.Concurrent.ConcurrentDictionary<ChannelRef, List<ArticleId>>();
        var busy = new System.Collections.Concurrent.ConcurrentDictionary<ChannelRef, string>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => WorkAsync($"owner-{i}"), Stop)));
        Assert.All(rooms, room => Assert.Equal(articles.Select(article => article.Id), paid[room]));
        Assert.Equal(96, (await Outbox.StateAsync(Stop)).Paid);

        async Task WorkAsync(string owner)
        {
            while (await Outbox.NextDueAsync("local", Stop) is not null)
            {
                foreach (var debt in await Outbox.LeaseAsync(owner, "local", 3, Minute, Stop))
                {
                    Assert.True(busy.TryAdd(debt.Channel, owner), $"{debt.Channel} is leased twice");
                    paid.GetOrAdd(debt.Channel, _ => []).Add(debt.Article!.Value);
                    await Task.Yield();
                    busy.TryRemove(debt.Channel, out _);
                    Assert.True(await Outbox.SettleAsync(owner, debt, new Settlement.Paid("1", "x"), Stop));
                }
            }
        }
    }

    [Fact]
    public async Task What_is_owed_while_lanes_are_being_settled_is_never_forgotten()
    {
        const int Count = 60;
        await Store.StoreAsync([.. Enumerable.Range(0, Count).Select(i => Make.Article($"Story {i}"))]);
        var settled = 0;
        var owing = Task.Run(async () =>
        {
            for (var i = 0; i < Count; i++) await Outbox.OweAsync(Id($"Story {i}"), Front, DebtKind.Post, Stop);
        }, Stop);
        while (!owing.IsCompleted || await Outbox.NextDueAsync("local", Stop) is not null)
            foreach (var debt in await LeaseAsync())
                if (await PayAsync(debt)) settled++;
        await owing;
        Assert.Equal(Count, settled);
    }

    private static ArticleId Id(string title) => ArticleId.Of(title);

    private async Task OweAsync(ChannelRef channel, params string[] titles)
    {
        foreach (var title in titles)
        {
            await Store.StoreAsync(Make.Article(title));
            await Outbox.OweAsync(Id(title), channel, DebtKind.Post, Stop);
        }
    }

    private Task<IReadOnlyList<Debt>> LeaseAsync(string owner = "a", int most = 10) => Outbox.LeaseAsync(owner, "local", most, Minute, Stop);

    private Task<bool> PayAsync(Debt debt) => Outbox.SettleAsync("a", debt, new Settlement.Paid("message", "hash"), Stop);
}
