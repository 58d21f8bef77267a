using System.Text.Json.Nodes;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Tests.Units.Stories;

namespace NewsBot.Tests.Stories;

/// <summary>Two newsrooms tell one story; a channel reads it once.</summary>
public sealed class SameStoryStories : IDisposable
{
    private const string Room = "front-page";
    private const string Words = "The ferry to the island ran aground at dawn on Monday and all forty passengers were brought ashore by the coast guard within two hours of the alarm.";

    private readonly BotHome _home = new("""[ { "Name": "front-page", "Follows": [ "everything" ] }, { "Name": "garden", "Follows": [ "everything" ] } ]""");
    private readonly Clockwork _time = new("2026-11-23T19:00Z");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_story_is_posted_once_and_the_post_names_the_others_until_a_moderator_splits_them()
    {
        Write("north", "Ferry runs aground off the island", Words);
        await using var bot = await RunningBot.StartAsync(_home, _time.Clock);
        await bot.AskAsync("settings stories all", Role.Moderator, "garden");
        await _time.PostsAsync(bot, Room, 1);
        Write("south", "Ferry runs aground near the island", $"{Words} More follows.");
        await _time.UntilAsync(async () => (await bot.PostsAsync(Room))[0].Contains("south.example", StringComparison.Ordinal));
        Assert.Single(await bot.PostsAsync(Room));
        Assert.DoesNotContain("Corrected", (await bot.PostsAsync(Room))[0], StringComparison.Ordinal);
        // A channel that wants each report gets each report.
        Assert.Equal(2, (await bot.PostsAsync("garden")).Count);

        Assert.Contains("“Ferry runs aground off the island” has nearly the same text and is posted here", await bot.AskAsync("why Ferry runs aground near the island", Role.Moderator), StringComparison.Ordinal);
        Assert.Contains("for moderators", await bot.AskAsync("split Ferry runs aground near the island"), StringComparison.Ordinal);
        Assert.Equal("“Ferry runs aground near the island” is a story of its own now. Posts to come: 1.", await bot.AskAsync("split Ferry runs aground near the island", Role.Moderator));
        await _time.PostsAsync(bot, Room, 2);
        await _time.UntilAsync(async () => !(await bot.PostsAsync(Room))[0].Contains("south.example", StringComparison.Ordinal));
        Assert.Equal("“Ferry runs aground near the island” is a story of its own already.", await bot.AskAsync("split Ferry runs aground near the island", Role.Moderator));
        Assert.Contains("I keep no such article", await bot.AskAsync("split Zebra", Role.Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related_articles_are_of_the_same_people_and_places_and_another_story()
    {
        Write("north", "Ferry runs aground off the island", Words);
        Write("south", "Ferry runs aground near the island", $"{Words} More follows.");
        Write("west", "Island votes on a second ferry", "People of the island will vote in May on whether a second ferry should sail in winter, when storms keep them at home for days.");
        Write("east", "Museum opens a hall of clocks", "The town's museum has opened a hall with three hundred clocks that a watchmaker left to it, and all of them strike at noon.");
        await using var bot = await RunningBot.StartAsync(_home, _time.Clock);
        await _time.PostsAsync(bot, Room, 3);
        var id = (await bot.Get<IArchive>().SearchAsync(SearchQuery.Parse("title:votes"), Stop)).Hits[0].Article.Id;
        Assert.Contains(Button.Type("Related", $"related {id}"), (await bot.SayAsync($"read {id}")).Cards[0].Buttons);
        var related = await bot.AskAsync($"related {id}");
        Assert.Contains("Ferry runs aground", related, StringComparison.Ordinal);
        Assert.DoesNotContain("Museum", related, StringComparison.Ordinal);
        var ferry = (await bot.Get<IArchive>().SearchAsync(SearchQuery.Parse("\"off the island\""), Stop)).Hits[0].Article.Id;
        related = await bot.AskAsync($"related {ferry}");
        Assert.Contains("Island votes", related, StringComparison.Ordinal);
        Assert.DoesNotContain("near the island", related, StringComparison.Ordinal);
        var clocks = (await bot.Get<IArchive>().SearchAsync(SearchQuery.Parse("clocks"), Stop)).Hits[0].Article.Id;
        Assert.Equal("Nothing else in the archive is about the same people, places or things.", await bot.AskAsync($"related {clocks}"));
        Assert.Equal("That article is not in the archive.", await bot.AskAsync("related 234567abcdef"));
    }

    /// <summary>The labelled reports, told in the order in which they happened: what adds something is never hidden, and some of it is a reply to the first report.</summary>
    [Fact]
    public async Task What_goes_on_from_a_story_is_posted_as_a_reply_to_it()
    {
        LabelledArticle[] reports = [.. LabelledArticle.Read("tune-en.txt"), .. LabelledArticle.Read("held-en.txt")];
        _home.Change("Sources", "Folders", new JsonArray());
        var time = new Clockwork($"{reports.Min(it => it.Content.Published).AddMinutes(-1):u}");
        await using var bot = await RunningBot.StartAsync(_home, time.Clock);
        var (store, stories) = (bot.Get<Core.Sources.IHarvestStore>(), bot.Get<IStories>());
        var (channel, outbox) = (new ChannelRef("nowhere", "1"), bot.Get<IOutbox>());
        var (replies, wrong) = (0, new List<string>());
        foreach (var (report, number) in reports.OrderBy(it => it.Content.Published).Select((it, number) => (it, number)))
        {
            time.Clock.SetUtcNow(report.Content.Published > time.Clock.GetUtcNow() ? report.Content.Published : time.Clock.GetUtcNow());
            var article = new Article(ArticleId.Of($"{number}"), $"source-{number}", $"{number}", report.Content, Summary.Of(report.Content));
            var kept = await store.StoreAsync(article.Source, [new(new Core.Sources.Found.Item(article.Place, "1", new(article.Place, article.Content)), article, [channel])], Stop);
            if (kept.Owed == 0 && IsFirstOfItsPart(report, reports)) wrong.Add(report.Content.Title);
            foreach (var debt in await outbox.LeaseAsync("test", "nowhere", 10, TimeSpan.FromMinutes(1), Stop))
                await outbox.SettleAsync("test", debt, new Settlement.Paid($"message {number}", "hash"), Stop);
            if (kept.Owed == 1 && await stories.EarlierPostAsync(article.Id, channel, Stop) is { } earlier)
            {
                replies++;
                Assert.StartsWith("message ", earlier, StringComparison.Ordinal);
            }
        }
        Assert.Empty(wrong);
        Assert.InRange(replies, 1, 30);
    }

    private static bool IsFirstOfItsPart(LabelledArticle report, LabelledArticle[] all) =>
        !all.Any(other => other != report && (other.Family, other.Event, other.Part) == (report.Family, report.Event, report.Part) && other.Content.Published <= report.Content.Published);

    private void Write(string host, string title, string body) => _home.Write($"{host}.txt", $"Link: https://{host}.example/ferry\n\n{title}\n\n{body}\n");
}
