using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.Tests;

public sealed class StoryDeskOnSqlite() : StoryDeskTests(TestStore.SqliteAsync);

public sealed class StoryDeskOnPostgres(PostgresServer server) : StoryDeskTests(() => TestStore.PostgresAsync(server));

public abstract class StoryDeskTests : StoreTests
{
    private const string Words = "The ferry to the island ran aground at dawn on Monday and all forty passengers were brought ashore by the coast guard within two hours of the alarm.";

    private static readonly ChannelRef Front = new("local", "front-page");
    private static readonly ChannelRef Garden = new("local", "garden");

    private protected StoryDeskTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    private NewsBot.Storage.Stories Stories => new(Store.Database, Microsoft.Extensions.Options.Options.Create(new CorrectionOptions()));

    private static Article First => Report("north", "Ferry runs aground off the island", Words);

    private static Article Copy => Report("south", "Ferry runs aground near the island", $"{Words} More follows.");

    [Fact]
    public async Task A_channel_gets_a_story_once_and_its_post_names_who_else_tells_it()
    {
        Assert.Equal(1, (await StoreAsync([Front], First)).Owed);
        await PayAsync();
        Assert.Equal((1, 0, 1), await CountsAsync([Front], Copy));
        var edit = Assert.Single(await LeaseAsync());
        Assert.Equal((DebtKind.Edit, DebtClass.Last, (ArticleId?)First.Id), (edit.Kind, edit.Class, edit.Article));
        Assert.Equal([Copy.Id], (await Stories.AlsoAsync(First.Id, Front, Stop))!.Select(article => article.Id));
        Assert.Null(await Stories.AlsoAsync(First.Id, Garden, Stop));
        var place = await Stories.OfAsync(Copy.Id, Stop);
        Assert.Equal((First.Id, StoryKind.Near, (ArticleId?)First.Id, false), (place!.Story, place.Kind, place.Because, place.IsSplit));
        Assert.Null((await Stories.OfAsync(First.Id, Stop))!.Kind);
    }

    [Fact]
    public async Task A_channel_that_did_not_get_the_first_report_gets_the_second()
    {
        await StoreAsync([Front], First);
        Assert.Equal((1, 1, 0), await CountsAsync([Front, Garden], Copy));
        Assert.Equal([(Front, First.Id), (Garden, Copy.Id)], (await LeaseAsync()).Select(debt => (debt.Channel, debt.Article!.Value)).OrderBy(it => it.Channel.Id));
    }

    [Fact]
    public async Task Both_in_one_batch_are_one_story_and_a_third_report_makes_no_second_edit()
    {
        Assert.Equal((2, 1, 0), await CountsAsync([Front], First, Copy));
        await PayAsync();
        var third = Report("west", "Ferry runs aground off an island", $"{Words} It was calm.");
        var fourth = Report("east", "The ferry runs aground off the island", $"{Words} It was cold.");
        await StoreAsync([Front], third);
        await StoreAsync([Front], fourth);
        Assert.Single(await LeaseAsync());
        Assert.Equal(3, (await Stories.AlsoAsync(First.Id, Front, Stop))!.Count);
    }

    [Fact]
    public async Task After_a_restart_the_story_is_still_known()
    {
        await StoreAsync([Front], First);
        var after = new HarvestStore(Store.Database, Microsoft.Extensions.Options.Options.Create(new CorrectionOptions()));
        Assert.Equal(0, (await after.StoreAsync("test", [Harvested([Front], Copy)], Stop)).Owed);
        // The first process lives on, as another node does, and learns of what the second one stored.
        Assert.Equal(0, (await StoreAsync([Front], Report("west", "Ferry aground", $"{Words} More follows. Much more."))).Owed);
    }

    [Fact]
    public async Task A_transaction_that_failed_leaves_nothing_behind()
    {
        await StoreAsync([Garden], Report("north", "Other", "Nothing of that kind was ever written about by anybody who lives in this small town."));
        await Assert.ThrowsAnyAsync<Exception>(() => Store.Harvest.StoreAsync("test", [Harvested([Front], First), new(new Found.Item("x", "1", new("x", Copy.Content)), Copy with { Source = null! }, [Front])], Stop));
        Assert.Null(await Stories.OfAsync(First.Id, Stop));
        Assert.Equal(1, (await StoreAsync([Front], Copy)).Owed);
        Assert.Equal(0, (await StoreAsync([Front], First)).Owed);
    }

