using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.Tests;

public sealed class BundlesOnSqlite() : BundleTests(TestStore.SqliteAsync);

public sealed class BundlesOnPostgres(PostgresServer server) : BundleTests(() => TestStore.PostgresAsync(server));

public abstract class BundleTests : StoreTests
{
    private const string Owner = "node";

    private static readonly ChannelRef Desk = new("local", "desk");

    private protected BundleTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    [Fact]
    public async Task What_is_folded_is_paid_with_its_card_and_never_owed_again()
    {
        var articles = await OweAsync("a", "b", "c");
        var head = await LeaseAsync();
        var bundle = (await Store.Bundles.FoldAsync(Owner, head!, DebtKind.Digest, "digest:1", Stop))!;
        Assert.Equal(articles, (await Store.Bundles.MembersAsync(bundle, 100, Stop)).Leads.Select(article => article.Id));
        Assert.Equal(0, (await Store.Bundles.WaitingAsync(Desk, 100, Stop)).Count);
        Assert.True(await Store.Outbox.SettleAsync(Owner, bundle, new Settlement.Paid("m1", "hash"), Stop));
        Assert.Null(await LeaseAsync());
        Assert.Equal(0, await Store.Outbox.OwedAsync(Desk, Stop));
        foreach (var article in articles) Assert.False(await Store.Outbox.OweAsync(article, Desk, DebtKind.Post, Stop));
    }

    [Fact]
    public async Task A_card_that_was_not_settled_is_taken_up_again_before_what_came_later()
    {
        await OweAsync("a", "b");
        var bundle = (await Store.Bundles.FoldAsync(Owner, (await LeaseAsync())!, DebtKind.CatchUp, "catchup:1", Stop))!;
        await OweAsync("c");
        await Store.Outbox.ReleaseAsync(Owner, Stop);
        var again = (await LeaseAsync())!;
        Assert.Equal((bundle.Number, DebtKind.CatchUp, 1), (again.Number, again.Kind, again.Attempts));
        Assert.Equal(2, (await Store.Bundles.MembersAsync(again, 100, Stop)).Count);
        await Store.Outbox.SettleAsync(Owner, again, new Settlement.Paid("m1", "hash"), Stop);
        Assert.Equal("c", (await Store.Archive.FindAsync((await LeaseAsync())!.Article!.Value, Stop))!.Title);
    }

    [Fact]
    public async Task One_slot_has_one_card_and_only_the_lane_s_owner_folds()
    {
        await OweAsync("a", "b");
        var head = (await LeaseAsync())!;
        Assert.Null(await Store.Bundles.FoldAsync("other", head, DebtKind.Digest, "digest:1", Stop));
        var bundle = (await Store.Bundles.FoldAsync(Owner, head, DebtKind.Digest, "digest:1", Stop))!;
        await Store.Outbox.SettleAsync(Owner, bundle, new Settlement.Paid("m1", "hash"), Stop);
        await OweAsync("c");
        Assert.Null(await Store.Bundles.FoldAsync(Owner, (await LeaseAsync())!, DebtKind.Digest, "digest:1", Stop));
    }

    [Fact]
    public async Task What_was_perhaps_sent_stays_out_of_the_card()
    {
        await OweAsync("a", "b", "c");
        var doubtful = (await LeaseAsync())!;
        await Store.Outbox.SendingAsync(Owner, doubtful, Stop);
        await Store.Outbox.ReleaseAsync(Owner, Stop);
        Assert.Equal(2, (await Store.Bundles.WaitingAsync(Desk, 100, Stop)).Count);
    }

    [Fact]
    public async Task When_the_card_is_given_up_so_is_what_it_carried()
    {
        await OweAsync("a", "b");
        var bundle = (await Store.Bundles.FoldAsync(Owner, (await LeaseAsync())!, DebtKind.Digest, "digest:1", Stop))!;
        await Store.Outbox.SettleAsync(Owner, bundle, new Settlement.GivenUp("Too long."), Stop);
        Assert.Null(await LeaseAsync());
        Assert.Equal(0, (await Store.Outbox.StateAsync(Stop)).Owed);
    }

    [Fact]
    public async Task A_notice_comes_back_whole_and_is_owed_once()
    {
        var card = new Card { Body = Prose.Of("Mend ").Then("this", Mark.Strong), Buttons = [Button.Type("Resume", "resume local:desk")] };
        Assert.True(await Store.Bundles.OweNoticeAsync("notice:x", Desk, card, Stop));
        Assert.False(await Store.Bundles.OweNoticeAsync("notice:x", Desk, card, Stop));
        var notice = (await LeaseAsync())!;
        Assert.Equivalent(card, await Store.Bundles.NoticeAsync(notice, Stop), strict: true);
        await Store.Outbox.SettleAsync(Owner, notice, new Settlement.Paid("m1", "hash"), Stop);
        Assert.False(await Store.Bundles.OweNoticeAsync("notice:x", Desk, card, Stop));
    }

    private async Task<Debt?> LeaseAsync() =>
        await Store.Outbox.LeaseAsync(Owner, Desk.Platform, 1, TimeSpan.FromMinutes(1), Stop) is [var debt] ? debt : null;

    private async Task<List<ArticleId>> OweAsync(params string[] titles)
    {
        var articles = titles.Select(title => Make.Article(title, $"The body of {title}.")).ToArray();
        await Store.StoreForAsync([Desk], articles);
        return [.. articles.Select(article => article.Id)];
    }
}
