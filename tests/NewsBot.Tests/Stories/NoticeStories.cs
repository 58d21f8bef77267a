using System.Text.Json.Nodes;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Tests.Stories;

/// <summary>What moderators hear of without asking: once, and not among the news.</summary>
public sealed class NoticeStories : IDisposable
{
    private readonly BotHome _home = new("""[ { "Name": "desk", "Follows": [ "culture" ] }, { "Name": "mods", "Follows": [] } ]""");
    private readonly Clockwork _time = new("2026-11-02T12:00Z");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_source_that_fails_for_a_day_is_told_once_and_again_only_after_it_was_well()
    {
        var lost = Path.Combine(_home.Folder, "lost");
        _home.Change("Sources", "Folders", JsonNode.Parse("""[ { "Key": "lost", "Path": "lost", "Zone": "UTC", "Every": "00:01:00" } ]""")!);
        await using (var bot = await StartedAsync())
        {
            await _time.JumpAsync("2026-11-02T12:11Z");
            await _time.JumpAsync("2026-11-03T11:30Z");
            await _time.PostsAsync(bot, "mods", 0);
            await _time.JumpAsync("2026-11-03T12:30Z");
            Assert.Contains("The source lost could not be read since 2 Nov, 12:", (await _time.PostsAsync(bot, "mods", 1))[0], StringComparison.Ordinal);
            await _time.JumpAsync("2026-11-05T12:30Z");
            await _time.PostsAsync(bot, "mods", 1);
        }
        await using var again = await StartedAsync();
        await _time.JumpAsync("2026-11-06T12:30Z");
        await _time.PostsAsync(again, "mods", 1);
        Directory.CreateDirectory(lost);
        await _time.JumpAsync("2026-11-06T13:00Z");
        await _time.JumpAsync("2026-11-06T13:20Z");
        Directory.Delete(lost, recursive: true);
        await _time.JumpAsync("2026-11-06T13:40Z");
        await _time.JumpAsync("2026-11-06T13:55Z");
        await _time.JumpAsync("2026-11-08T12:30Z");
        await _time.PostsAsync(again, "mods", 2);
    }

    [Fact]
    public async Task A_channel_to_which_nothing_gets_through_is_told_elsewhere_and_resumed_from_there()
    {
        await using var bot = await StartedAsync();
        var desk = new ChannelRef("local", "desk");
        await bot.Get<ISubscriptions>().PauseAsync(desk, "We were removed.", TestContext.Current.CancellationToken);
        await _time.JumpAsync("2026-11-02T13:00Z");
        Assert.Contains("We were removed.", (await _time.PostsAsync(bot, "mods", 1))[0], StringComparison.Ordinal);
        await _time.JumpAsync("2026-11-02T14:00Z");
        await _time.PostsAsync(bot, "mods", 1);
        Assert.Contains("Going on", await bot.AskAsync("resume local:desk", Role.Moderator, "mods"), StringComparison.Ordinal);
        Assert.Null((await bot.Get<ISubscriptions>().FindAsync(desk, TestContext.Current.CancellationToken)).PausedAt);
    }

    [Fact]
    public async Task A_topic_that_finds_nothing_for_a_month_is_told_once()
    {
        await using var bot = await StartedAsync();
        await _time.JumpAsync("2026-12-01T12:00Z");
        await _time.PostsAsync(bot, "mods", 0);
        await _time.JumpAsync("2026-12-02T12:30Z");
        Assert.Contains("No article has matched the topic Culture since 2 Nov 2026", (await _time.PostsAsync(bot, "mods", 1))[0], StringComparison.Ordinal);
        await _time.JumpAsync("2026-12-20T12:00Z");
        await _time.PostsAsync(bot, "mods", 1);
    }

    [Fact]
    public async Task A_channel_that_follows_news_is_no_place_for_notices()
    {
        await using var bot = await StartedAsync();
        Assert.Contains("must not be a channel that follows news", await bot.AskAsync("settings notices here", Role.Moderator, "desk"), StringComparison.Ordinal);
        Assert.Contains("(notices): mods", await bot.AskAsync("settings notices mods", Role.Moderator, "desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("(notices)", await bot.AskAsync("settings notices off", Role.Moderator, "desk"), StringComparison.Ordinal);
    }

    private async Task<RunningBot> StartedAsync()
    {
        var bot = await RunningBot.StartAsync(_home, _time.Clock);
        await bot.AskAsync("settings notices here", Role.Moderator, "mods");
        await _time.RunAsync(5);
        return bot;
    }
}
