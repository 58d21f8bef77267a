using System.Text.Json.Nodes;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Tests.Stories;

/// <summary>What was said can be corrected and taken back, through the whole host.</summary>
public sealed class CorrectionStories : IDisposable
{
    private const string Ferry = "Link: https://example.org/ferry\n\nFerry returns on Monday\n\nThe blue ferry sails again with 40 seats, the harbour office says.\n";

    private const string Boat = "A boat is found\n\nThe old boat with 30 seats lies in the harbour of the lower town.\n";

    private readonly BotHome _home = new();
    private int _written;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public CorrectionStories() => Write(Ferry);

    public void Dispose() => _home.Dispose();

    // A file that is as long as it was and as old as it was is not read again, so each is a minute younger than the one before.
    private void Write(string text, string name = "ferry.txt")
    {
        var path = Path.Combine(_home.Seeds, name);
        File.WriteAllText(path + "~", text);
        File.SetLastWriteTimeUtc(path + "~", new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(_written++));
        File.Move(path + "~", path, overwrite: true);
    }

    [Fact]
    public async Task A_changed_file_changes_its_post_once_and_the_post_says_when()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 1);
        Write(Ferry.Replace("Monday", "Tuesday", StringComparison.Ordinal).Replace("40", "14", StringComparison.Ordinal));
        var post = await ShownAsync(bot, text => text.Contains("Tuesday", StringComparison.Ordinal));
        Assert.Contains("14 seats", post, StringComparison.Ordinal);
        Assert.Matches(@"Corrected \d\d:\d\d", post);
        await SettledAsync(bot);
        Assert.Equal((1, 1), (await ChangesAsync(bot), (await bot.PostsAsync("front-page")).Count));
    }

    [Fact]
    public async Task White_space_and_quotation_marks_change_nothing()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 1);
        Write(Ferry.Replace("The blue ferry", "The  “blue”  ferry", StringComparison.Ordinal) + "\n\n");
        await Until(async () => (await bot.AskAsync($"read {await IdAsync(bot)}")).Contains("“blue”", StringComparison.Ordinal));
        await SettledAsync(bot);
        Assert.Equal(0, await ChangesAsync(bot));
        Assert.DoesNotContain("Corrected", (await bot.PostsAsync("front-page"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_is_mended_without_a_word_and_an_earlier_note_stays()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 1);
        Write(Ferry.Replace("harbour", "harbuor", StringComparison.Ordinal));
        Assert.DoesNotContain("Corrected", await ShownAsync(bot, text => text.Contains("harbuor", StringComparison.Ordinal)), StringComparison.Ordinal);
        Write(Ferry.Replace("harbour", "harbuor", StringComparison.Ordinal).Replace("40", "14", StringComparison.Ordinal));
        Assert.Contains("Corrected", await ShownAsync(bot, text => text.Contains("14 seats", StringComparison.Ordinal)), StringComparison.Ordinal);
        Write(Ferry.Replace("40", "14", StringComparison.Ordinal));
        Assert.Contains("Corrected", await ShownAsync(bot, text => text.Contains("harbour", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_and_changes_back_while_the_bot_is_away_costs_no_edit()
    {
        await using (var bot = await RunningBot.StartAsync(_home)) await bot.PostsAsync("front-page", 1);
        await using (var bot = await RunningBot.StartAsync(_home))
        {
            await bot.Get<ISubscriptions>().SaveAsync(await bot.Get<ISubscriptions>().FindAsync(new("local", "front-page"), Stop) with { PausedAt = DateTimeOffset.UnixEpoch }, Stop);
            Write(Ferry.Replace("40", "14", StringComparison.Ordinal));
            await Until(async () => (await bot.AskAsync($"read {await IdAsync(bot)}")).Contains("14", StringComparison.Ordinal));
        }
        Write(Ferry);
        await using var again = await RunningBot.StartAsync(_home);
        await Until(async () => (await again.AskAsync($"read {await IdAsync(again)}")).Contains("40", StringComparison.Ordinal));
        await again.SayAsync("resume", Role.Moderator);
        await SettledAsync(again);
        Assert.Equal(0, await ChangesAsync(again));
    }

    [Fact]
    public async Task What_changed_before_a_restart_is_edited_after_it_and_only_once()
    {
        await using (var bot = await RunningBot.StartAsync(_home))
        {
            await bot.PostsAsync("front-page", 1);
            await bot.SayAsync("pause", Role.Moderator);
            Write(Ferry.Replace("40", "14", StringComparison.Ordinal));
            await Until(async () => await bot.Get<IOutbox>().OwedAsync(new("local", "front-page"), Stop) == 1);
        }
        await using var again = await RunningBot.StartAsync(_home);
        await again.SayAsync("resume", Role.Moderator);
        Assert.Contains("14 seats", await ShownAsync(again, text => text.Contains("Corrected", StringComparison.Ordinal)), StringComparison.Ordinal);
        await SettledAsync(again);
        Assert.Equal(1, await ChangesAsync(again));
    }

    [Fact]
    public async Task What_waits_is_simply_posted_in_its_new_words()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 1);
        await bot.SayAsync("pause", Role.Moderator);
        Write(Boat, "boat.txt");
        await Until(async () => await bot.Get<IOutbox>().OwedAsync(new("local", "front-page"), Stop) == 1);
        Write(Boat.Replace("30", "14", StringComparison.Ordinal), "boat.txt");
        await Until(async () => (await bot.AskAsync($"read {await IdAsync(bot)}")).Contains("14", StringComparison.Ordinal));
        await bot.SayAsync("resume", Role.Moderator);
        var post = await ShownAsync(bot, text => text.Contains("14 seats", StringComparison.Ordinal));
        Assert.DoesNotContain("Corrected", post, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_somebody_deleted_is_left_alone_and_nobody_is_told_of_a_failure()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 1);
        var entry = (await bot.Get<IRoomBook>().AfterAsync("front-page", 0, 1, Stop))[0];
        await bot.Get<IRoomBook>().RemoveAsync("front-page", entry.Number, Stop);
        Write(Ferry.Replace("40", "14", StringComparison.Ordinal));
        await Until(async () => (await bot.AskAsync($"read {await IdAsync(bot)}")).Contains("14", StringComparison.Ordinal));
        var state = await SettledAsync(bot);
        Assert.Equal((0, 0, 0), (state.GivenUp, state.Left, state.Failing));
        Assert.Empty(state.LastProblems);
        Assert.Empty(await bot.PostsAsync("front-page"));
    }

    [Fact]
    public async Task The_newsroom_takes_an_article_back_everywhere_and_may_bring_it_back()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 1);
        var asked = await bot.SayAsync("withdraw https://example.org/ferry?utm_source=chat", Role.Moderator);
        Assert.Contains("in every channel?", RunningBot.Text(asked), StringComparison.Ordinal);
        Assert.Single(await bot.PostsAsync("front-page"));
        await bot.SayAsync(asked.Cards[0].Buttons[0].Line!, Role.Moderator);
        await SettledAsync(bot);
        Assert.Empty(await bot.PostsAsync("front-page"));
        Assert.DoesNotContain("Ferry", await bot.AskAsync("latest"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry returns", await bot.AskAsync("search ferry"), StringComparison.Ordinal);

        // Its source shows it again, changed even: it stays withdrawn.
        Write(Ferry.Replace("40", "14", StringComparison.Ordinal));
        await bot.SayAsync("reload", Role.Operator);
        await Until(async () => (await bot.AskAsync("withdraw https://example.org/ferry", Role.Moderator)).Contains("withdrawn already", StringComparison.Ordinal));
        await Task.Delay(500, Stop);
        Assert.Empty(await bot.PostsAsync("front-page"));
        Assert.DoesNotContain("Ferry returns", await bot.AskAsync("search ferry"), StringComparison.Ordinal);

        Assert.Contains("back in the archive", await bot.AskAsync("withdraw Ferry returns on Monday undo", Role.Moderator), StringComparison.Ordinal);
        Assert.Contains("Ferry returns", await bot.AskAsync("latest"), StringComparison.Ordinal);
        Assert.Contains("Ferry", await bot.AskAsync("search ferry"), StringComparison.Ordinal);
        await SettledAsync(bot);
        Assert.Empty(await bot.PostsAsync("front-page"));
    }

    [Fact]
    public async Task A_channels_moderator_takes_an_article_back_in_that_channel_alone()
    {
        _home.Change("Local", "Rooms", JsonNode.Parse("""[ { "Name": "front-page", "Follows": [ "everything" ] }, { "Name": "garden", "Follows": [ "everything" ] } ]""")!);
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 1);
        await bot.PostsAsync("garden", 1);
        Assert.Contains("for moderators", await bot.AskAsync("withdraw Ferry returns on Monday"), StringComparison.Ordinal);
        var guest = new Caller(new("local", "garden"), "guest", Role.Moderator);
        var asked = await bot.Get<ICommandBook>().RunAsync(guest, "withdraw Ferry returns on Monday", Stop);
        Assert.Contains("in this channel?", RunningBot.Text(asked), StringComparison.Ordinal);
        await bot.Get<ICommandBook>().RunAsync(guest, asked.Cards[0].Buttons[0].Line!, Stop);
        await SettledAsync(bot);
        Assert.Empty(await bot.PostsAsync("garden"));
        Assert.Single(await bot.PostsAsync("front-page"));
        Assert.Contains("Ferry", await bot.AskAsync("latest"), StringComparison.Ordinal);
        Assert.Contains("I keep no such article", await bot.AskAsync("withdraw https://example.org/nothing", Role.Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_older_than_corrections_reach_is_left_as_it_was()
    {
        _home.Change("Delivery", "CorrectFor", "00:00:00");
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 1);
        Write(Ferry.Replace("40", "14", StringComparison.Ordinal));
        await Until(async () => (await bot.AskAsync($"read {await IdAsync(bot)}")).Contains("14", StringComparison.Ordinal));
        await SettledAsync(bot);
        Assert.Equal(0, await ChangesAsync(bot));
    }

    private static async Task<string> IdAsync(RunningBot bot) => (await bot.Get<Core.Articles.IArchive>().LatestAsync(new(), Stop))[0].Id.Value;

    private static Task<long> ChangesAsync(RunningBot bot) => bot.Get<IRoomBook>().LastChangeAsync("front-page", Stop);

    private static async Task<string> ShownAsync(RunningBot bot, Func<string, bool> what)
    {
        for (var i = 0; i < 600; i++)
        {
            if ((await bot.PostsAsync("front-page")).FirstOrDefault(what) is { } post) return post;
            await Task.Delay(50, Stop);
        }
        throw new TimeoutException(string.Join('\n', await bot.PostsAsync("front-page")));
    }

    private static async Task<OutboxState> SettledAsync(RunningBot bot)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await bot.Get<IOutbox>().StateAsync(Stop) is { Owed: 0 } state) return state;
            await Task.Delay(50, Stop);
        }
        throw new TimeoutException($"{await bot.Get<IOutbox>().StateAsync(Stop)}");
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await isSo()) return;
            await Task.Delay(50, Stop);
        }
        Assert.Fail("It did not become so in half a minute.");
    }
}
