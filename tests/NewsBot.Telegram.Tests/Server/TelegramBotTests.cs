using global::Telegram.Bot;
using global::Telegram.Bot.Types.Enums;
using global::Telegram.Bot.Types.ReplyMarkups;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

/// <summary>The server as Telegram.Bot, which NewsBot is built on, sees it.</summary>
public sealed class TelegramBotTests
{
    [Fact]
    public async Task It_logs_in()
    {
        await using var desk = await Desk.OpenAsync();

        var me = await desk.Client.GetMe(Desk.Stop);

        Assert.Equal((123456, "news_bot", true), (me.Id, me.Username, me.IsBot));
    }

    [Fact]
    public async Task It_polls_answers_and_answers_a_press()
    {
        await using var desk = await Desk.OpenAsync();
        var typed = desk.Ann.Types(desk.Chat, "/latest belarus 5");

        var update = Assert.Single(await desk.Client.GetUpdates(0, timeout: 5, cancellationToken: Desk.Stop));
        Assert.Equal("/latest belarus 5", update.Message!.Text);
        Assert.Equal(MessageEntityType.BotCommand, update.Message.Entities![0].Type);
        await desk.Client.SendMessage(update.Message.Chat, "<b>One</b> &amp; two", ParseMode.Html, replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("More", "more:1")), cancellationToken: Desk.Stop);

        var answer = await typed.AnswerAsync(Desk.Stop);
        Assert.Equal("One & two", answer.Text);
        Assert.Equal(new TextEntity("bold", 0, 3), Assert.Single(answer.Entities));
        var press = desk.Ann.Presses(answer, "More");
        var pressed = Assert.Single(await desk.Client.GetUpdates(update.Id + 1, timeout: 5, cancellationToken: Desk.Stop)).CallbackQuery!;
        Assert.Equal("more:1", pressed.Data);
        await desk.Client.EditMessageText(pressed.Message!.Chat, pressed.Message.Id, "Page 2", cancellationToken: Desk.Stop);
        await desk.Client.AnswerCallbackQuery(pressed.Id, "Here", cancellationToken: Desk.Stop);
        Assert.Equal("Here", (await press.AnswerAsync(Desk.Stop)).Text);
        Assert.Equal("Page 2", answer.Text);
        Assert.Empty(answer.Buttons);
    }
}
