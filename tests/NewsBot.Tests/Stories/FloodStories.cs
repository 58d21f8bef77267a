using System.Text.Json.Nodes;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;

namespace NewsBot.Tests.Stories;

/// <summary>Much at once comes as one card, and nothing of it is lost or said again.</summary>
public sealed class FloodStories : IDisposable
{
    private readonly BotHome _home = new("""[ { "Name": "desk", "Follows": [ "everything" ] } ]""");

    public void Dispose() => _home.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_that_brings_much_at_once_makes_one_card_whose_button_shows_all()
    {
        _home.Change("Delivery", "MostFromSource", 5);
        Write(0, 30);
        await using var bot = await RunningBot.StartAsync(_home);
        var post = Assert.Single(await bot.PostsAsync("desk", 1));
        Assert.Contains("Just in: 30 articles", post, StringComparison.Ordinal);
        Assert.Contains("Notice 0 of the lower town", post, StringComparison.Ordinal);
        Assert.Contains("and 18 more", post, StringComparison.Ordinal);
        await SettledAsync(bot);

        var line = Assert.IsType<JsonArray>(JsonNode.Parse(post)?["buttons"] ?? new JsonArray()).Select(button => (string?)button?["line"]).FirstOrDefault() ?? "latest 10";
        var seen = new HashSet<string>();
        for (string? next = line; next is not null;)
        {
            var shown = await bot.SayAsync(next, room: "desk");
            seen.UnionWith(Enumerable.Range(0, 30).Select(i => $"Notice {i} of").Where(RunningBot.Text(shown).Contains));
            next = shown.Cards[0].Buttons.FirstOrDefault(button => button.Line?.Contains("page:", StringComparison.Ordinal) == true)?.Line;
        }
        Assert.Equal(30, seen.Count);
    }

    [Fact]
    public async Task As_many_as_a_channel_may_get_come_one_by_one()
    {
        _home.Change("Delivery", "MostFromSource", 5);
        Write(0, 5);
        await using var bot = await RunningBot.StartAsync(_home);
        Assert.Equal(5, (await bot.PostsAsync("desk", 5)).Count);
    }

    [Fact]
    public async Task A_channel_that_was_sent_its_share_gets_the_rest_in_one_card_when_ten_minutes_are_over()
    {
        var time = new Clockwork("2026-11-23T12:00:00Z");
        await using var bot = await RunningBot.StartAsync(_home, time.Clock);
        await time.RunAsync(3);
        Assert.Contains("Most posts in ten minutes (most): 2", await bot.AskAsync("settings most 2", Role.Moderator, "desk"), StringComparison.Ordinal);
        Write(0, 2);
        await time.PostsAsync(bot, "desk", 2);
        Write(2, 3);
        await time.RunAsync(90);
        Assert.Equal(2, (await bot.PostsAsync("desk")).Count);
        await time.JumpAsync("2026-11-23T12:14:00Z");
        var posts = await time.PostsAsync(bot, "desk", 3);
        Assert.Contains("Just in: 3 articles", posts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_an_import_and_other_dates_repeat_nothing()
    {
        _home.Change("Delivery", "MostFromSource", 5);
        Write(0, 12);
        await using (var bot = await RunningBot.StartAsync(_home))
        {
            await bot.PostsAsync("desk", 1);
            await SettledAsync(bot);
        }
        // Every file again with another time of writing, and once more under another name.
        for (var i = 0; i < 12; i++)
        {
            Write(i, 1);
            File.SetLastWriteTimeUtc(Path.Combine(_home.Seeds, $"{i:000}.txt"), new(2026, 11, 2, 0, 0, i, DateTimeKind.Utc));
            File.Copy(Path.Combine(_home.Seeds, $"{i:000}.txt"), Path.Combine(_home.Seeds, $"again-{i:000}.txt"));
            File.SetLastWriteTimeUtc(Path.Combine(_home.Seeds, $"again-{i:000}.txt"), new(2026, 11, 2, 0, 0, i, DateTimeKind.Utc));
        }
        await using var again = await RunningBot.StartAsync(_home);
        await Task.Delay(2000, Stop);
        await SettledAsync(again);
        Assert.Single(await again.PostsAsync("desk"));
    }

    [Theory]
    [InlineData("settings most 10", "(most): 10")]
    [InlineData("settings most off", "(most): off")]
    [InlineData("settings most 0", "such as settings most 10")]
    [InlineData("settings most many", "such as settings most 10")]
    public async Task A_moderator_sets_how_much_is_too_much(string line, string expected)
    {
        await using var bot = await RunningBot.StartAsync(_home);
        Assert.Contains(expected, await bot.AskAsync(line, Role.Moderator, "desk"), StringComparison.Ordinal);
    }

    private void Write(int from, int count)
    {
        for (var i = from; i < from + count; i++)
            _home.Write($"{i:000}.txt", $"Notice {i} of the lower town\n\nThe lower town publishes notice {i} about its {new string((char)('a' + i % 26), 4 + i)} bridges.\n");
    }

    private static async Task SettledAsync(RunningBot bot)
    {
        for (var i = 0; i < 300 && await bot.Get<IOutbox>().StateAsync(Stop) is not { Owed: 0 }; i++) await Task.Delay(50, Stop);
        Assert.Equal(0, (await bot.Get<IOutbox>().StateAsync(Stop)).Owed);
    }
}
