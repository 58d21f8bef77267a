using System.Text.Json.Nodes;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Tests.Stories;

/// <summary>A moderator asks why an article was posted or not, and what waits; through the whole host.</summary>
public sealed class WhyStories : IDisposable
{
    private const string Room = "front-page";

    private readonly BotHome _home = new("""[ { "Name": "front-page", "Follows": [ "everything" ] }, { "Name": "garden", "Follows": [] } ]""");
    private readonly Clockwork _time = new("2026-11-23T19:00Z");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task The_story_of_a_post_tells_where_it_was_found_when_it_was_posted_and_corrected()
    {
        Write("Ferry returns on Monday", "https://example.org/ferry", "with 40 seats");
        await using var bot = await RunningBot.StartAsync(_home, _time.Clock);
        await _time.PostsAsync(bot, Room, 1);
        var story = await WhyAsync(bot, "https://example.org/ferry?utm_source=chat");
        Assert.Matches(@"\AFerry returns on Monday\nPosted 19:0\d \(1\)\.", story);
        Assert.Matches(@"19:0\d  Found in ", story);
        Assert.Matches(@"19:0\d  Owed to this channel\n", story);
        Assert.Matches(@"19:0\d  Posted \(1\)", story);
        Assert.Contains("This channel follows: everything", story, StringComparison.Ordinal);

        await _time.JumpAsync("2026-11-23T19:20Z");
        Write("Ferry returns on Monday", "https://example.org/ferry", "with 14 seats", minute: 1);
        await _time.UntilAsync(async () => (await bot.PostsAsync(Room))[0].Contains("Corrected", StringComparison.Ordinal));
        story = await WhyAsync(bot, "Ferry returns on Monday");
        Assert.Matches(@"19:2\d  Changed at its source", story);
        Assert.Matches(@"19:2\d  The post was corrected \(1\)", story);

        // Nothing named: the newest.
        Assert.StartsWith("Ferry returns on Monday", await WhyAsync(bot, ""), StringComparison.Ordinal);
        Assert.Contains("I keep no such article", await WhyAsync(bot, "https://example.org/nothing"), StringComparison.Ordinal);
        Assert.Contains("for moderators", await bot.AskAsync("why Ferry"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_says_for_what_and_until_when_and_a_changed_setting_counts_at_once()
    {
        await using var bot = await RunningBot.StartAsync(_home, _time.Clock);
        await AskAsync(bot, "settings zone Europe/Kyiv");
        await AskAsync(bot, "settings quiet 20:00-07:00");
        Assert.Equal("Nothing waits to be posted here.", await AskAsync(bot, "owed"));
        Write("Fog over the valley");
        Write("Museum opens");
        await OwedAsync(bot, 2);
        Assert.StartsWith("Fog over the valley\nWaits for the end of quiet hours, 24 Nov, 07:00.", await WhyAsync(bot, "Fog over the valley"), StringComparison.Ordinal);
        var owed = await AskAsync(bot, "owed");
        Assert.Equal(1, owed.Split("Waits for the end of quiet hours, 24 Nov, 07:00.").Length - 1);
        Assert.StartsWith("Owed here: 2\n1. ", owed, StringComparison.Ordinal);
        Assert.Matches(@"— owed 21:0\d", owed);

        await AskAsync(bot, "settings digest daily 08:00");
        await AskAsync(bot, "settings quiet off");
        Assert.Contains("Waits for the digest, 24 Nov, 08:00.", await WhyAsync(bot, "Museum opens"), StringComparison.Ordinal);
        await AskAsync(bot, "pause");
        Assert.Matches(@"Waits: a moderator paused this channel 21:\d\d\.", await WhyAsync(bot, "Museum opens"));
        await AskAsync(bot, "resume");
        await _time.JumpAsync("2026-11-24T06:00Z");
        await _time.PostsAsync(bot, Room, 1);
        var story = await WhyAsync(bot, "Museum opens");
        Assert.Matches(@"\AMuseum opens\nPosted in a digest 08:0\d \(1\)\.", story);
        Assert.Contains("Gathered into one card with others (2 in all)", story, StringComparison.Ordinal);
        Assert.Equal("Nothing waits to be posted here.", await AskAsync(bot, "owed"));
    }

    [Fact]
    public async Task What_was_not_posted_names_the_rule_that_held_it_back()
    {
        _home.Change("Topics", "harbour", JsonNode.Parse("""{ "Title": "Harbour", "Any": [ "ferry" ] }""")!);
        Write("Ferry returns on Monday");
        await using var bot = await RunningBot.StartAsync(_home, _time.Clock);
        await _time.PostsAsync(bot, Room, 1);
        Assert.Contains("This channel follows nothing", await WhyAsync(bot, "Ferry returns on Monday", "garden"), StringComparison.Ordinal);
        await bot.AskAsync("topic add roses rose", Role.Moderator, "garden");
        await bot.AskAsync("subscribe roses", Role.Moderator, "garden");
        var story = await WhyAsync(bot, "Ferry returns on Monday", "garden");
        Assert.Contains("This channel follows none of its topics.", story, StringComparison.Ordinal);
        Assert.Contains("Topics: Harbour, because of: ferry", story, StringComparison.Ordinal);
        await _time.JumpAsync("2026-11-23T20:00Z");
        Write("Rose show");
        await _time.PostsAsync(bot, "garden", 1);
        Write("Tram stops");
        await _time.PostsAsync(bot, Room, 3);
        Assert.Contains("It belongs to no topic", await WhyAsync(bot, "Tram stops", "garden"), StringComparison.Ordinal);
        await _time.JumpAsync("2026-11-23T20:30Z");
        await bot.AskAsync("topic add trams tram", Role.Moderator, "garden");
        await bot.AskAsync("subscribe trams", Role.Moderator, "garden");
        Write("Tram starts");
        await _time.PostsAsync(bot, "garden", 3);
        await _time.JumpAsync("2026-11-23T20:40Z");
        Write("Tram crawls");
        await _time.PostsAsync(bot, "garden", 4);
        Assert.Matches(@"\ATram crawls\nPosted 20:4\d", await WhyAsync(bot, "Tram crawls", "garden"));
        await AskAsync(bot, "withdraw sure:yes Rose show");
        await _time.UntilAsync(async () => (await bot.PostsAsync("garden")).All(post => !post.Contains("Rose show", StringComparison.Ordinal)));
        Assert.Matches(@"The post was taken down 20:4\d\.", await WhyAsync(bot, "Rose show", "garden"));
    }

    [Fact]
    public async Task Several_hits_are_offered_as_buttons_and_a_long_lane_comes_in_pages()
    {
        await using var bot = await RunningBot.StartAsync(_home, _time.Clock);
        await AskAsync(bot, "pause");
        for (var i = 0; i < 20; i++) Write($"Harbour report {i:00}");
        await OwedAsync(bot, 20);
        var choice = await bot.SayAsync("why harbour report", Role.Moderator, Room);
        Assert.Equal("Which one do you mean?", RunningBot.Text(choice));
        Assert.Equal(5, choice.Cards[0].Buttons.Count);
        Assert.StartsWith("Harbour report", RunningBot.Text(await bot.SayAsync(choice.Cards[0].Buttons[0].Line!, Role.Moderator, Room)), StringComparison.Ordinal);

        var seen = new List<string>();
        for (Reply? page = await bot.SayAsync("owed", Role.Moderator, Room); page is not null;)
        {
            seen.AddRange(page.Cards[0].Body.ToString().Split('\n').Where(line => line.Contains("Harbour report", StringComparison.Ordinal)).Select(line => line.Split('—')[0].Split(". ")[1].Trim()));
            Assert.StartsWith("why ", page.Cards[0].Buttons[0].Line, StringComparison.Ordinal);
            var more = page.Cards[0].Buttons.FirstOrDefault(button => button.Line!.StartsWith("owed", StringComparison.Ordinal));
            page = more is null ? null : await bot.SayAsync(more.Line!, Role.Moderator, Room);
        }
        Assert.Equal(20, seen.Distinct().Count());
        Assert.Equal(20, seen.Count);
        Assert.Equal("Це все, що тут чекає.", await UkrainianAsync(bot, "owed 9"));
    }

    [Fact]
    public async Task A_long_story_comes_in_pages_that_every_platform_can_show()
    {
        await using var bot = await RunningBot.StartAsync(_home, _time.Clock);
        // A channel of a platform that is not there, so that nobody else posts to it.
        var (channel, outbox) = (new ChannelRef("nowhere", "1"), bot.Get<IOutbox>());
        await bot.Get<ISubscriptions>().SaveAsync(new(channel) { FollowsEverything = true }, Stop);
        Write($"Ferry {new string('x', 200)}");
        await _time.UntilAsync(async () => await outbox.OwedAsync(channel, Stop) == 1);
        for (var i = 0; i < 40; i++)
        {
            var debt = Assert.Single(await outbox.LeaseAsync("other", "nowhere", 1, TimeSpan.FromMinutes(1), Stop));
            // Two in a row end alike, and are told together.
            await outbox.SettleAsync("other", debt, new Settlement.Again(_time.Clock.GetUtcNow(), $"Failure {i / 2:00}: {new string('y', 3000)}"), Stop);
            await _time.RunAsync(1);
        }

        var (failures, pages) = (new HashSet<string>(), 0);
        for (var line = "why"; line is not null; pages++)
        {
            var card = Assert.Single((await bot.Get<ICommandBook>().RunAsync(new(channel, "tester", Role.Moderator), line, Stop)).Cards);
            var text = card.Body.ToString();
            Assert.InRange(text.Length, 1, 3000);
            failures.UnionWith(Enumerable.Range(0, 20).Select(i => $"Failure {i:00}").Where(text.Contains));
            line = card.Buttons.FirstOrDefault(button => button.Line!.StartsWith("why page:", StringComparison.Ordinal))?.Line;
        }
        Assert.Equal((20, 3), (failures.Count, pages));
    }

    [Fact]
    public async Task The_same_text_under_another_link_leads_to_the_article_that_is_kept()
    {
        Write("Ferry returns on Monday", "https://example.org/ferry");
        await using var bot = await RunningBot.StartAsync(_home, _time.Clock);
        await _time.PostsAsync(bot, Room, 1);
        _home.Write("copy.txt", "Link: https://example.net/other-door\n\nFerry returns on Monday\n\nThe town has waited for this: ferry returns on monday, as hoped.\n");
        await _time.UntilAsync(async () => await bot.Get<IDeliveryBook>().CopyAsync(ArticleId.Of("https://example.net/other-door"), Stop) is not null);
        var story = await WhyAsync(bot, "https://example.net/other-door");
        Assert.Contains("the same word for word as this article, which is kept instead", story, StringComparison.Ordinal);
        Assert.Contains("Found once more in ", story, StringComparison.Ordinal);
        Assert.Single(await bot.PostsAsync(Room));
    }

    private static async Task<string> UkrainianAsync(RunningBot bot, string line)
    {
        await AskAsync(bot, "settings language uk");
        return await AskAsync(bot, line);
    }

    private static Task<string> WhyAsync(RunningBot bot, string what, string room = Room) => bot.AskAsync($"why {what}".Trim(), Role.Moderator, room);

    private static Task<string> AskAsync(RunningBot bot, string line) => bot.AskAsync(line, Role.Moderator, Room);

    private Task OwedAsync(RunningBot bot, int count) => _time.UntilAsync(async () => await bot.Get<IOutbox>().OwedAsync(new ChannelRef("local", Room), Stop) == count);

    private void Write(string title, string? link = null, string with = "as hoped", int minute = 0)
    {
        var path = Path.Combine(_home.Seeds, $"{title}.txt");
        var head = link is null ? "" : $"Link: {link}\n\n";
        File.WriteAllText(path + "~", $"{head}{title}\n\nThe town has waited for this: {title.ToLowerInvariant()}, {with}.\n");
        File.SetLastWriteTimeUtc(path + "~", new DateTime(2026, 11, 1, 0, minute, 0, DateTimeKind.Utc));
        File.Move(path + "~", path, overwrite: true);
    }
}
