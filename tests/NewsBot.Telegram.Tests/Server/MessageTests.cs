using global::Telegram.Bot;
using global::Telegram.Bot.Exceptions;
using global::Telegram.Bot.Types;
using global::Telegram.Bot.Types.ReplyMarkups;
using Microsoft.Extensions.Time.Testing;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

/// <summary>Sending, editing and deleting, topics, photos and buttons.</summary>
public sealed class MessageTests
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_message_keeps_what_it_was_sent_with_and_what_it_was()
    {
        await using var desk = await Desk.OpenAsync();
        var asked = desk.Ann.Types(desk.Chat, "/latest");

        var sent = await desk.Client.SendMessage(desk.Chat.Id, "One", replyParameters: asked.Id, disableNotification: true,
            linkPreviewOptions: new LinkPreviewOptions { Url = "https://example.org/1" }, cancellationToken: Desk.Stop);
        await desk.Client.EditMessageText(desk.Chat.Id, sent.Id, "Two", cancellationToken: Desk.Stop);

        var message = await asked.AnswerAsync(Desk.Stop);
        Assert.Equal((asked, true, "Two", true), (message.ReplyTo, message.IsSilent, message.Text, message.IsEdited));
        Assert.Equal(["One", "Two"], message.Versions.Select(it => it.Content.Text!.Text));
        Assert.Equal("https://example.org/1", (string?)message.Versions[0].Content.LinkPreview!["url"]);
        Assert.Equal("sendMessage", desk.Server.Calls.Single(it => it.Number == message.Call).Method);
    }

    [Fact]
    public async Task An_edit_must_change_something_of_its_own()
    {
        await using var desk = await Desk.OpenAsync();
        var typed = desk.Ann.Types(desk.Chat, "mine");
        var sent = await desk.Client.SendMessage(desk.Chat.Id, "One", cancellationToken: Desk.Stop);
        var photo = await desk.Client.SendPhoto(desk.Chat.Id, InputFile.FromStream(new MemoryStream(Picture)), cancellationToken: Desk.Stop);

        await RefusedAsync("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
            () => desk.Client.EditMessageText(desk.Chat.Id, sent.Id, "One", cancellationToken: Desk.Stop));
        await RefusedAsync("message can't be edited", () => desk.Client.EditMessageText(desk.Chat.Id, typed.Id, "yours", cancellationToken: Desk.Stop));
        await RefusedAsync("message to edit not found", () => desk.Client.EditMessageText(desk.Chat.Id, 99, "x", cancellationToken: Desk.Stop));
        await RefusedAsync("there is no text in the message to edit", () => desk.Client.EditMessageText(desk.Chat.Id, photo.Id, "x", cancellationToken: Desk.Stop));
        await RefusedAsync("there is no caption in the message to edit", () => desk.Client.EditMessageCaption(desk.Chat.Id, sent.Id, "x", cancellationToken: Desk.Stop));
        Assert.Equal("x", (await desk.Client.EditMessageCaption(desk.Chat.Id, photo.Id, "x", cancellationToken: Desk.Stop)).Caption);
    }

    [Fact]
    public async Task A_message_can_be_deleted_for_48_hours()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var desk = await Desk.OpenAsync(new() { Clock = clock });
        var old = await desk.Client.SendMessage(desk.Chat.Id, "old", cancellationToken: Desk.Stop);
        clock.Advance(TimeSpan.FromHours(48));
        var fresh = await desk.Client.SendMessage(desk.Chat.Id, "fresh", cancellationToken: Desk.Stop);

        await RefusedAsync("message can't be deleted for everyone", () => desk.Client.DeleteMessage(desk.Chat.Id, old.Id, Desk.Stop));
        await desk.Client.DeleteMessage(desk.Chat.Id, fresh.Id, Desk.Stop);
        await RefusedAsync("message to delete not found", () => desk.Client.DeleteMessage(desk.Chat.Id, fresh.Id, Desk.Stop));
        Assert.Equal(["old"], desk.Chat.FromBots.Select(it => it.Text));
    }

    [Fact]
    public async Task In_a_group_deleting_others_messages_is_a_right()
    {
        await using var desk = await Desk.OpenAsync();
        var group = desk.Server.AddSupergroup("Talk", owner: desk.Ann).Join(desk.Bot, AdminRights.PinMessages);
        var typed = desk.Ann.Types(group, "spam");

        await RefusedAsync("message can't be deleted", () => desk.Client.DeleteMessages(group.Id, [typed.Id], Desk.Stop));
        group.Promote(desk.Bot, AdminRights.DeleteMessages);
        await desk.Client.DeleteMessages(group.Id, [typed.Id, 4711], Desk.Stop);
        Assert.True(typed.IsDeleted);
        await RefusedAsync("not enough rights to manage pinned messages in the chat", () => desk.Client.PinChatMessage(group.Id, typed.Id, cancellationToken: Desk.Stop));
    }

    [Fact]
    public async Task Topics_take_messages_until_they_are_closed_or_deleted()
    {
        await using var desk = await Desk.OpenAsync();
        var forum = desk.Server.AddSupergroup("Forum", isForum: true, owner: desk.Ann).Join(desk.Bot);
        var topic = forum.AddTopic("Belarus");
        var typed = desk.Ann.Types(forum, "/latest", topic.Thread);
        var update = (await desk.Client.GetUpdates(-1, cancellationToken: Desk.Stop))[0].Message!;
        Assert.Equal((topic.Thread, true), (update.MessageThreadId, update.IsTopicMessage));

        await SendAsync(topic.Thread);
        Assert.Equal(topic.Thread, (await typed.AnswerAsync(Desk.Stop)).Thread);
        await RefusedAsync("message thread not found", () => SendAsync(1));
        forum.CloseTopic(topic);
        await RefusedAsync("TOPIC_CLOSED", () => SendAsync(topic.Thread));
        forum.Promote(desk.Bot, AdminRights.ManageTopics);
        await SendAsync(topic.Thread);
        forum.ReopenTopic(topic);
        forum.DeleteTopic(topic);
        await RefusedAsync("message thread not found", () => SendAsync(topic.Thread));
        var mine = await desk.Client.CreateForumTopic(forum.Id, "Mine", cancellationToken: Desk.Stop);
        await SendAsync(mine.MessageThreadId);
        Assert.Equal(["Mine"], forum.Topics.Select(it => it.Name));

        Task SendAsync(int thread) => desk.Client.SendMessage(forum.Id, "x", messageThreadId: thread, cancellationToken: Desk.Stop);
    }

    [Fact]
    public async Task A_private_chat_has_topics_when_the_bot_has_them()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Bot.HasPrivateTopics = true;
        var topic = desk.Chat.AddTopic("Belarus");

        await desk.Client.SendMessage(desk.Chat.Id, "x", messageThreadId: topic.Thread, cancellationToken: Desk.Stop);

        Assert.Equal(topic.Thread, desk.Chat.Messages[^1].Thread);
    }

    [Fact]
    public async Task A_photo_goes_up_once_and_is_then_sent_by_its_id()
    {
        await using var desk = await Desk.OpenAsync(new() { Limits = SendingLimits.None });

        var sent = await desk.Client.SendPhoto(desk.Chat.Id, InputFile.FromStream(new MemoryStream(Picture), "it.png"), "<i>Map</i>", global::Telegram.Bot.Types.Enums.ParseMode.Html, cancellationToken: Desk.Stop);
        var id = sent.Photo![^1].FileId;
        await desk.Client.SendPhoto(desk.Chat.Id, InputFile.FromFileId(id), cancellationToken: Desk.Stop);
        var album = await desk.Client.SendMediaGroup(desk.Chat.Id, [new InputMediaPhoto(id), new InputMediaPhoto(InputFile.FromStream(new MemoryStream(Picture), "b.png"))], cancellationToken: Desk.Stop);

        Assert.Equal("Map", sent.Caption);
        Assert.Same(desk.Chat.Messages[0].Photo, desk.Chat.Messages[1].Photo);
        Assert.Equal(Picture, desk.Chat.Messages[0].Photo!.Bytes.ToArray());
        Assert.Equal(album[0].MediaGroupId, album[1].MediaGroupId);
        using var download = new MemoryStream();
        await desk.Client.GetInfoAndDownloadFile(id, download, Desk.Stop);
        Assert.Equal(Picture, download.ToArray());
    }

    [Fact]
    public async Task A_photo_that_Telegram_cannot_take_is_refused()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Server.Web = address => address.Host == "gone.example" ? "failed to get HTTP URL content" : null;
        var wide = (byte[])Picture.Clone();
        wide[18] = 40;

        await RefusedAsync("IMAGE_PROCESS_FAILED", () => SendAsync(InputFile.FromStream(new MemoryStream("text"u8.ToArray()))));
        await RefusedAsync("PHOTO_INVALID_DIMENSIONS", () => SendAsync(InputFile.FromStream(new MemoryStream(wide))));
        await RefusedAsync("wrong file identifier/HTTP URL specified", () => SendAsync(InputFile.FromFileId("AgAC")));
        await RefusedAsync("failed to get HTTP URL content", () => SendAsync(InputFile.FromUri("https://gone.example/a.jpg")));
        await RefusedAsync("message caption is too long", () => SendAsync(InputFile.FromUri("https://there.example/a.jpg"), new string('x', 1025)));
        await SendAsync(InputFile.FromUri("https://there.example/a.jpg"), new string('x', 1024));
        Assert.Equal("https://there.example/a.jpg", Assert.Single(desk.Chat.Messages).Photo!.Source);

        Task SendAsync(InputFile photo, string? caption = null) => desk.Client.SendPhoto(desk.Chat.Id, photo, caption, cancellationToken: Desk.Stop);
    }

    [Theory]
    [InlineData("ok", "12345678901234567890123456789012345678901234567890123456789012345", null, "BUTTON_DATA_INVALID")]
    [InlineData("ok", "ключ-ключ-ключ-ключ-ключ-ключ-ключ-к", null, "BUTTON_DATA_INVALID")]
    [InlineData("ok", null, "javascript:alert(1)", "inline keyboard button URL 'javascript:alert(1)' is invalid: Wrong HTTP URL")]
    [InlineData("ok", null, "ftp://example.org/", "inline keyboard button URL 'ftp://example.org/' is invalid: Unsupported URL protocol")]
    [InlineData("ok", null, null, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    public async Task A_button_must_do_one_thing_that_Telegram_can_do(string text, string? data, string? url, string why)
    {
        await using var desk = await Desk.OpenAsync();
        var button = new InlineKeyboardButton(text) { CallbackData = data, Url = url };

        await RefusedAsync(why, () => desk.Client.SendMessage(desk.Chat.Id, "x", replyMarkup: new InlineKeyboardMarkup(button), cancellationToken: Desk.Stop));
    }

    [Fact]
    public async Task A_press_waits_for_its_answer_but_not_for_ever()
    {
        var clock = new FakeTimeProvider();
        await using var desk = await Desk.OpenAsync(new() { Clock = clock, Limits = SendingLimits.None });
        await desk.Client.SendMessage(desk.Chat.Id, "x", replyMarkup: InlineKeyboardButton.WithCallbackData("Go", "go"), cancellationToken: Desk.Stop);
        var message = desk.Chat.Messages[0];

        var press = desk.Ann.PressesData(message, "forged");
        Assert.Equal("forged", (await desk.Client.GetUpdates(cancellationToken: Desk.Stop))[^1].CallbackQuery!.Data);
        await desk.Client.AnswerCallbackQuery(press.Id, "No", showAlert: true, cancellationToken: Desk.Stop);
        Assert.Equal(new PressAnswer("No", IsAlert: true, null), await press.AnswerAsync(Desk.Stop));
        var late = desk.Ann.Presses(message, "Go");
        clock.Advance(TimeSpan.FromMinutes(6));
        await RefusedAsync("query is too old and response timeout expired or query ID is invalid", () => desk.Client.AnswerCallbackQuery(late.Id, cancellationToken: Desk.Stop));
        Assert.Throws<InvalidOperationException>(() => desk.Ann.Presses(message, "Stop"));
    }

    [Fact]
    public async Task A_rich_message_shows_its_text()
    {
        await using var desk = await Desk.OpenAsync();

        await desk.Client.SendRichMessage(desk.Chat.Id, new InputRichMessage { Html = "<h1>Digest</h1><p>One &amp; two</p>" }, cancellationToken: Desk.Stop);

        Assert.Equal("Digest\nOne & two", Assert.Single(desk.Chat.Messages).Text);
        await RefusedAsync("rich message is too long", () => desk.Client.SendRichMessage(desk.Chat.Id, new InputRichMessage { Html = new string('x', 32_769) }, cancellationToken: Desk.Stop));
    }

    private static async Task RefusedAsync(string why, Func<Task> what)
    {
        var refused = await Assert.ThrowsAsync<ApiRequestException>(what);
        Assert.Equal((400, $"Bad Request: {why}"), (refused.ErrorCode, refused.Message));
    }
}
