using global::Telegram.Bot;
using global::Telegram.Bot.Exceptions;
using global::Telegram.Bot.Types;
using global::Telegram.Bot.Types.InlineQueryResults;
using global::Telegram.Bot.Types.ReplyMarkups;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

public sealed class InlineAndMenuTests
{
    [Fact]
    public async Task A_question_is_answered_and_a_result_is_posted()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Bot.HasInlineFeedback = true;
        var elsewhere = desk.Server.AddGroup("Elsewhere", desk.Ann);
        var question = desk.Ann.AsksInline("ferry", offset: "50");
        var asked = (await desk.Client.GetUpdates(cancellationToken: Desk.Stop))[^1].InlineQuery!;
        Assert.Equal(("ferry", "50"), (asked.Query, asked.Offset));

        await desk.Client.AnswerInlineQuery(asked.Id, [Article("1")], cacheTime: 60, isPersonal: false, nextOffset: "100", cancellationToken: Desk.Stop);
        var answer = await question.AnswerAsync(Desk.Stop);
        var posted = desk.Ann.Chooses(question, answer.Results[0], elsewhere);

        Assert.Equal(("100", TimeSpan.FromSeconds(60), false), (answer.NextOffset, answer.CacheTime, answer.IsPersonal));
        Assert.Equal(("Ferry 1", desk.Bot, desk.Ann), (posted.Text, posted.Via, posted.From));
        var chosen = (await desk.Client.GetUpdates(cancellationToken: Desk.Stop))[^1].ChosenInlineResult!;
        await desk.Client.EditMessageText(chosen.InlineMessageId!, "Later", cancellationToken: Desk.Stop);
        Assert.Equal("Later", posted.Text);
        desk.Ann.PressesData(posted, "again");
        Assert.Equal(chosen.InlineMessageId, (await desk.Client.GetUpdates(cancellationToken: Desk.Stop))[^1].CallbackQuery!.InlineMessageId);
    }

    [Fact]
    public async Task An_answer_has_at_most_50_results_and_each_once()
    {
        await using var desk = await Desk.OpenAsync();
        var question = desk.Ann.AsksInline("ferry");

        await RefusedAsync("RESULTS_TOO_MUCH", Enumerable.Range(0, 51).Select(n => Article($"{n}")));
        await RefusedAsync("RESULT_ID_DUPLICATE", [Article("1"), Article("1")]);
        await desk.Client.AnswerInlineQuery(question.Id, Enumerable.Range(0, 50).Select(n => Article($"{n}")), cancellationToken: Desk.Stop);
        await RefusedAsync("query is too old and response timeout expired or query ID is invalid", []);
        Assert.Equal(50, (await question.AnswerAsync(Desk.Stop)).Results.Count);

        async Task RefusedAsync(string why, IEnumerable<InlineQueryResult> results) => Assert.Equal($"Bad Request: {why}",
            (await Assert.ThrowsAsync<ApiRequestException>(() => desk.Client.AnswerInlineQuery(question.Id, results, cancellationToken: Desk.Stop))).Message);
    }

    [Fact]
    public async Task The_narrowest_menu_in_the_reader_s_language_is_shown()
    {
        await using var desk = await Desk.OpenAsync();
        var group = desk.Server.AddGroup("Kitchen", desk.Ann).Join(desk.Bot);
        var ben = desk.Server.AddPerson("Ben", languageCode: "de");
        group.Join(ben);
        await SetAsync("everyone");
        await SetAsync("усі", null, "uk");
        await SetAsync("moderators", BotCommandScope.AllChatAdministrators());

        Assert.Equal("усі", Menu(desk.Ann, desk.Chat));
        Assert.Equal("moderators", Menu(desk.Ann, group));
        Assert.Equal("everyone", Menu(ben, group));
        await desk.Client.DeleteMyCommands(BotCommandScope.AllChatAdministrators(), cancellationToken: Desk.Stop);
        Assert.Equal("усі", Menu(desk.Ann, group));
        Assert.Equal("everyone", Assert.Single(await desk.Client.GetMyCommands(cancellationToken: Desk.Stop)).Description);
        Assert.Equal("Bad Request: BOT_COMMAND_INVALID", (await Assert.ThrowsAsync<ApiRequestException>(() => desk.Client.SetMyCommands([new("Latest", "x")], cancellationToken: Desk.Stop))).Message);

        Task SetAsync(string description, BotCommandScope? scope = null, string? language = null) =>
            desk.Client.SetMyCommands([new("latest", description)], scope, language, Desk.Stop);
        string Menu(Person person, ChatRoom room) => Assert.Single(desk.Bot.Profile.MenuFor(person, room)).Description;
    }

    [Fact]
    public async Task A_bot_describes_itself_in_every_language()
    {
        await using var desk = await Desk.OpenAsync();

        await desk.Client.SetMyDescription("News for you", cancellationToken: Desk.Stop);
        await desk.Client.SetMyDescription("Новини", "uk", Desk.Stop);
        await desk.Client.SetMyShortDescription("News", cancellationToken: Desk.Stop);

        Assert.Equal("Новини", (await desk.Client.GetMyDescription("uk", Desk.Stop)).Description);
        Assert.Equal("News for you", (await desk.Client.GetMyDescription("de", Desk.Stop)).Description);
        Assert.Equal("News", desk.Bot.Profile.ShortDescriptions[""]);
    }

    private static InlineQueryResultArticle Article(string id) =>
        new(id, $"Ferry {id}", new InputTextMessageContent($"Ferry {id}")) { ReplyMarkup = new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Again", "again")) };
}
