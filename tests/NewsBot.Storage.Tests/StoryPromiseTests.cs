using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.Tests;

public sealed class StoryPromiseOnSqlite() : StoryPromiseTests(TestStore.SqliteAsync);

public sealed class StoryPromiseOnPostgres(PostgresServer server) : StoryPromiseTests(() => TestStore.PostgresAsync(server));

/// <summary>Nothing is hidden where nothing was told, whatever becomes of the post that was to tell it.</summary>
public abstract class StoryPromiseTests : StoreTests
{
    private static readonly ChannelRef Front = new("local", "front-page");
    private static readonly ChannelRef Garden = new("local", "garden");
    private static readonly ChannelRef Harbour = new("local", "harbour");

    /// <summary>So many that most are told by two or three sources only, and what is lost is not made good by a later one.</summary>
    private const int Stories = 40;

    private protected StoryPromiseTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    private NewsBot.Storage.Stories Desk => new(Store.Database, Options.Create(new CorrectionOptions()));

    [Fact]
    public async Task When_a_post_is_given_up_the_next_report_is_owed_in_its_place_and_the_others_wait_behind_it()
    {
        var (first, second, third) = (Report("north"), Report("south"), Report("west"));
        foreach (var report in new[] { first, second, third }) await StoreAsync([Front], report);
        await SettleAsync(new Settlement.GivenUp("Refused."));
        var heir = Assert.Single(await LeaseAsync());
        Assert.Equal(second.Id, heir.Article);
        await Store.Outbox.SettleAsync("a", heir, new Settlement.Paid("message", "hash"), Stop);
        Assert.Equal(0, await Store.Outbox.OwedAsync(Front, Stop));
        Assert.Null(await Desk.ToldByAsync(second.Id, Front, Stop));
        Assert.Equal(second.Id, (await Desk.ToldByAsync(third.Id, Front, Stop))!.By);
        Assert.Equal([third.Id], (await Desk.AlsoAsync(second.Id, Front, Stop))!.Select(article => article.Id));
    }

    [Fact]
    public async Task What_is_withdrawn_before_it_was_posted_leaves_its_story_to_the_next_report()
    {
        var (first, second) = (Report("north"), Report("south"));
        await StoreAsync([Front, Garden], first);
        var front = Assert.Single(await LeaseAsync(most: 1));
        Assert.Equal(Front, front.Channel);
        await Store.Outbox.SettleAsync("a", front, new Settlement.Paid("message", "hash"), Stop);
        await StoreAsync([Front, Garden], second);
        await new PostedArticles(Store.Database).WithdrawAsync(first.Id, null, Stop);
        var owed = (await LeaseAsync()).Where(debt => debt.Kind is DebtKind.Post).ToArray();
        // The front page has read the story already, and a moderator took it down.
        Assert.Equal([(Garden, second.Id)], owed.Select(debt => (debt.Channel, debt.Article!.Value)));
    }

    [Fact]
    public async Task A_card_of_many_tells_its_stories_and_is_not_edited_for_them()
    {
        await StoreAsync([Front], Report("north"), Report("north", story: 1));
        var bundle = await FoldAsync();
        await Store.Outbox.SettleAsync("a", bundle, new Settlement.Paid("message", "hash"), Stop);
        var report = await StoreAsync([Front], Report("south"));
        Assert.Equal((1, 0, 0), (report.New, report.Owed, report.Edits));
        Assert.Empty(await LeaseAsync());
    }

    [Fact]
    public async Task A_card_of_many_that_is_given_up_has_told_nothing()
    {
        var second = Report("south");
        await StoreAsync([Front], Report("north"), Report("north", story: 1));
        var bundle = await FoldAsync();
        await StoreAsync([Front], second);
        await Store.Outbox.SettleAsync("a", bundle, new Settlement.GivenUp("Refused."), Stop);
        Assert.Equal(second.Id, Assert.Single(await LeaseAsync()).Article);
    }

    [Fact]
    public async Task Who_follows_only_the_second_source_gets_what_the_first_one_said_word_for_word()
    {
        var (first, copy) = (Report("north"), Report("south") with { Content = Report("north").Content });
        await StoreAsync([Front], first);
        Assert.Equal(1, (await StoreAsync([Front, Garden], copy)).Owed);
        Assert.Equal([(Front, first.Id), (Garden, first.Id)], (await LeaseAsync()).Select(debt => (debt.Channel, debt.Article!.Value)).OrderBy(it => it.Channel.Id));
        // Read once more, it is no news to a channel that has begun to follow meanwhile; nor is what is old, or the same source's under a new name.
        Assert.Equal(0, (await StoreAsync([Harbour], copy)).Owed);
        Assert.Equal(0, (await StoreAsync([Harbour], first with { Id = ArticleId.Of("moved"), Place = "moved" })).Owed);
        Store.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(0, (await StoreAsync([Harbour], copy with { Id = ArticleId.Of("late"), Place = "late" })).Owed);
    }

