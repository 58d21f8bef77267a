using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Tests.Stories;

namespace NewsBot.Tests.Words;

/// <summary>The running bot in each of its languages: nothing is cut on the narrowest platform, and no English is left between the words.</summary>
public sealed class EveryLanguageTests
{
    // The least of what Discord, Telegram and the page can show; see their CardLimits.
    private static readonly CardLimits Narrow = new(Title: 240, Body: 2600, Fields: 10, FieldName: 100, FieldValue: 700, Footer: 300, Total: 3900, Buttons: 12, ButtonLabel: 40);

    private static readonly string[] Lines =
    [
        "help", "about", "latest", "search lake", "search lang:xx", "topics", "support", "settings", "settings language", "settings quiet 25", "settings digest soon", "settings zone Nowhere",
        "subscribe", "subscribe everything", "unsubscribe everything", "pause", "resume", "status", "owed", "why nothing", "withdraw nothing", "source list", "source remove nothing", "topic add garden any: garden",
        "topic test any: lake", "topic edit garden", "topic remove garden", "route list", "outlet show", "digest preview", "onthisday", "reload", "nonsense", "latest 99", "read",
    ];

    [Theory]
    [MemberData(nameof(CatalogueFiles.Languages), MemberType = typeof(CatalogueFiles))]
    public async Task Nothing_is_cut_on_the_narrowest_platform(Language language)
    {
        using var home = new BotHome();
        await using var bot = await RunningBot.StartAsync(home);
        await bot.SayAsync($"settings language {language.Code()}", Role.Moderator);
        foreach (var line in Lines)
            foreach (var card in (await bot.SayAsync(line, Role.Operator)).Cards)
            {
                var fitted = CardFitter.Fit(card, Narrow);
                Assert.Equal(card.Buttons.Select(button => button.Label), fitted.Buttons.Select(button => button.Label));
                Assert.Equal(card.Fields.Select(field => $"{field.Name}: {field.Value}"), fitted.Fields.Select(field => $"{field.Name}: {field.Value}"));
                Assert.Equal((card.Title, card.Body.ToString(), card.Footer), (fitted.Title, fitted.Body.ToString(), fitted.Footer));
            }
    }

    [Theory]
    [MemberData(nameof(CatalogueFiles.Languages), MemberType = typeof(CatalogueFiles))]
    public async Task What_the_bot_says_is_in_the_channel_s_language(Language language)
    {
        using var home = new BotHome();
        await using var bot = await RunningBot.StartAsync(home);
        var english = await bot.AskAsync("about");
        await bot.SayAsync($"settings language {language.OwnName()}", Role.Moderator);
        Assert.NotEqual(english, await bot.AskAsync("about"));
        Assert.Contains(language.OwnName(), await bot.AskAsync("settings", Role.Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_nobody_has_set_speaks_as_the_platform_says_and_keeps_it()
    {
        using var home = new BotHome();
        await using var bot = await RunningBot.StartAsync(home);
        var german = new Caller(new("local", "neuer-raum"), "tester", Role.Moderator, IsNewsroom: true) { Speaks = Language.German };
        var book = bot.Get<ICommandBook>();
        var about = RunningBot.Text(await book.RunAsync(german, "about", TestContext.Current.CancellationToken));
        Assert.Equal(new Phrase(RunningBot.Text(await book.RunAsync(german with { Speaks = Language.English }, "about", TestContext.Current.CancellationToken)).Split('\n')[^1]).In(Language.German), about.Split('\n')[^1]);
        await book.RunAsync(german, "subscribe everything", TestContext.Current.CancellationToken);
        Assert.Equal(about, RunningBot.Text(await book.RunAsync(german with { Speaks = Language.English }, "about", TestContext.Current.CancellationToken)));
    }
}
