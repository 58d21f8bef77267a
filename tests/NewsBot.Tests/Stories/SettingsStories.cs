using NewsBot.Core.Commands;

namespace NewsBot.Tests.Stories;

/// <summary>What a moderator sets, and what is refused with an example of a right one.</summary>
public sealed class SettingsStories : IDisposable
{
    private readonly BotHome _home = new("""[ { "Name": "desk", "Follows": [] } ]""");

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("settings quiet 22:00-07:00", "(quiet): 22:00-07:00")]
    [InlineData("settings digest daily 08:00", "(digest): daily at 08:00")]
    [InlineData("settings digest пн, ср, пт 18:30", "(digest): mon, wed, fri at 18:30")]
    [InlineData("settings name:digest value:weekly sun 9:00", "(digest): sun at 09:00")]
    [InlineData("settings breaking off", "(breaking): off")]
    [InlineData("settings quiet 22:00-22:00", "such as settings quiet 22:00-07:00")]
    [InlineData("settings quiet 26:00-07:00", "such as settings quiet 22:00-07:00")]
    [InlineData("settings digest 0 8 * * 1", "such as settings digest daily 08:00")]
    [InlineData("settings digest someday 8:00", "digest mon,wed,fri 18:30")]
    [InlineData("settings zone Mars/North", "write one such as Europe/Kyiv")]
    [InlineData("settings colour red", "'name' is one of: language, zone")]
    public async Task Settings_are_taken_or_refused_with_an_example(string line, string expected)
    {
        await using var bot = await RunningBot.StartAsync(_home);
        Assert.Contains(expected, await bot.AskAsync(line, Role.Moderator, "desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_hours_and_digests_are_a_button_away_and_stay_over_a_restart()
    {
        await using (var bot = await RunningBot.StartAsync(_home))
        {
            var shown = await bot.SayAsync("settings", Role.Moderator, "desk");
            foreach (var name in new[] { "quiet", "digest" })
                await bot.SayAsync(shown.Cards[0].Buttons.Single(button => button.Line!.StartsWith($"settings {name}", StringComparison.Ordinal)).Line!, Role.Moderator, "desk");
        }
        await using var again = await RunningBot.StartAsync(_home);
        var text = await again.AskAsync("settings", Role.Moderator, "desk");
        Assert.Contains("22:00-07:00", text, StringComparison.Ordinal);
        Assert.Contains("daily at 08:00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(quiet)", await again.AskAsync("settings quiet off", Role.Moderator, "desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_offers_the_values_of_the_setting_that_was_named()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        async Task<string[]> Complete(string line) =>
            (await bot.Get<ICommandBook>().CompleteAsync(new(new("local", "desk"), "tester", Role.Moderator), line, TestContext.Current.CancellationToken)).Select(completion => completion.Line).ToArray();
        Assert.Equal(["/settings quiet"], await Complete("/settings qui"));
        Assert.Equal(["/settings digest daily 08:00"], await Complete("/settings digest d"));
        Assert.Equal(["/settings name:zone Europe/Kyiv"], await Complete("/settings name:zone Europe/K"));
        Assert.Equal(["/settings silent on", "/settings silent off"], await Complete("/settings silent o"));
    }

    [Fact]
    public async Task Topics_carry_marks_that_everybody_sees()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        Task<string> Ask(string line) => bot.AskAsync(line, Role.Moderator, "desk");
        Assert.Contains("Marked: breaking", await Ask("topic add alerts siren*, raid breaking:on title: Alerts"), StringComparison.Ordinal);
        Assert.Contains("Marked: breaking, sensitive", await Ask("topic edit alerts sensitive:on"), StringComparison.Ordinal);
        Assert.Contains("any: siren*, raid", await Ask("topic edit alerts"), StringComparison.Ordinal);
        Assert.Contains("Alerts (alerts), breaking, sensitive", await Ask("topics"), StringComparison.Ordinal);
        Assert.Contains("Marked: sensitive", await Ask("topic edit alerts siren* breaking: off"), StringComparison.Ordinal);
        Assert.Contains("comes on or off", await Ask("topic edit alerts siren* breaking: maybe"), StringComparison.Ordinal);
    }
}
