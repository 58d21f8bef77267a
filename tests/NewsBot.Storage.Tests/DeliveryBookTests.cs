using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.Tests;

public sealed class DeliveryBookOnSqlite() : DeliveryBookTests(TestStore.SqliteAsync);

public sealed class DeliveryBookOnPostgres(PostgresServer server) : DeliveryBookTests(() => TestStore.PostgresAsync(server));

/// <summary>What is written of articles and lanes can be read again, for those who ask why.</summary>
public abstract class DeliveryBookTests : StoreTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly ChannelRef Front = new("local", "front-page");
    private static readonly ChannelRef Garden = new("local", "garden");

    private protected DeliveryBookTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    private DeliveryBook Book => new(Store.Database);

    [Fact]
    public async Task An_article_s_post_its_correction_and_its_removal_are_told_for_one_channel()
    {
        var foundAt = Store.Clock.GetUtcNow();
        await Store.StoreForAsync([Front], Make.Article("Ferry", "It sails with 40 seats."));
        Store.Clock.Advance(Minute);
        await PayAsync(await LeaseAsync(Front), "12");
        var paidAt = Store.Clock.GetUtcNow();
        Store.Clock.Advance(Minute);
        await Store.StoreForAsync([Front], Make.Article("Ferry", "It sails with 14 seats."));
        var changedAt = Store.Clock.GetUtcNow();

        var record = (await Book.FindAsync(Id("Ferry"), Front, Stop))!;
        Assert.Equal((foundAt, changedAt, null, null), (record.FoundAt, record.ChangedAt, record.Unposted, record.FollowedSince));
        Assert.Equal([DebtKind.Post, DebtKind.Edit], record.Debts.Select(debt => debt.Debt.Kind));
        Assert.Equal((paidAt, "12", false), (record.Debts[0].PaidAt, record.Debts[0].MessageId, record.Debts[0].IsOpen));
        Assert.True(record.Debts[1].IsOpen);
        Assert.Empty((await Book.FindAsync(Id("Ferry"), Garden, Stop))!.Debts);
        Assert.Null(await Book.FindAsync(Id("Nothing"), Front, Stop));
    }

    [Fact]
    public async Task What_was_gathered_into_a_card_is_told_with_its_card()
    {
        await Store.StoreForAsync([Front], [.. Enumerable.Range(0, 5).Select(i => Make.Article($"Story {i}"))]);
        var bundle = (await Store.Bundles.FoldAsync("a", (await LeaseAsync(Front))!, DebtKind.Digest, "digest:1", Stop))!;
        var debts = (await Book.FindAsync(Id("Story 3"), Front, Stop))!.Debts;
        Assert.Equal([(DebtKind.Post, (long?)bundle.Number, 0), (DebtKind.Digest, null, 5)], debts.Select(debt => (debt.Debt.Kind, debt.Bundle, debt.Gathered)));
        var lane = await Book.LaneAsync(Front, 0, 10, Stop);
        Assert.Equal(("digest:1", 5), (Assert.Single(lane.Page).Debt.Subject, lane.Owed));
    }

    [Fact]
    public async Task Why_nobody_was_owed_an_article_is_kept_with_it()
    {
        foreach (var why in Enum.GetValues<Unposted>())
        {
            var article = Make.Article($"{why}");
            await Store.Harvest.StoreAsync("test", [new(new Found.Item(article.Place, "1", new(article.Place, article.Content)) { Unposted = why }, article, [])], Stop);
            Assert.Equal(why, (await Book.FindAsync(article.Id, Front, Stop))!.Unposted);
        }
    }

    [Fact]
    public async Task The_same_text_under_another_name_is_kept_once_and_both_names_lead_to_it()
    {
        await Store.StoreAsync(Make.Article("Ferry", "The blue ferry sails again.", place: "first"));
        Store.Clock.Advance(Minute);
        await Store.StoreAsync(Make.Article("Ferry", "The blue ferry sails again.", place: "second"));
        await Store.StoreAsync(Make.Article("Ferry", "The blue ferry sails again.", place: "second"));
        var copy = (await Book.CopyAsync(Id("second"), Stop))!;
        Assert.Equal((Id("first"), "test", "second", Store.Clock.GetUtcNow()), (copy.Of, copy.Source, copy.Place, copy.SeenAt));
        Assert.Equal(copy, Assert.Single((await Book.FindAsync(Id("first"), Front, Stop))!.Copies));
        Assert.Null(await Book.CopyAsync(Id("first"), Stop));
    }

    [Fact]
    public async Task Since_when_a_channel_follows_what_the_article_is_about()
    {
        var early = Store.Clock.GetUtcNow();
        await Store.Subscriptions.SaveAsync(new(Front) { Follows = ["harbour"] }, Stop);
        Store.Clock.Advance(Minute);
        await Store.Subscriptions.SaveAsync(new(Front) { Follows = ["harbour", "trams"] }, Stop);
        await Store.Subscriptions.SaveAsync(new(Garden) { FollowsEverything = true }, Stop);
        await Store.StoreAsync(Make.Article("Ferry", topics: ["harbour", "trams"]), Make.Article("Tram", topics: ["trams"]), Make.Article("Rose"));
        Assert.Equal(early, await SinceAsync("Ferry", Front));
        Assert.Equal(early + Minute, await SinceAsync("Tram", Front));
        Assert.Null(await SinceAsync("Rose", Front));
        Assert.Equal(early + Minute, await SinceAsync("Rose", Garden));

        async Task<DateTimeOffset?> SinceAsync(string title, ChannelRef channel) => (await Book.FindAsync(Id(title), channel, Stop))!.FollowedSince;
    }

    [Fact]
    public async Task A_lane_is_told_in_the_order_in_which_it_is_paid_a_page_at_a_time()
    {
        await Store.StoreForAsync([Front], [.. Enumerable.Range(0, 6).Select(i => Make.Article($"Story {i}"))]);
        var flood = Make.Article("Flood");
        await Store.Harvest.StoreAsync("test", [new(new Found.Item(flood.Place, "1", new(flood.Place, flood.Content)), flood, [Front]) { IsBreaking = true }], Stop);
        var first = await Book.LaneAsync(Front, 0, 3, Stop);
        Assert.Equal([Id("Flood"), Id("Story 0"), Id("Story 1"), Id("Story 2")], first.Page.Select(debt => debt.Debt.Article!.Value));
        Assert.Equal([Id("Flood"), Id("Story 0")], first.Heads.Select(debt => debt.Debt.Article!.Value));
        Assert.Equal((Store.Clock.GetUtcNow(), 0), (first.DueAt, first.Failures));
        var last = (await Book.LaneAsync(Front, 6, 3, Stop)).Page;
        Assert.Equal(Id("Story 5"), Assert.Single(last).Debt.Article);
        Assert.Equal(6, await Book.BeforeAsync(last[0].Debt, 100, Stop));
        Assert.Equal(4, await Book.BeforeAsync(last[0].Debt, 4, Stop));
        Assert.Equal(0, await Book.BeforeAsync(first.Page[0].Debt, 100, Stop));
        Assert.Empty((await Book.LaneAsync(Garden, 0, 3, Stop)).Page);
    }

    [Fact]
    public async Task A_lane_whose_head_failed_says_when_it_is_tried_again_and_why()
    {
        await Store.StoreForAsync([Front], Make.Article("Ferry"));
        var again = Store.Clock.GetUtcNow() + Minute;
        await Store.Outbox.SettleAsync("a", (await LeaseAsync(Front))!, new Settlement.Again(again, "No answer."), Stop);
        var lane = await Book.LaneAsync(Front, 0, 3, Stop);
        Assert.Equal((again, 1, "No answer.", 1), (lane.DueAt, lane.Failures, lane.Heads[0].Why, lane.Heads[0].Debt.Attempts));
    }

    private static ArticleId Id(string place) => ArticleId.Of(place);

    private async Task<Debt?> LeaseAsync(ChannelRef channel) =>
        (await Store.Outbox.LeaseAsync("a", "local", 10, Minute, Stop)).FirstOrDefault(debt => debt.Channel == channel);

    private Task<bool> PayAsync(Debt? debt, string message) => Store.Outbox.SettleAsync("a", debt!, new Settlement.Paid(message, "hash"), Stop);
}
