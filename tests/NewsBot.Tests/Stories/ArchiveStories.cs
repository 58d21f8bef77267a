namespace NewsBot.Tests.Stories;

/// <summary>A reader who looks back.</summary>
public sealed class ArchiveStories : IDisposable
{
    private readonly BotHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task I_see_what_happened_on_this_day_in_earlier_years()
    {
        for (var year = 2010; year <= 2025; year++) _home.Write($"{year}.txt", $"Harvest of {year}\n\n3 September {year}, 09:00\n\nThe harvest of the year {year} was brought in early.\n");
        _home.Write("other.txt", "Another day\n\n4 September 2024, 09:00\n\nNothing of note was brought in.\n");
        await using var bot = await RunningBot.StartAsync(_home);
        await bot.PostsAsync("front-page", 17);

        var first = await bot.SayAsync("onthisday 2026-09-03");
        Assert.Contains("3 September in earlier years", RunningBot.Text(first), StringComparison.Ordinal);
        Assert.Contains("1. Harvest of 2025", RunningBot.Text(first), StringComparison.Ordinal);
        Assert.Contains("5. Harvest of 2021", RunningBot.Text(first), StringComparison.Ordinal);
        Assert.DoesNotContain("Another day", RunningBot.Text(first), StringComparison.Ordinal);
        var second = await bot.SayAsync(first.Cards[0].Buttons[^1].Line!);
        Assert.True(second.ReplacesCard);
        Assert.Contains("6. Harvest of 2020", RunningBot.Text(second), StringComparison.Ordinal);
        Assert.Contains("Harvest of 2018", await bot.AskAsync("onthisday 2019-09-03"), StringComparison.Ordinal);
        Assert.Contains("nothing of this day", await bot.AskAsync("onthisday 2026-02-28"), StringComparison.Ordinal);
        Assert.Contains("is a day such as 2026-09-03", await bot.AskAsync("onthisday tomorrow"), StringComparison.Ordinal);
    }
}
