using NewsBot.Core.Commands;

namespace NewsBot.Tests.Stories;

/// <summary>Quiet hours and digests, lived through with a clock in hand.</summary>
public sealed class NightStories : IDisposable
{
    private const string Room = "desk";

    private readonly BotHome _home = new("""[ { "Name": "desk", "Follows": [] } ]""");
    private readonly Clockwork _time = new("2026-11-23T19:00Z");

    public NightStories() => Write("Tram line extended");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task What_comes_at_night_waits_for_the_morning_and_comes_as_one_card_but_breaking_news_comes_at_once()
    {
        await using var bot = await StartedAsync();
        await Ask(bot, "settings zone Europe/Kyiv");
        await Ask(bot, "settings quiet 22:00-07:00");
        await Ask(bot, "topic add sirens siren* breaking:on title: Sirens");
        await _time.JumpAsync("2026-11-23T21:00Z");

        // Who asks at night is answered at night.
        await Ask(bot, "subscribe everything");
        Assert.Contains("Tram line extended", (await _time.PostsAsync(bot, Room, 1))[0], StringComparison.Ordinal);

        Write("Fog over the valley");
        Write("Museum opens");
        await FoundAsync(bot, "Fog over the valley");
        await FoundAsync(bot, "Museum opens");
        await _time.PostsAsync(bot, Room, 1);
        Write("Siren test announced");
        Assert.Contains("Siren test announced", (await _time.PostsAsync(bot, Room, 2))[1], StringComparison.Ordinal);

        await _time.JumpAsync("2026-11-24T04:58Z");
        await _time.PostsAsync(bot, Room, 2);
        await _time.JumpAsync("2026-11-24T05:00Z");
        var morning = (await _time.PostsAsync(bot, Room, 3))[2];
        Assert.Contains("While it was quiet: 2 articles", morning, StringComparison.Ordinal);
        Assert.Contains("Fog over the valley", morning, StringComparison.Ordinal);

        Write("Library reopens");
        Assert.DoesNotContain("While it was quiet", (await _time.PostsAsync(bot, Room, 4))[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_article_of_the_night_comes_as_itself_and_a_restart_at_night_changes_nothing()
    {
        await using (var bot = await StartedAsync())
        {
            await Ask(bot, "settings quiet 18:00-07:00");
            await Ask(bot, "subscribe everything");
            await _time.PostsAsync(bot, Room, 1);
            Write("Fog over the valley");
            await FoundAsync(bot, "Fog over the valley");
        }
        await using var again = await StartedAsync();
        await _time.PostsAsync(again, Room, 1);
        await _time.JumpAsync("2026-11-24T07:00Z");
        var morning = (await _time.PostsAsync(again, Room, 2))[1];
        Assert.Contains("Fog over the valley", morning, StringComparison.Ordinal);
        Assert.DoesNotContain("While it was quiet", morning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_can_be_seen_before_it_comes_and_comes_once_after_days_without_the_bot()
    {
        await using (var bot = await StartedAsync())
        {
            Assert.Contains("has no digest", await Ask(bot, "digest preview"), StringComparison.Ordinal);
            await Ask(bot, "settings digest daily 08:00");
            await Ask(bot, "subscribe everything");
            await _time.PostsAsync(bot, Room, 1);
            Assert.Contains("Nothing waits", await Ask(bot, "digest preview"), StringComparison.Ordinal);
            Write("Fog over the valley");
            Write("Museum opens");
            await _time.UntilAsync(async () => (await Ask(bot, "digest preview")).Contains("Digest: 2 articles", StringComparison.Ordinal));
            Assert.Contains("Comes Tue 24 Nov, 08:00, UTC", await Ask(bot, "digest preview"), StringComparison.Ordinal);
            await _time.PostsAsync(bot, Room, 1);
        }
        await _time.JumpAsync("2026-11-26T20:00Z");
        await using var again = await StartedAsync();
        Assert.Contains("Digest: 2 articles", (await _time.PostsAsync(again, Room, 2))[1], StringComparison.Ordinal);
        Write("Library reopens");
        Write("Ferry delayed");
        await FoundAsync(again, "Library reopens");
        await FoundAsync(again, "Ferry delayed");
        await _time.PostsAsync(again, Room, 2);
        await _time.JumpAsync("2026-11-27T08:00Z");
        Assert.Contains("Library reopens", (await _time.PostsAsync(again, Room, 3))[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_the_digest_off_brings_what_waited_as_one_card()
    {
        await using var bot = await StartedAsync();
        await Ask(bot, "settings digest weekly sun 9:00");
        await Ask(bot, "subscribe everything");
        await _time.PostsAsync(bot, Room, 1);
        Write("Fog over the valley");
        Write("Museum opens");
        await FoundAsync(bot, "Fog over the valley");
        await FoundAsync(bot, "Museum opens");
        await _time.PostsAsync(bot, Room, 1);
        await Ask(bot, "settings digest off");
        Assert.Contains("While it was quiet: 2 articles", (await _time.PostsAsync(bot, Room, 2))[1], StringComparison.Ordinal);
    }

    private static Task<string> Ask(RunningBot bot, string line) => bot.AskAsync(line, Role.Moderator, Room);

    private void Write(string title) => _home.Write($"{title}.txt", $"{title}\n\nThe town has waited a long time for this: {title.ToLowerInvariant()}, as everybody hoped.\n");

    private Task FoundAsync(RunningBot bot, string title) =>
        _time.UntilAsync(async () => (await bot.AskAsync("latest 10", room: Room)).Contains(title, StringComparison.Ordinal));

    private async Task<RunningBot> StartedAsync()
    {
        var bot = await RunningBot.StartAsync(_home, _time.Clock);
        await FoundAsync(bot, "Tram line extended");
        return bot;
    }
}
