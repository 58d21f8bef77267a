using NewsBot.Core.Chat;
using NewsBot.Core.Commands;

namespace NewsBot.Tests.Stories;

/// <summary>What a newcomer does on the first day, without any token.</summary>
public sealed class FirstDayStories : IDisposable
{
    private readonly BotHome _home = new();

    public FirstDayStories()
    {
        _home.Write("a.txt", "Minsk market reopens\n\nTraders return after repairs.\n\n3 September 2026, 09:00\n\nThe covered market in Minsk opened its doors again on Thursday. About two hundred traders have signed up.\n");
        _home.Write("b.txt", "Ferry timetable changes\n\nThe last crossing is now at nine.\n\n5 September 2026, 09:00\n\nThe river ferry will run every forty minutes from Monday.\n\nTickets stay at the same price.\n");
        _home.Write("c.txt", "Link: https://example.org/lviv-library\n\nLviv library lends bicycles\n\n7 September 2026, 09:00\n\nReaders of the Lviv city library can borrow bicycles along with books.\n");
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task I_can_start_with_no_token_and_read_the_news()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        var posts = await bot.PostsAsync("front-page", 3);
        Assert.Collection(posts,
            post => Assert.Contains("Minsk market reopens", post, StringComparison.Ordinal),
            post => Assert.Contains("Ferry timetable changes", post, StringComparison.Ordinal),
            post => Assert.Contains("Lviv library lends bicycles", post, StringComparison.Ordinal));
        Assert.Contains("Minsk market reopens", Assert.Single(await bot.PostsAsync("belarus", 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_posts_nothing_twice()
    {
        await using (var bot = await RunningBot.StartAsync(_home)) await bot.PostsAsync("front-page", 3);
        await using var again = await RunningBot.StartAsync(_home);
        await again.PostsAsync("front-page", 4);
        Assert.Equal(3, (await again.PostsAsync("front-page")).Count);
    }

    [Fact]
    public async Task A_new_file_is_posted_and_a_changed_one_is_not_posted_again()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 3);
        await File.WriteAllTextAsync(Path.Combine(_home.Seeds, "d.txt"), "Bridge closed for a week\n\nThe town bridge closes on Monday.\n", TestContext.Current.CancellationToken);
        Assert.Equal(4, (await bot.PostsAsync("front-page", 4)).Count);

        await File.WriteAllTextAsync(Path.Combine(_home.Seeds, "d.txt"), "Bridge closed for two weeks\n\nThe town bridge closes on Monday.\n", TestContext.Current.CancellationToken);
        await Until(async () => (await bot.AskAsync("latest")).Contains("two weeks", StringComparison.Ordinal));
        Assert.DoesNotContain("for a week", await bot.AskAsync("latest 10"), StringComparison.Ordinal);
        Assert.Equal(4, (await bot.PostsAsync("front-page")).Count);
    }

    [Fact]
    public async Task I_can_ask_for_the_latest_search_and_read()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 3);

        var latest = await bot.SayAsync("/latest");
        Assert.StartsWith("1. Lviv library lends bicycles", latest.Cards[0].Body.ToString(), StringComparison.Ordinal);
        Assert.Contains("1. Minsk market reopens", await bot.AskAsync("latest belarus"), StringComparison.Ordinal);

        var found = await bot.SayAsync("search FERRY");
        Assert.Contains(found.Cards[0].Body.Spans, span => span is { Mark: Mark.Hit, Text: "Ferry" or "ferry" });
        Assert.Contains("Nothing found", await bot.AskAsync("search zeppelin"), StringComparison.Ordinal);

        var text = await bot.AskAsync(found.Cards[0].Buttons[0].Line!);
        Assert.Contains("Tickets stay at the same price.", text, StringComparison.Ordinal);
        Assert.Contains("The last crossing is now at nine.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_find_out_how_to_support_the_newsroom()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        var reply = await bot.SayAsync("support");
        Assert.Equal("https://example.org/join", Assert.Single(reply.Cards[0].Buttons).Target);
        Assert.Contains("https://example.org/join", RunningBot.Text(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/latst", "Did you mean 'latest'?")]
    [InlineData("latest belrus", "Did you mean 'belarus'?")]
    [InlineData("topic", "I don't know the command 'topic'.")]
    [InlineData("subscribe belarus", "'subscribe' is for moderators of this channel.")]
    [InlineData("status", "'status' is for those who run this bot.")]
    [InlineData("read me", "An article is named by the 12 letters")]
    [InlineData("read 000000000000", "not in the archive")]
    [InlineData("latest belarus 99", "'count' is a number from 1 to 10.")]
    [InlineData("search", "Please add words")]
    [InlineData("search -cats", "only leaves things out")]
    [InlineData("~nonsense", "This button is too old")]
    [InlineData("", "Type help")]
    public async Task A_wrong_line_gets_a_short_helpful_private_answer(string line, string expected)
    {
        await using var bot = await RunningBot.StartAsync(_home);
        var reply = await bot.SayAsync(line);
        Assert.True(reply.IsPrivate);
        Assert.Contains(expected, RunningBot.Text(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_search_can_be_paged_by_a_button_that_every_platform_can_carry()
    {
        for (var i = 0; i < 7; i++) _home.Write($"p{i}.txt", $"Harbour notice number {i}\n\nThe harbour administration of the lower town publishes its weekly notice {i}.\n");
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 10);
        var first = await bot.SayAsync("search harbour administration of the lower town publishes weekly notice");
        var more = first.Cards[0].Buttons[^1];
        Assert.True(more.Line!.Length <= CommandBook.ButtonBytes);
        var second = await bot.SayAsync(more.Line);
        Assert.True(second.ReplacesCard);
        Assert.StartsWith("6. ", second.Cards[0].Body.ToString(), StringComparison.Ordinal);
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 300 && !await holds(); i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(await holds());
    }
}