    [Fact]
    public async Task A_split_article_is_owed_where_it_was_missed_and_never_joined_again()
    {
        await StoreAsync([Front], First);
        await PayAsync();
        await StoreAsync([Front], Copy);
        Assert.Equal(1, await Stories.SplitAsync(Copy.Id, Stop));
        Assert.Null(await Stories.SplitAsync(Copy.Id, Stop));
        Assert.Null(await Stories.SplitAsync(First.Id, Stop));
        Assert.Empty((await Stories.AlsoAsync(First.Id, Front, Stop))!);
        var place = await Stories.OfAsync(Copy.Id, Stop);
        Assert.Equal((Copy.Id, true, (ArticleId?)First.Id), (place!.Story, place.IsSplit, place.Because));
        Assert.Equal(Copy.Id, Assert.Single(await LeaseAsync()).Article);
    }

    [Fact]
    public async Task A_channel_that_wants_every_report_gets_every_report()
    {
        await StoreAsync([Front], First);
        Assert.Equal(1, (await Store.Harvest.StoreAsync("test", [Harvested([Front], Copy) with { TakesEveryReport = [Front] }], Stop)).Owed);
    }

    [Fact]
    public async Task Breaking_news_does_not_wait_behind_a_report_that_waits_itself()
    {
        await StoreAsync([Front], First);
        Assert.Equal(1, (await Store.Harvest.StoreAsync("test", [Harvested([Front], Copy) with { IsBreaking = true }], Stop)).Owed);
    }

    [Fact]
    public async Task What_was_withdrawn_hides_nothing_and_what_is_old_is_not_asked_about()
    {
        await StoreAsync([Front], First);
        await new PostedArticles(Store.Database).WithdrawAsync(First.Id, null, Stop);
        Assert.Equal(1, (await StoreAsync([Front], Copy)).Owed);
        Store.Clock.Advance(TimeSpan.FromDays(4));
        var late = Report("west", "Ferry aground", $"{Words} More follows. Much more.");
        Assert.Equal(1, (await StoreAsync([Front], late)).Owed);
        Assert.Null(await Stories.OfAsync(late.Id, Stop));
    }

    [Fact]
    public async Task A_site_that_gives_all_its_articles_one_link_tells_as_many_stories()
    {
        var (first, second) = (Report("north", "Ferry runs aground", Words), Report("north", "Museum opens a hall of clocks", "The town's museum has opened a hall with three hundred clocks that a watchmaker left to it."));
        var home = "https://north.example/";
        await StoreAsync([Front], first with { Content = first.Content with { Link = home } });
        Assert.Equal(1, (await StoreAsync([Front], second with { Content = second.Content with { Link = home } })).Owed);
        // Elsewhere it is the same page, whatever they call it.
        var other = Report("south", "A hall of clocks", "Three hundred clocks strike at noon.");
        Assert.Equal(0, (await StoreAsync([Front], other with { Content = other.Content with { Link = home } })).Owed);
    }

    private static Article Report(string source, string title, string body) => Make.Article(title, body, place: $"{source}/{title}") with { Source = source };

    private static Harvested Harvested(ChannelRef[] channels, Article article) => new(new Found.Item(article.Place, "1", new(article.Place, article.Content)), article, channels);

    private Task<StoreReport> StoreAsync(ChannelRef[] channels, params Article[] articles) => Store.StoreForAsync(channels, articles);

    private async Task<(int, int, int)> CountsAsync(ChannelRef[] channels, params Article[] articles)
    {
        var report = await StoreAsync(channels, articles);
        return (report.New, report.Owed, report.Edits);
    }

    private async Task PayAsync()
    {
        foreach (var debt in await LeaseAsync()) Assert.True(await Store.Outbox.SettleAsync("a", debt, new Settlement.Paid("message", "hash"), Stop));
    }

    private Task<IReadOnlyList<Debt>> LeaseAsync() => Store.Outbox.LeaseAsync("a", "local", 10, TimeSpan.FromMinutes(30), Stop);
}
