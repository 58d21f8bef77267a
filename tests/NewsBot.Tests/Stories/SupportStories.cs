using NewsBot.Core.Commands;

namespace NewsBot.Tests.Stories;

/// <summary>Asking for support, with manners.</summary>
public sealed class SupportStories : IDisposable
{
    private readonly BotHome _home = new();

    public SupportStories() => _home.Change("Support", "EveryPosts", 3);

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Every_third_post_asks_for_support_at_most_and_a_restart_does_not_forget()
    {
        await using (var bot = await RunningBot.StartAsync(_home)) await PostAsync(bot, 0, 2);
        await using var again = await RunningBot.StartAsync(_home);
        await PostAsync(again, 2, 5);
        Assert.Equal("+--+-", Asking(await again.PostsAsync("front-page")));
        Assert.Contains("https://example.org/join", await again.AskAsync("support"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_post_asks_where_that_is_off_and_the_command_still_answers()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.SayAsync("settings support off", Role.Moderator);
        await PostAsync(bot, 0, 2);
        Assert.Equal("--", Asking(await bot.PostsAsync("front-page")));
        Assert.Contains("https://example.org/join", await bot.AskAsync("support"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_under_sensitive_news_and_an_edit_keeps_the_button_as_it_was()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.SayAsync("topic add grief funeral sensitive: on", Role.Operator);
        await WriteAsync(bot, 0, "The funeral is held on Monday in the lower town.");
        await WriteAsync(bot, 1, "The market opens on Monday in the upper town.");
        Assert.Equal("-+", Asking(await bot.PostsAsync("front-page")));
        _home.Write("1.txt", "Notice 1\n\nThe market opens on Wednesday in the upper town.\n");
        for (var i = 0; i < 600 && !(await bot.PostsAsync("front-page"))[1].Contains("Corrected", StringComparison.Ordinal); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Contains("Wednesday", (await bot.PostsAsync("front-page"))[1], StringComparison.Ordinal);
        Assert.Equal("-+", Asking(await bot.PostsAsync("front-page")));
    }

    private async Task PostAsync(RunningBot bot, int from, int to)
    {
        for (var i = from; i < to; i++) await WriteAsync(bot, i, $"The lower town says {new string((char)('a' + i), 9)} about its {i} bridges.");
    }

    private async Task WriteAsync(RunningBot bot, int number, string text)
    {
        _home.Write($"{number}.txt", $"Notice {number}\n\n{text}\n");
        await bot.PostsAsync("front-page", number + 1);
    }

    // A plus for each post that asks.
    private static string Asking(IReadOnlyList<string> posts) => string.Concat(posts.Select(post => post.Contains("\"line\":\"support", StringComparison.Ordinal) ? '+' : '-'));
}
