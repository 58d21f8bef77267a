using NewsBot.Core.Commands;

namespace NewsBot.Tests.Stories;

/// <summary>What those who look after a channel do.</summary>
public sealed class ModeratorStories : IDisposable
{
    private const string Room = "garden";

    private readonly BotHome _home = new("""[ { "Name": "garden", "Follows": [] } ]""");

    public ModeratorStories()
    {
        _home.Write("a.txt", "Roses bloom early\n\n1 September 2026, 10:00\n\nThe roses in the botanical garden bloom three weeks early this year.\n");
        _home.Write("b.txt", "Tulips planted\n\n2 September 2026, 10:00\n\nGardeners planted ten thousand tulips along the river.\n");
        _home.Write("c.txt", "Tram line extended\n\n3 September 2026, 10:00\n\nThe tram now reaches the southern suburb.\n");
    }

    public void Dispose() => _home.Dispose();

    private static Task<string> Ask(RunningBot bot, string line) => bot.AskAsync(line, Role.Moderator, Room);

    [Fact]
    public async Task A_new_follower_gets_one_sample_and_no_history_and_then_what_is_new()
    {
        await using var bot = await Started();
        Assert.Contains("Added the topic Flowers", await Ask(bot, "topic add flowers roses, tulip* title: Flowers"), StringComparison.Ordinal);
        Assert.Contains("now follows Flowers", await Ask(bot, "subscribe flowers"), StringComparison.Ordinal);
        var sample = Assert.Single(await bot.PostsAsync(Room, 1));
        Assert.Contains("Tulips planted", sample, StringComparison.Ordinal);
        Assert.Contains("The newest article of what you follow now", sample, StringComparison.Ordinal);

        _home.Write("d.txt", "Roses sold out\n\nEvery nursery in town has run out of roses.\n");
        _home.Write("e.txt", "New trams ordered\n\nThe city has ordered new trams.\n");
        var posts = await bot.PostsAsync(Room, 2);
        Assert.Equal(2, posts.Count);
        Assert.Contains("Roses sold out", posts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_try_a_rule_before_I_add_it()
    {
        await using var bot = await Started();
        var tried = await Ask(bot, "topic test roses, tulips none: river");
        Assert.Contains("1 of the last 3 articles match", tried, StringComparison.Ordinal);
        Assert.Contains("because of: roses", tried, StringComparison.Ordinal);
        Assert.Contains("None of the last 3 articles", await Ask(bot, "topic test zeppelins"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_changes_to_topics_survive_a_restart_and_win_over_the_settings_file()
    {
        await using (var bot = await Started())
        {
            await Ask(bot, "topic edit belarus roses title: My Belarus");
            Assert.Contains("Remove the topic Culture?", await Ask(bot, "topic remove culture"), StringComparison.Ordinal);
            await Ask(bot, "topic remove culture sure:yes");
        }
        await using var again = await Started();
        var topics = await Ask(again, "topics");
        Assert.Contains("My Belarus (belarus)", topics, StringComparison.Ordinal);
        Assert.DoesNotContain("culture", topics, StringComparison.Ordinal);
        Assert.Contains("Roses bloom early", await Ask(again, "latest belarus"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_pause_and_what_waited_comes_when_I_resume()
    {
        await using var bot = await Started();
        await Ask(bot, "subscribe everything");
        await bot.PostsAsync(Room, 1);
        Assert.Contains("Paused", await Ask(bot, "pause"), StringComparison.Ordinal);
        _home.Write("d.txt", "Fog over the valley\n\nDrivers are asked to slow down.\n");
        await Until(async () => (await bot.AskAsync("latest", room: Room)).Contains("Fog over the valley", StringComparison.Ordinal));
        Assert.Single(await bot.PostsAsync(Room));
        Assert.Contains("1 post waited", await Ask(bot, "resume"), StringComparison.Ordinal);
        Assert.Equal(2, (await bot.PostsAsync(Room, 2)).Count);
    }

    [Fact]
    public async Task I_can_have_the_bot_speak_Ukrainian_in_my_zone_and_briefly()
    {
        await using var bot = await Started();
        Assert.Contains("Українська", await Ask(bot, "settings language uk"), StringComparison.Ordinal);
        Assert.Contains("Europe/Kyiv", await Ask(bot, "settings zone Europe/Kyiv"), StringComparison.Ordinal);
        await Ask(bot, "settings style compact");
        await Ask(bot, "subscribe everything");
        var sample = Assert.Single(await bot.PostsAsync(Room, 1));
        Assert.Contains("13:00", sample, StringComparison.Ordinal);
        Assert.DoesNotContain("southern suburb", sample, StringComparison.Ordinal);
        Assert.Contains("Останні новини", await Ask(bot, "latest"), StringComparison.Ordinal);
        Assert.Contains("невідомий часовий пояс", await Ask(bot, "settings zone Mars/North"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_offers_only_what_I_may_do_and_the_topics_there_are()
    {
        await using var bot = await Started();
        async Task<string[]> Complete(string line, Role role) =>
            (await bot.Get<ICommandBook>().CompleteAsync(new(new("local", Room), "tester", role, IsNewsroom: true), line, TestContext.Current.CancellationToken)).Select(completion => completion.Line).ToArray();
        Assert.DoesNotContain("/subscribe", await Complete("/", Role.Reader));
        Assert.Equal(["/subscribe"], await Complete("/subs", Role.Moderator));
        Assert.Equal(["/latest belarus"], await Complete("/latest bel", Role.Reader));
        Assert.Equal(["/subscribe everything", "/subscribe economy"], await Complete("/subscribe e", Role.Moderator));
        Assert.Contains("/topic add", await Complete("/topic", Role.Moderator));
        Assert.Equal(["/read " + (await bot.SayAsync("latest", room: Room)).Cards[0].Buttons[0].Line![5..]], await Complete("/read tram", Role.Reader));
    }

    [Fact]
    public async Task An_operator_sees_which_file_could_not_be_read()
    {
        await File.WriteAllBytesAsync(Path.Combine(_home.Seeds, "broken.txt"), new byte[2000], TestContext.Current.CancellationToken);
        await using var bot = await Started();
        await Until(async () => (await bot.AskAsync("status", Role.Operator)).Contains("broken.txt", StringComparison.Ordinal));
        Assert.Contains("Roses bloom early", await bot.AskAsync("latest"), StringComparison.Ordinal);
    }

    private async Task<RunningBot> Started()
    {
        var bot = await RunningBot.StartAsync(_home);
        await Until(async () => (await bot.AskAsync("latest", room: Room)).Contains("Tram line", StringComparison.Ordinal));
        return bot;
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 300 && !await holds(); i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(await holds());
    }
}
