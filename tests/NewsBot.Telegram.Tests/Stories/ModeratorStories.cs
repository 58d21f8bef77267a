using NewsBot.BotApi;
using NewsBot.Core.Chat;

namespace NewsBot.Telegram.Tests.Stories;

/// <summary>A moderator sets up a group, a topic of a forum, and a channel; and who may not.</summary>
public sealed class ModeratorStories : IAsyncLifetime
{
    private TelegramHouse _house = null!;
    private Person _ann = null!;
    private Person _bob = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await TelegramHouse.BuildAsync();
        _ann = _house.Server.AddPerson("Ann", languageCode: "en");
        _bob = _house.Server.AddPerson("Bob", languageCode: "en");
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task I_set_up_a_group_and_members_cannot()
    {
        await _house.StartBotAsync();
        var group = await _house.JoinAsync(_house.Server.AddSupergroup("Readers", owner: _ann).Join(_bob), AdminRights.All);
        Assert.Contains("for moderators", (await _bob.Types(group, "/subscribe belarus").AnswerAsync(Stop)).Text);
        Assert.Contains("now follows Belarus", (await _ann.Types(group, "/subscribe belarus").AnswerAsync(Stop)).Text);
        Assert.Equal(["belarus"], (await _house.ChannelAsync(group)).Follows);

        group.Promote(_bob);
        Assert.Contains("now follows Economy", (await _bob.Types(group, "/subscribe economy").AnswerAsync(Stop)).Text);
        group.Demote(_bob);
        Assert.Contains("for moderators", (await _bob.Types(group, "/unsubscribe economy").AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task Each_topic_of_a_forum_follows_what_it_likes_and_General_is_the_group_itself()
    {
        await _house.StartBotAsync();
        var forum = await _house.JoinAsync(_house.Server.AddSupergroup("Readers", isForum: true, owner: _ann), AdminRights.All);
        var grain = forum.AddTopic("Grain");
        Assert.Equal(grain.Thread, (await _ann.Types(forum, "/subscribe economy", grain.Thread).AnswerAsync(Stop)).Thread);
        Assert.Null((await _ann.Types(forum, "/subscribe culture").AnswerAsync(Stop)).Thread);
        Assert.Equal(["economy"], (await _house.ChannelAsync(forum, grain.Thread)).Follows);
        Assert.Equal(["culture"], (await _house.ChannelAsync(forum)).Follows);

        _house.Write("harvest", "Record harvest expected", "Farmers expect a record harvest and more exports.");
        _house.Write("museum", "Museum opens at night", "The museum opens at night for the first time.");
        Assert.Equal(grain.Thread, (await forum.MessageAsync(message => message.Text.StartsWith("Record harvest", StringComparison.Ordinal), Stop)).Thread);
        Assert.Null((await forum.MessageAsync(message => message.Text.StartsWith("Museum opens", StringComparison.Ordinal), Stop)).Thread);
    }

    [Fact]
    public async Task One_subscription_sends_each_topic_of_the_news_to_its_own_topic_of_the_forum()
    {
        await _house.StartBotAsync();
        var forum = await _house.JoinAsync(_house.Server.AddSupergroup("Readers", isForum: true, owner: _ann), AdminRights.All);
        var (grain, stage) = (forum.AddTopic("Grain"), forum.AddTopic("Stage"));
        await _ann.Types(forum, "/subscribe everything").AnswerAsync(Stop);
        Assert.Contains("From now on Economy goes to", (await _ann.Types(forum, "/route add economy", grain.Thread).AnswerAsync(Stop)).Text);
        Assert.Contains("From now on Culture goes to", (await _ann.Types(forum, $"/route add culture {stage.Thread}").AnswerAsync(Stop)).Text);

        _house.Write("harvest", "Record harvest expected", "Farmers expect a record harvest and more exports.");
        _house.Write("museum", "Museum opens at night", "The museum opens at night for the first time.");
        _house.Write("fog", "Fog over the valley", "Drivers are asked to slow down.");
        Assert.Equal(grain.Thread, (await forum.MessageAsync(message => message.Text.StartsWith("Record harvest", StringComparison.Ordinal), Stop)).Thread);
        var post = await forum.MessageAsync(message => message.Text.StartsWith("Museum opens", StringComparison.Ordinal), Stop);
        Assert.Equal(stage.Thread, post.Thread);
        Assert.Null((await forum.MessageAsync(message => message.Text.StartsWith("Fog over", StringComparison.Ordinal), Stop)).Thread);
        await _house.SettledAsync(3);
        foreach (var title in new[] { "Record harvest", "Museum opens", "Fog over" }) Assert.Single(forum.FromBots, message => message.Text.StartsWith(title, StringComparison.Ordinal));

        var why = (await _ann.Types(forum, "/why Museum opens at night").AnswerAsync(Stop)).Text;
        Assert.Contains($"https://t.me/c/{$"{forum.Id}"[4..]}/{stage.Thread}/{post.Id}", why);
        Assert.Contains("by a route of this channel", why);
    }

    [Fact]
    public async Task A_topic_of_my_private_chat_is_a_place_of_its_own()
    {
        await _house.StartBotAsync();
        _house.Bot.HasPrivateTopics = true;
        var chat = _house.Server.PrivateChat(_ann);
        var grain = chat.AddTopic("Grain", _ann);
        Assert.Equal(grain.Thread, (await _ann.Types(chat, "/subscribe economy", grain.Thread).AnswerAsync(Stop)).Thread);
        Assert.Equal(["economy"], (await _house.ChannelAsync(chat, grain.Thread)).Follows);
        Assert.Empty((await _house.ChannelAsync(chat)).Follows);
    }

    [Fact]
    public async Task I_set_up_a_channel_from_my_private_chat_and_its_buttons_lead_there()
    {
        await _house.StartBotAsync();
        var channel = _house.Server.AddChannel("Harbour News", "harbour_news", _ann).Join(_house.Bot, AdminRights.PostMessages);
        var chat = _house.Server.PrivateChat(_ann);
        Assert.Contains("about Harbour News now", (await _ann.Types(chat, "/manage @harbour_news").AnswerAsync(Stop)).Text);
        var followed = await _ann.Types(chat, "/subscribe everything").AnswerAsync(Stop);
        Assert.Contains("This channel now follows everything", followed.Text);
        Assert.True((await _house.ChannelAsync(channel)).FollowsEverything);
        Assert.False((await _house.ChannelAsync(chat)).FollowsEverything);

        _house.Write("bridge", "Bridge opens early", "The bridge opened two days before it was due.");
        var post = await channel.MessageAsync(message => message.Text.StartsWith("Bridge opens", StringComparison.Ordinal), Stop);
        Assert.All(post.Buttons, button => Assert.StartsWith("https://t.me/herald_bot?start=", button.Url, StringComparison.Ordinal));
        Assert.Contains("about this chat again", (await _ann.Types(chat, "/manage here").AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task A_post_that_I_forward_from_the_channel_does_it_too()
    {
        await _house.StartBotAsync();
        var channel = _house.Server.AddChannel("Harbour News", owner: _ann).Join(_house.Bot, AdminRights.PostMessages);
        var chat = _house.Server.PrivateChat(_ann);
        Assert.Contains("about Harbour News now", (await _ann.Forwards(channel.Posts("Hello"), chat).AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task A_channel_that_is_not_mine_or_where_the_bot_may_not_post_is_refused_with_what_to_do()
    {
        await _house.StartBotAsync();
        var chat = _house.Server.PrivateChat(_bob);
        Assert.Contains("I cannot see '@nowhere_news'", (await _bob.Types(chat, "/manage @nowhere_news").AnswerAsync(Stop)).Text);
        Assert.Contains("I cannot see '../etc'", (await _bob.Types(chat, "/manage ../etc").AnswerAsync(Stop)).Text);
        _house.Server.AddChannel("Harbour News", "harbour_news", _ann).Join(_house.Bot, AdminRights.PostMessages);
        Assert.Contains("You are not an administrator of Harbour News", (await _bob.Types(chat, "/manage @harbour_news").AnswerAsync(Stop)).Text);
        _house.Server.AddChannel("Quiet News", "quiet_news", _bob).Join(_house.Bot, AdminRights.None);
        Assert.Contains("I may not post in Quiet News", (await _bob.Types(chat, "/manage @quiet_news").AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task Who_loses_the_channel_loses_it_here_and_a_button_drawn_for_it_acts_on_nothing_else()
    {
        await _house.StartBotAsync();
        var channel = _house.Server.AddChannel("Harbour News", "harbour_news", _ann).Join(_bob, AdminRights.All).Join(_house.Bot, AdminRights.PostMessages);
        var chat = _house.Server.PrivateChat(_bob);
        await _bob.Types(chat, "/manage @harbour_news").AnswerAsync(Stop);
        var settings = await _bob.Types(chat, "/settings").AnswerAsync(Stop);
        await _bob.Types(chat, "/manage here").AnswerAsync(Stop);
        Assert.Contains("too old", (await _bob.Presses(settings, "compact").AnswerAsync(Stop)).Text);
        Assert.Equal(Core.Subscriptions.PostStyle.Full, (await _house.ChannelAsync(channel)).Settings.Style);

        await _bob.Types(chat, "/manage @harbour_news").AnswerAsync(Stop);
        channel.Demote(_bob);
        Assert.Contains("for moderators", (await _bob.Types(chat, "/subscribe everything").AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task An_administrator_who_stays_anonymous_counts_for_that_group_and_a_channels_voice_for_nothing()
    {
        await _house.StartBotAsync();
        var group = await _house.JoinAsync(_house.Server.AddSupergroup("Readers", owner: _ann).Join(_bob));
        var channel = _house.Server.AddChannel("Bob's channel", owner: _bob);
        group.Promote(_bob, isAnonymous: true);
        Assert.Contains("now follows Belarus", (await _bob.Types(group, "/subscribe belarus").AnswerAsync(Stop)).Text);
        var asChannel = group.WritesAs(channel, "/unsubscribe belarus");
        Assert.Contains("for moderators", (await asChannel.AnswerAsync(Stop)).Text);
        Assert.Equal(["belarus"], (await _house.ChannelAsync(group)).Follows);
    }

    [Fact]
    public async Task A_command_in_the_linked_channels_post_is_nobodys_command()
    {
        await _house.StartBotAsync();
        var group = await _house.JoinAsync(_house.Server.AddSupergroup("Readers", owner: _ann), AdminRights.All);
        var channel = _house.Server.AddChannel("Harbour News", owner: _ann);
        channel.LinkTo(group);
        channel.Posts("/subscribe belarus");
        await _ann.Types(group, "/about").AnswerAsync(Stop);
        Assert.Empty((await _house.ChannelAsync(group)).Follows);
    }

    [Fact]
    public async Task Topics_belong_to_the_newsroom()
    {
        var newsroom = _house.Server.AddSupergroup("Newsroom", owner: _ann);
        _house.SetList("Newsroom", $"{newsroom.Id}");
        await _house.StartBotAsync();
        await _house.JoinAsync(newsroom);
        var own = await _house.JoinAsync(_house.Server.AddSupergroup("Bob's own", owner: _bob));
        Assert.Contains("newsroom's own chats", (await _bob.Types(own, "/topic_add grain wheat").AnswerAsync(Stop)).Text);
        Assert.Contains("Added the topic", (await _ann.Types(newsroom, "/topic_add grain wheat").AnswerAsync(Stop)).Text);
        Assert.Contains("Added the topic", (await _ann.Types(_house.Server.PrivateChat(_ann), "/topic_add corn maize").AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task Who_runs_the_bot_sees_how_it_is_doing()
    {
        _house.SetList("Operators", $"{_ann.Id}");
        await _house.StartBotAsync();
        Assert.Contains("How the bot is doing", (await _ann.Types(_house.Server.PrivateChat(_ann), "/status").AnswerAsync(Stop)).Text);
        Assert.Contains("for those who run this bot", (await _bob.Types(_house.Server.PrivateChat(_bob), "/status").AnswerAsync(Stop)).Text);
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("AAAAAAAAAAAunsubscribe everything")]
    [InlineData("")]
    [InlineData("\u0000\uFFFF~~~~~")]
    public async Task A_forged_button_is_answered_and_does_nothing(string data)
    {
        await _house.StartBotAsync();
        var chat = _house.Server.PrivateChat(_ann);
        await _ann.Types(chat, "/subscribe everything").AnswerAsync(Stop);
        var shown = await _ann.Types(chat, "/settings").AnswerAsync(Stop);
        Assert.Contains("too old", (await _ann.PressesData(shown, data).AnswerAsync(Stop)).Text);
        Assert.True((await _house.ChannelAsync(chat)).FollowsEverything);
    }

    [Fact]
    public async Task Settings_change_in_place_and_only_by_moderators()
    {
        await _house.StartBotAsync();
        var group = await _house.JoinAsync(_house.Server.AddSupergroup("Readers", owner: _ann).Join(_bob));
        var settings = await _ann.Types(group, "/settings").AnswerAsync(Stop);
        Assert.Contains("for moderators", (await _bob.Presses(settings, "compact").AnswerAsync(Stop)).Text);
        await _ann.Presses(settings, "compact").AnswerAsync(Stop);
        await settings.BecomesAsync(message => message.Text.Contains("compact: title and link", StringComparison.Ordinal), Stop);
        await (await PressAndWait(settings, "Change language")).BecomesAsync(message => message.Text.Contains("Language of my words", StringComparison.Ordinal) && !message.Text.Contains("compact", StringComparison.Ordinal), Stop);
        Assert.Contains("Мова", (await (await PressAndWait(settings, "Українська")).BecomesAsync(message => message.Text.Contains("Мова", StringComparison.Ordinal), Stop)).Text);
        Assert.Equal(Language.Ukrainian, (await _house.ChannelAsync(group)).Settings.Language);
    }

    [Fact]
    public async Task The_menu_is_set_for_everyone_for_administrators_and_in_each_language_and_only_once()
    {
        _house.SetList("Operators", $"{_ann.Id}");
        await _house.StartBotAsync();
        // The last of them is noted after the others.
        for (var i = 0; i < 600 && await _house.Get<INotebook>().ReadAsync("telegram", "menu", Stop) is null; i++) await Task.Delay(50, Stop);
        await _house.StopBotAsync();
        var set = _house.Server.Calls.Where(call => call.Is("setMyCommands")).ToArray();
        Assert.Contains(set, call => call["scope"]!.Contains("all_chat_administrators", StringComparison.Ordinal) && call["commands"]!.Contains("subscribe", StringComparison.Ordinal));
        Assert.Contains(set, call => call["scope"]!.Contains("default", StringComparison.Ordinal) && !call["commands"]!.Contains("subscribe", StringComparison.Ordinal));
        Assert.Contains(set, call => call["language_code"] == "uk" && call["commands"]!.Contains("latest", StringComparison.Ordinal));
        Assert.DoesNotContain(set, call => call["scope"]!.Contains("default", StringComparison.Ordinal) && call["commands"]!.Contains("topic_add", StringComparison.Ordinal));

        _house.Server.ForgetCalls();
        await _house.StartBotAsync();
        await _ann.Types(_house.Server.PrivateChat(_ann), "/about").AnswerAsync(Stop);
        Assert.DoesNotContain(_house.Server.Calls, call => call.Is("setMyCommands") && call.WasAccepted);
    }

    private async Task<ChatMessage> PressAndWait(ChatMessage message, string button)
    {
        await _ann.Presses(message, button).AnswerAsync(Stop);
        return message;
    }
}
