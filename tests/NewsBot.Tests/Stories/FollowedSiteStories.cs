using System.Text.Json.Nodes;
using NewsBot.Core.Commands;
using NewsBot.Core.Sources;

namespace NewsBot.Tests.Stories;

/// <summary>The whole way of a site's article: from the address that a moderator typed to the room that follows it.</summary>
public sealed class FollowedSiteStories : IAsyncLifetime
{
    private readonly BotHome _home = new("""[ { "Name": "garden", "Follows": [ "everything" ] } ]""");
    private NewsSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await NewsSite.StartAsync();
        _site.Page("/", """<html lang="en"><head><title>Gazette</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body></body></html>""");
        _site.Feed("/feed", 9, 8, 7);
        _home.Change("Sources", "Allow", new JsonArray("127.0.0.1"));
        _home.Change("Sources", "Spacing", "00:00:00");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _home.Dispose();
    }

    private static Task<string> Ask(RunningBot bot, string line) => bot.AskAsync(line, Role.Moderator, "garden");

    [Fact]
    public async Task I_add_a_site_by_its_address_and_what_it_publishes_next_is_posted_once_also_after_a_restart()
    {
        await using (var bot = await RunningBot.StartAsync(_home))
        {
            var button = Assert.Single((await bot.SayAsync($"source add {_site.Host}", Role.Moderator, "garden")).Cards[0].Buttons);
            await Ask(bot, button.Line!);
            await Until(async () => (await Ask(bot, "source list")).Contains("articles: 3", StringComparison.Ordinal));
            Assert.Contains("Harbour story 9", await Ask(bot, "latest"), StringComparison.Ordinal);
            Assert.Empty(await bot.PostsAsync("garden"));

            _site.Feed("/feed", 10, 9, 8, 7);
            await AskedNow(bot);
            Assert.Contains("Harbour story 10", Assert.Single(await bot.PostsAsync("garden", 1)), StringComparison.Ordinal);
            Assert.Contains("articles: 4", await Ask(bot, "source list"), StringComparison.Ordinal);
        }
        var questions = _site.Asked.Count;
        await using var again = await RunningBot.StartAsync(_home);
        Assert.Single(await again.PostsAsync("garden", 2, patience: TimeSpan.FromSeconds(2)));
        Assert.Equal(questions, _site.Asked.Count);
        await AskedNow(again);
        Assert.Single(await again.PostsAsync("garden", 2, patience: TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task A_source_that_fails_says_so_in_status_since_when_why_and_when_it_is_tried_next()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        var button = Assert.Single((await bot.SayAsync($"source add {_site.Host}", Role.Moderator, "garden")).Cards[0].Buttons);
        await Ask(bot, button.Line!);
        await Until(async () => (await Ask(bot, "source list")).Contains("articles: 3", StringComparison.Ordinal));
        Assert.Contains("Feeds and pages: 1, failing: 0, paused: 0", await bot.AskAsync("status", Role.Operator, "garden"), StringComparison.Ordinal);

        _site.Gone("/feed");
        await AskedNow(bot);
        await Until(async () => (await Ask(bot, "source list")).Contains("failing since", StringComparison.Ordinal));
        var status = await bot.AskAsync("status", Role.Operator, "garden");
        Assert.Contains("Feeds and pages: 1, failing: 1, paused: 0", status, StringComparison.Ordinal);
        Assert.Matches("harbour-gazette \\(Harbour Gazette\\): failing since .*: There is nothing at that address \\(status 404\\); next try .* from now", status);
        Assert.Single(await bot.Get<IWebSources>().AllAsync(TestContext.Current.CancellationToken));

        _site.Feed("/feed", 9, 8, 7);
        await AskedNow(bot);
        await Until(async () => (await bot.AskAsync("status", Role.Operator, "garden")).Contains("failing: 0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_without_a_feed_is_followed_by_its_page_and_a_new_headline_is_posted_with_its_articles_text()
    {
        _site.Gone("/feed");
        _site.Page("/", List(3, 2, 1, 0));
        for (var i = 0; i < 5; i++) _site.Page($"/news/harbour-story-{i}", Article(i));
        await using var bot = await RunningBot.StartAsync(_home);
        var card = (await bot.SayAsync($"source add {_site.Host}", Role.Moderator, "garden")).Cards[0];
        Assert.Contains("The site has no feed", card.Fields[^1].Value.ToString(), StringComparison.Ordinal);
        await Ask(bot, Assert.Single(card.Buttons).Line!);
        await Until(async () => (await Ask(bot, "source list")).Contains("articles: 4", StringComparison.Ordinal));

        _site.Page("/", List(4, 3, 2, 1, 0));
        await AskedNow(bot, "harbour-news");
        var post = Assert.Single(await bot.PostsAsync("garden", 1));
        Assert.Contains("Story number 4 about the harbour", post, StringComparison.Ordinal);
        Assert.Contains("sailed from pier 4", post, StringComparison.Ordinal);
    }

    private static string List(params int[] numbers) =>
        $"<html lang=en><head><title>Harbour News</title></head><body>{string.Concat(numbers.Select(number => $"<h2><a href='/news/harbour-story-{number}'>Story number {number} about the harbour</a></h2>"))}</body></html>";

    private static string Article(int number) => $"""
        <html lang="en"><head><title>Story number {number} about the harbour</title></head><body><article><h1>Story number {number} about the harbour</h1>
        {string.Concat(Enumerable.Range(1, 8).Select(part => $"<p>The ferry of the harbour story sailed from pier {number} on trip {part}, and forty people on board waved to the lighthouse keeper for a long while.</p>"))}
        </article></body></html>
        """;

    // Whoever resumes a source wants to see it asked.
    private static async Task AskedNow(RunningBot bot, string source = "harbour-gazette")
    {
        await Ask(bot, $"source pause {source}");
        await Ask(bot, $"source resume {source}");
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 300 && !await holds(); i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(await holds());
    }
}
