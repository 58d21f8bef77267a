using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Stories;

/// <summary>A reader's whole visit, in a private chat and in any other.</summary>
public sealed class ReaderStories : IAsyncLifetime
{
    private TelegramHouse _house = null!;
    private Person _ann = null!;
    private ChatRoom _chat = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await TelegramHouse.StartAsync();
        _ann = _house.Server.AddPerson("Ann", languageCode: "en");
        _chat = _house.Server.PrivateChat(_ann);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task I_press_start_read_search_turn_pages_and_follow()
    {
        for (var i = 1; i <= 12; i++) await _house.KeepAsync($"Ferry notice {i}", $"The ferry of the lower town sails at {i} o'clock.");
        Assert.Contains("I post new articles", (await _ann.Starts(_house.Bot).AnswerAsync(Stop)).Text);

        var latest = await _ann.Types(_chat, "/latest 3").AnswerAsync(Stop);
        Assert.Equal(["1", "2", "3", "More"], latest.Buttons.Select(button => button.Text));
        var read = await (await PressedAsync(latest, "2")).AnswerAsync(Stop);
        Assert.Contains("The ferry of the lower town sails", read.Text);

        var found = await _ann.Types(_chat, "/search ferry").AnswerAsync(Stop);
        var first = found.Text;
        await _ann.Presses(found, "More").AnswerAsync(Stop);
        await found.BecomesAsync(message => message.Text != first, Stop);
        Assert.Contains("6. ", found.Text);

        var followed = await _ann.Types(_chat, "/subscribe everything").AnswerAsync(Stop);
        Assert.Contains("now follows everything", followed.Text);
        var sample = await _chat.MessageAsync(message => message.Text.Contains("new ones will come", StringComparison.Ordinal), Stop);
        _house.Write("new", "Bridge opens early", "The bridge opened two days before it was due.");
        var post = await _chat.MessageAsync(message => message.Text.Contains("Bridge opens early", StringComparison.Ordinal), Stop, sample);
        Assert.Contains("Read", post.Buttons.Select(button => button.Text));
    }

    [Fact]
    public async Task Without_a_slash_and_with_a_mention_it_is_the_same_command_and_another_bots_commands_are_not_for_us()
    {
        await _house.KeepAsync("Ferry notice", "It sails.");
        Assert.Contains("Ferry notice", (await _ann.Types(_chat, "latest").AnswerAsync(Stop)).Text);
        var group = await _house.JoinAsync(_house.Server.AddGroup("Readers").Join(_ann));
        var others = _ann.Types(group, "/latest@another_bot");
        var ours = _ann.Types(group, "/latest@Herald_Bot");
        var answer = await others.AnswerAsync(Stop);
        Assert.Contains("Ferry notice", answer.Text);
        Assert.Equal(ours.Id, answer.ReplyTo?.Id);
        Assert.Single(group.FromBots, message => message.Id > others.Id);
    }

    [Fact]
    public async Task What_I_chat_about_in_a_group_is_not_for_the_bot()
    {
        _house.Bot.ReadsWholeGroups = true;
        var group = await _house.JoinAsync(_house.Server.AddGroup("Readers").Join(_ann));
        _ann.Types(group, "latest news are sad");
        var answer = await _ann.Types(group, "/about").AnswerAsync(Stop);
        Assert.Contains("I post new articles", answer.Text);
        Assert.Equal(2, group.FromBots.Count);
    }

    [Fact]
    public async Task Two_words_of_a_command_are_one_in_the_menu()
    {
        Assert.Contains("'topic add' is for moderators of the newsroom", (await _ann.Types(_chat, "/topic_add grain wheat").AnswerAsync(Stop)).Text);
        Assert.Contains("None of the last 0 articles", (await _ann.Types(_chat, "/topic_test wheat").AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task A_link_in_a_list_types_the_command_in_my_private_chat()
    {
        await _house.KeepAsync("Ferry notice", "The ferry sails at noon.");
        var latest = await _ann.Types(_chat, "/latest").AnswerAsync(Stop);
        var link = latest.Entities.Select(entity => entity.Url).OfType<string>().First(url => url.Contains("?start=", StringComparison.Ordinal));
        Assert.StartsWith("https://t.me/herald_bot?start=", link, StringComparison.Ordinal);
        Assert.Contains("The ferry sails at noon.", (await _ann.Starts(_house.Bot, link.Split('=')[1]).AnswerAsync(Stop)).Text);
        Assert.Contains("I post new articles", (await _ann.Starts(_house.Bot, "dW5zdWJzY3JpYmU").AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task The_bot_speaks_the_language_of_my_app()
    {
        var olena = _house.Server.AddPerson("Olena", languageCode: "uk");
        Assert.Contains("Я публікую нові статті", (await olena.Starts(_house.Bot).AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task In_any_chat_I_can_search_the_archive_and_post_what_I_find()
    {
        for (var i = 1; i <= 30; i++) await _house.KeepAsync($"Ferry notice {i}", $"The ferry of the lower town sails at {i} o'clock.");
        var question = _ann.AsksInline("ferry");
        var answer = await question.AnswerAsync(Stop);
        Assert.Equal(20, answer.Results.Count);
        Assert.False(answer.IsPersonal);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.CacheTime);
        var more = await _ann.AsksInline("ferry", answer.NextOffset).AnswerAsync(Stop);
        Assert.Equal(10, more.Results.Count);
        Assert.Equal("", more.NextOffset);
        Assert.Empty(answer.Results.Select(result => result.Id).Intersect(more.Results.Select(result => result.Id)));

        var group = _house.Server.AddGroup("Elsewhere").Join(_ann);
        var posted = _ann.Chooses(question, answer.Results[0], group);
        Assert.Contains("Ferry notice", posted.Text);
        Assert.All(posted.Buttons, button => Assert.NotNull(button.Url));
        Assert.NotEmpty((await _ann.AsksInline("").AnswerAsync(Stop)).Results);
        Assert.Empty((await _ann.AsksInline("zeppelin \"").AnswerAsync(Stop)).Results);
    }

    [Fact]
    public async Task Private_words_in_a_group_are_shown_to_me_alone_where_Telegram_can_do_that()
    {
        var group = await _house.JoinAsync(_house.Server.AddGroup("Readers").Join(_ann));
        await _ann.Types(group, "/help").AnswerAsync(Stop);
        var call = await _house.Server.CallAsync(call => call.IsSend && call["ephemeral_message_parameters"] is not null, Stop);
        Assert.Contains($"{_ann.Id}", call["ephemeral_message_parameters"]);
    }

    private async Task<ChatMessage> PressedAsync(ChatMessage message, string button)
    {
        var last = message.Room.Messages[^1];
        await _ann.Presses(message, button).AnswerAsync(Stop);
        return last;
    }
}
