using NewsBot.BotApi;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Telegram.Tests.Stories;

/// <summary>A text and a picture's caption are changed by different calls, and Telegram takes neither everywhere nor for ever.</summary>
public sealed class EditStories : IAsyncLifetime
{
    private const string Picture = "https://news.example/ferry.jpg";

    private TelegramHouse _house = null!;
    private ChatRoom _chat = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TelegramPlatform Platform => _house.Get<TelegramPlatform>();

    private ChannelRef Channel => new TelegramChat(_chat.Id).Ref;

    private ChatMessage Message => Assert.Single(_chat.FromBots);

    public async ValueTask InitializeAsync()
    {
        _house = await TelegramHouse.StartAsync();
        _chat = _house.Server.PrivateChat(_house.Server.AddPerson("Reader"));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_caption_changes_and_its_picture_stays()
    {
        var id = await SentAsync(Card("Ferry returns", Picture));
        Assert.EndsWith("p", id, StringComparison.Ordinal);
        Assert.Equal(id, await EditedAsync(id, Card("Ferry returns on Tuesday", Picture)));
        Assert.Equal("Ferry returns on Tuesday", Message.Text);
        Assert.Equal(Picture, Message.Photo!.Source);
        // The same picture is named by Telegram's own id and not fetched once more.
        Assert.Single(_house.Server.Calls, call => $"{call["photo"]}{call["media"]}".Contains(Picture, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_picture_takes_the_place_of_the_first()
    {
        var id = await SentAsync(Card("Ferry returns", Picture));
        await EditedAsync(id, Card("Ferry returns", "https://news.example/boat.jpg"));
        Assert.Equal("https://news.example/boat.jpg", Message.Photo!.Source);
    }

    [Fact]
    public async Task A_text_that_gets_a_picture_becomes_one_with_a_caption()
    {
        var id = await SentAsync(Card("Ferry returns"));
        var edited = await EditedAsync(id, Card("Ferry returns", Picture));
        Assert.Equal(id.Replace('t', 'p'), edited);
        Assert.NotNull(Message.Photo);
        await EditedAsync(edited, Card("Ferry returns late", Picture));
        Assert.Equal("Ferry returns late", Message.Text);
    }

    [Fact]
    public async Task A_picture_that_the_article_no_longer_has_cannot_be_taken_off_but_its_words_change()
    {
        var id = await SentAsync(Card("Ferry returns", Picture));
        await EditedAsync(id, Card("Ferry returns late"));
        Assert.Equal("Ferry returns late", Message.Text);
        Assert.NotNull(Message.Photo);
    }

    [Fact]
    public async Task What_is_longer_than_a_caption_is_cut_and_keeps_its_end()
    {
        var id = await SentAsync(Card("Ferry returns", Picture));
        await EditedAsync(id, Card("Ferry returns", Picture) with { Body = string.Concat(Enumerable.Repeat("The ferry sails again. ", 90)), Footer = "Corrected 14:05" });
        Assert.InRange(Message.Text.Length, 600, 1024);
        Assert.EndsWith("Corrected 14:05", Message.Text, StringComparison.Ordinal);
        Assert.NotNull(Message.Photo);
    }

    [Fact]
    public async Task If_Telegram_cannot_show_the_new_picture_the_words_change_all_the_same()
    {
        var id = await SentAsync(Card("Ferry returns", Picture));
        _house.Server.Web = _ => "failed to get HTTP URL content";
        await EditedAsync(id, Card("Ferry returns late", "https://news.example/boat.jpg"));
        Assert.Equal(("Ferry returns late", Picture), (Message.Text, Message.Photo!.Source));
    }

    [Fact]
    public async Task The_buttons_change_with_the_words()
    {
        var id = await SentAsync(Card("Ferry returns") with { Buttons = [Button.Open("Source", "https://news.example/a")] });
        await EditedAsync(id, Card("Ferry returns") with { Buttons = [Button.Open("Source", "https://news.example/b")] });
        Assert.Equal("https://news.example/b", Assert.Single(Message.Buttons).Url);
    }

    [Theory]
    [InlineData(429, "Too Many Requests: retry after 7", typeof(SendOutcome.Later))]
    [InlineData(400, "Bad Request: message can't be edited", typeof(SendOutcome.Never))]
    [InlineData(400, "Bad Request: MESSAGE_ID_INVALID", typeof(SendOutcome.Never))]
    [InlineData(403, "Forbidden: bot was blocked by the user", typeof(SendOutcome.Closed))]
    [InlineData(500, "Internal Server Error", typeof(SendOutcome.Later))]
    public async Task A_refusal_is_tried_again_only_where_that_can_help(int code, string words, Type outcome)
    {
        var id = await SentAsync(Card("Ferry returns"));
        _house.Server.Faults.Next(Fault.Refuse(code, words, code == 429 ? new() { ["retry_after"] = 7 } : null), 1, call => call.Is("editMessageText"));
        Assert.IsType(outcome, await Platform.EditAsync(Channel, id, Post(Card("Ferry returns late")), Stop));
    }

    [Fact]
    public async Task An_edit_whose_answer_was_lost_is_made_again_without_harm()
    {
        var id = await SentAsync(Card("Ferry returns"));
        _house.Server.Faults.Next(Fault.DropAfter, 1, call => call.Is("editMessageText"));
        Assert.IsType<SendOutcome.Unknown>(await Platform.EditAsync(Channel, id, Post(Card("Ferry returns late")), Stop));
        await EditedAsync(id, Card("Ferry returns late"));
        Assert.Equal(2, Message.Versions.Count);
    }

    [Fact]
    public async Task What_is_too_old_to_be_deleted_gives_way_to_a_note_and_its_picture_to_a_grey_one()
    {
        var (text, photo) = (await SentAsync(Card("Ferry returns")), await SentAsync(Card("Boat returns", Picture)));
        _house.Server.Faults.Next(Fault.Refuse(400, "Bad Request: message can't be deleted for everyone"), 2, call => call.Is("deleteMessage"));
        foreach (var id in new[] { text, photo }) Assert.IsType<SendOutcome.Sent>(await Platform.WithdrawAsync(Channel, id, Post(new() { Body = "This article was withdrawn." }), Stop));
        Assert.All(_chat.FromBots, message => Assert.Equal("This article was withdrawn.", message.Text));
        Assert.Null(_chat.FromBots[0].Photo);
        Assert.Null(_chat.FromBots[1].Photo!.Source);
        Assert.Equal((640, 320), (_chat.FromBots[1].Photo!.Width, _chat.FromBots[1].Photo!.Height));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Picture)]
    public async Task A_changed_file_changes_the_post_that_is_out(string? image)
    {
        await _house.FollowAsync(_chat);
        _house.Write("ferry", "Ferry returns", "The ferry sails again with 40 seats.", image: image);
        await _house.SettledAsync(1);
        _house.Write("ferry", "Ferry returns", "The ferry sails again with 140 seats.", image: image);
        await Message.BecomesAsync(message => message.Text.Contains("140 seats", StringComparison.Ordinal) && message.Text.Contains("Corrected ", StringComparison.Ordinal), Stop);
        await _house.SettledAsync(1);
        Assert.Equal((2, image), (Message.Versions.Count, Message.Photo?.Source));
    }

    [Fact]
    public async Task A_post_that_was_deleted_is_left_alone_quietly()
    {
        await _house.FollowAsync(_chat);
        _house.Write("ferry", "Ferry returns", "The ferry sails again with 40 seats.");
        await _house.SettledAsync(1);
        _chat.Person!.Deletes(Message);
        _house.Write("ferry", "Ferry returns", "The ferry sails again with 140 seats.");
        await _house.Server.CallAsync(call => call.Is("editMessageText") && call.Code == 400, Stop);
        var state = await _house.SettledAsync(1);
        Assert.Equal((0, 0, 0), (state.GivenUp, state.Failing, state.LastProblems.Count));
    }

    private static Card Card(string title, string? image = null) => new() { Title = title, Image = image is null ? null : new(image, null, "") };

    private static Post Post(Card card) => new(card, "key", new ChannelSettings());

    private async Task<string> SentAsync(Card card) => Assert.IsType<SendOutcome.Sent>(await Platform.SendAsync(Channel, Post(card), Stop)).MessageId;

    private async Task<string> EditedAsync(string id, Card card) => Assert.IsType<SendOutcome.Sent>(await Platform.EditAsync(Channel, id, Post(card), Stop)).MessageId;
}