    [Fact]
    public async Task What_is_hidden_in_a_channel_stays_hidden_when_the_channel_moves()
    {
        var (first, second) = (Report("north"), Report("south"));
        await StoreAsync([Front], first);
        await StoreAsync([Front], second);
        await Store.Subscriptions.MoveAsync(Front, Garden, Stop);
        Assert.Equal([second.Id], (await Desk.AlsoAsync(first.Id, Garden, Stop))!.Select(article => article.Id));
        await SettleAsync(new Settlement.GivenUp("Refused."));
        Assert.Equal((Garden, second.Id), (await LeaseAsync()).Select(debt => (debt.Channel, debt.Article!.Value)).Single());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_happens_every_channel_reads_each_story_or_each_report_of_it_was_tried(int seed)
    {
        var dice = new Random(seed);
        ChannelRef[] all = [Front, Garden, Harbour];
        var meant = new List<(ChannelRef Channel, int Story, Article Report)>();
        var (told, tried, gone) = (new HashSet<(ChannelRef, int)>(), new HashSet<(ChannelRef, ArticleId)>(), new HashSet<ArticleId>());
        for (var step = 0; step < 120; step++)
        {
            switch (dice.Next(8))
            {
                case < 5:
                    var story = dice.Next(Stories);
                    var report = Report($"source {step}", story);
                    // Some are word for word what another has said; they are known by its name.
                    if (dice.Next(4) == 0 && meant.LastOrDefault(it => it.Story == story && !gone.Contains(it.Report.Id)) is { Report: { } known }) report = report with { Content = known.Content };
                    var channels = all.Where(_ => dice.Next(2) == 0).ToArray();
                    await Store.Harvest.StoreAsync(report.Source, [Harvested(channels, report) with { IsBreaking = dice.Next(5) == 0 }], Stop);
                    meant.AddRange(channels.Select(channel => (channel, story, report)));
                    break;
                case 5 when meant.Count > 0:
                    var withdrawn = meant[dice.Next(meant.Count)].Report;
                    if (await Store.Archive.FindAsync(withdrawn.Id, Stop) is null) break;
                    await new PostedArticles(Store.Database).WithdrawAsync(withdrawn.Id, null, Stop);
                    gone.Add(withdrawn.Id);
                    break;
                case 6 when meant.Count > 0:
                    await Desk.SplitAsync(meant[dice.Next(meant.Count)].Report.Id, Stop);
                    break;
                default:
                    await PayAsync(most: 3);
                    break;
            }
        }
        while (await PayAsync(most: 30) > 0) { }
        foreach (var (channel, story, report) in meant)
            Assert.True(told.Contains((channel, story)) || IsTried(channel, report), $"{channel} never got story {story} as {report.Source} told it.");
        Assert.True(told.Count > 0 && tried.Count > 0);

        bool IsTried(ChannelRef channel, Article report) => meant.Exists(it => it.Report.Content == report.Content && (tried.Contains((channel, it.Report.Id)) || gone.Contains(it.Report.Id)));

        async Task<int> PayAsync(int most)
        {
            var debts = await LeaseAsync(most);
            foreach (var debt in debts)
            {
                var article = debt.Article!.Value;
                var fails = dice.Next(2) == 0;
                if (debt.Kind is DebtKind.Post)
                {
                    if (fails || gone.Contains(article)) tried.Add((debt.Channel, article));
                    else told.Add((debt.Channel, meant.Find(it => it.Report.Id == article).Story));
                }
                Settlement end = gone.Contains(article) ? new Settlement.Closed("Withdrawn.") : fails ? new Settlement.GivenUp("Refused.") : new Settlement.Paid("message", "hash");
                Assert.True(await Store.Outbox.SettleAsync("a", debt, debt.Kind is not DebtKind.Post && end is Settlement.GivenUp ? new Settlement.Closed("Refused.") : end, Stop));
            }
            return debts.Count;
        }
    }

    private static Article Report(string source, int story = 0) =>
        Make.Article($"Report {story} of {source}", $"{Text(story)} So says {source}.", place: $"{source}/{story}") with { Source = source };

    // Thirty words that no other story has.
    private static string Text(int story) => string.Join(' ', Enumerable.Range(0, 30).Select(word => $"{Letters(story)}{Letters(word)}"));

    private static string Letters(int number) => $"{"bdfgklmnprst"[number / 5 % 12]}{"aeiou"[number % 5]}";

    private static Harvested Harvested(ChannelRef[] channels, Article article) => new(new Found.Item(article.Place, "1", new(article.Place, article.Content)), article, channels);

    private Task<StoreReport> StoreAsync(ChannelRef[] channels, params Article[] articles) => Store.StoreForAsync(channels, articles);

    private async Task SettleAsync(Settlement settlement)
    {
        foreach (var debt in await LeaseAsync()) Assert.True(await Store.Outbox.SettleAsync("a", debt, settlement, Stop));
    }

    private async Task<Debt> FoldAsync() =>
        (await Store.Bundles.FoldAsync("a", Assert.Single(await LeaseAsync()), DebtKind.RoundUp, "round-up", Stop))!;

    private Task<IReadOnlyList<Debt>> LeaseAsync(int most = 10) => Store.Outbox.LeaseAsync("a", "local", most, TimeSpan.FromMinutes(30), Stop);
}
