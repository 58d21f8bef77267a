using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.DiscordApi;
using Channel = NewsBot.DiscordApi.Channel;

namespace NewsBot.Discord.Tests;

/// <summary>A reader's visit, a moderator's set-up, and what becomes of servers and channels.</summary>
public sealed class DiscordStories : IAsyncLifetime
{
    internal const Permissions Rights = Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads | Permissions.EmbedLinks | Permissions.AttachFiles;

    private DiscordHouse _house = null!;
    private Person _owner = null!;
    private Person _ann = null!;
    private Guild _guild = null!;
    private Channel _news = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await DiscordHouse.BuildAsync();
        _owner = _house.Server.AddPerson("Olena");
        _ann = _house.Server.AddPerson("Ann");
        _guild = _house.Server.AddGuild("Herald readers", _owner);
        _guild.Join(_ann);
        _guild.Invite(_house.Bot, Rights);
        _news = _guild.AddTextChannel("news");
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task I_read_the_latest_search_turn_pages_and_read_an_article()
    {
        await _house.StartBotAsync();
        for (var i = 1; i <= 12; i++) await _house.KeepAsync($"Ferry notice {i}", $"The ferry of the lower town sails at {i} o'clock.");
        var latest = await (await _ann.RunsAsync(_news, "latest", ("count", 3))).ReplyAsync(Stop);
        Assert.Contains("Ferry notice", latest.Text);
        Assert.False(latest.IsEphemeral);
        var read = await _ann.PressesAsync(latest, "2");
        Assert.Contains("The ferry of the lower town", (await read.ReplyAsync(Stop)).Text);
        Assert.True(read.IsEphemeral);

        var found = await (await _ann.RunsAsync(_news, "search", ("words", "ferry town"))).ReplyAsync(Stop);
        var turned = await _ann.PressesAsync(found, "More");
        Assert.Equal(CallbackKind.Update, await turned.AnswerAsync(Stop));
        Assert.Contains("6\\. ", found.Text);
    }

    [Fact]
    public async Task Topics_complete_while_I_type_and_wrong_words_help()
    {
        await _house.StartBotAsync();
        Assert.Equal(["belarus"], (await _ann.TypesAsync(_news, "latest", "topic", "bel")).Select(choice => choice.Value));
        Assert.Empty(await _ann.TypesAsync(_news, "latest", "topic", "zzz"));
        var reply = await _ann.RunsAsync(_news, "latest", ("topic", "belaruss"));
        Assert.Contains("belarus", (await reply.ReplyAsync(Stop)).Text);
        Assert.True(reply.IsEphemeral);
    }

    [Fact]
    public async Task A_moderator_sets_up_a_channel_a_forum_and_an_announcement_channel()
    {
        var forum = _guild.AddForum("archive", "Economy", "Culture");
        var announcements = _guild.AddAnnouncementChannel("breaking");
        await _house.StartBotAsync();
        foreach (var channel in new[] { _news, forum, announcements })
            Assert.Contains("now follows everything", (await (await _owner.RunsAsync(_news, "subscribe", ("topic", "everything"), ("channel", channel))).ReplyAsync(Stop)).Text);
        _house.Write("harvest", "Record harvest expected", "Farmers expect a record harvest and more exports.", "https://news.example/harvest");
        var post = await _news.MessageAsync(message => message.Text.Contains("Record harvest", StringComparison.Ordinal), Stop);
        Assert.Contains(post.Buttons, button => button.Url == "https://news.example/harvest");
        Assert.NotNull(post.Nonce);
        Assert.False(post.Pings.Any);
        var thread = await forum.ThreadAsync(thread => thread.Name == "Record harvest expected", Stop);
        Assert.Equal(["Economy"], thread.AppliedTags.Select(tag => tag.Name));
        var announced = await announcements.MessageAsync(message => message.Text.Contains("Record harvest", StringComparison.Ordinal), Stop);
        await announced.UntilAsync(message => message.IsCrossposted, Stop);
    }

    [Fact]
    public async Task One_subscription_sends_a_topic_to_a_thread_another_to_a_forum_with_its_tag_and_a_third_to_an_announcement_channel()
    {
        var (forum, announcements, thread) = (_guild.AddForum("archive", "Economy", "Sport"), _guild.AddAnnouncementChannel("country"), _news.AddThread("Stage", _owner));
        await _house.StartBotAsync();
        await (await _owner.RunsAsync(_news, "subscribe", ("topic", "everything"))).ReplyAsync(Stop);
        foreach (var (topic, place) in new[] { ("culture", thread), ("economy", forum), ("belarus", announcements) })
            Assert.Contains("From now on ", (await (await _owner.RunsAsync(_news, "route add", ("topic", topic), ("place", $"<#{place.Id}>"))).ReplyAsync(Stop)).Text);

        _house.Write("harvest", "Record harvest expected", "Farmers expect a record harvest and more exports.");
        _house.Write("museum", "Theatre opens at night", "The theatre opens at night for the first time.");
        _house.Write("minsk", "Minsk under snow", "Minsk woke up under a hand of snow.");
        _house.Write("fog", "Fog over the valley", "Drivers are asked to slow down.");
        Assert.Equal(["Economy"], (await forum.ThreadAsync(post => post.Name == "Record harvest expected", Stop)).AppliedTags.Select(tag => tag.Name));
        await thread.MessageAsync(message => message.Text.Contains("Theatre opens", StringComparison.Ordinal), Stop);
        await (await announcements.MessageAsync(message => message.Text.Contains("Minsk under snow", StringComparison.Ordinal), Stop)).UntilAsync(message => message.IsCrossposted, Stop);
        await _news.MessageAsync(message => message.Text.Contains("Fog over", StringComparison.Ordinal), Stop);
        await _house.SettledAsync(4);
        Assert.Equal((1, 1, 1), (forum.Threads.Count, thread.Messages.Count, announcements.Messages.Count));

        var why = (await (await _owner.RunsAsync(_news, "why", ("article", "Record harvest expected"))).ReplyAsync(Stop)).Text;
        var post = Assert.Single(forum.Threads);
        Assert.Contains($"https://discord.com/channels/{_guild.Id}/{post.Id}/{Assert.Single(post.Messages).Id}", why);
        Assert.Contains("by a route of this channel", why);
    }

    [Fact]
    public async Task Members_cannot_and_a_role_that_the_settings_name_can()
    {
        var editors = _guild.AddRole("Editors");
        await _house.StartBotAsync();
        _guild.OpenCommand("subscribe");
        Assert.Contains("for moderators", (await (await _ann.RunsAsync(_news, "subscribe", ("topic", "belarus"))).ReplyAsync(Stop)).Text);
        await (await _owner.RunsAsync(_news, "settings", ("name", "moderators"), ("value", $"<@&{editors.Id}>"))).ReplyAsync(Stop);
        _guild.SetRoles(_ann, editors);
        Assert.Contains("now follows Belarus", (await (await _ann.RunsAsync(_news, "subscribe", ("topic", "belarus"))).ReplyAsync(Stop)).Text);
    }

    [Fact]
    public async Task A_channel_where_the_bot_may_not_write_is_refused_with_what_is_missing_and_a_hidden_one_is_not_there()
    {
        var quiet = _guild.AddTextChannel("quiet");
        quiet.Deny(_house.Bot.User, Permissions.SendMessages | Permissions.EmbedLinks);
        await _house.StartBotAsync();
        Assert.Contains("Send Messages, Embed Links", (await (await _owner.RunsAsync(_news, "subscribe", ("topic", "everything"), ("channel", quiet))).ReplyAsync(Stop)).Text);
        Assert.False((await _house.ChannelAsync(quiet)).FollowsEverything);
    }

    [Fact]
    public async Task A_topics_rule_is_written_in_a_form()
    {
        _house.SetList("Newsroom", $"{_guild.Id}");
        await _house.StartBotAsync();
        var opened = await _owner.RunsAsync(_news, "topic add", ("topic", "grain"));
        var form = await opened.ModalAsync(Stop);
        Assert.Equal("rule", Assert.Single(form.Fields).CustomId);
        var added = await _owner.SubmitsAsync(opened, ("rule", "wheat, \"grain harvest\""));
        Assert.Contains("Added the topic", (await added.ReplyAsync(Stop)).Text);
    }

    [Fact]
    public async Task Topics_belong_to_the_newsroom()
    {
        await _house.StartBotAsync();
        Assert.Contains("newsroom's own chats", (await (await _owner.RunsAsync(_news, "topic add", ("topic", "grain"), ("rule", "wheat"))).ReplyAsync(Stop)).Text);
    }

    [Fact]
    public async Task A_forged_button_does_nothing_that_I_may_not()
    {
        await _house.StartBotAsync();
        await _house.FollowAsync(_news);
        var about = await (await _ann.RunsAsync(_news, "about")).ReplyAsync(Stop);
        Assert.Contains("for moderators", (await (await _ann.ForgesPressAsync(about, "unsubscribe everything")).ReplyAsync(Stop)).Text);
        Assert.True((await _house.ChannelAsync(_news)).FollowsEverything);
        await (await _ann.ForgesPressAsync(about, new string('x', 100))).AnswerAsync(Stop);
    }

    [Fact]
    public async Task The_commands_are_put_once_and_again_only_when_they_change()
    {
        await _house.StartBotAsync();
        Assert.Equal(1, _house.Bot.Commands.Writes);
        await _house.StopBotAsync();
        await _house.StartBotAsync();
        await (await _ann.RunsAsync(_news, "about")).ReplyAsync(Stop);
        Assert.Equal(1, _house.Bot.Commands.Writes);
    }

    [Fact]
    public async Task A_restart_resumes_the_session_and_answers_what_came_meanwhile()
    {
        await _house.StartBotAsync();
        await (await _ann.RunsAsync(_news, "about")).ReplyAsync(Stop);
        await _house.StopBotAsync();
        await _house.StartBotAsync();
        await (await _ann.RunsAsync(_news, "about")).ReplyAsync(Stop);
        Assert.Equal(1, _house.Get<Discord.Protocol.Gateway>().Counts.Resumes);

        // A resumed session does not tell the servers again, and still nothing is allowed that was not before.
        var quiet = _guild.AddTextChannel("quiet");
        quiet.Deny(_house.Bot.User, Permissions.SendMessages | Permissions.EmbedLinks);
        Assert.Contains("Send Messages, Embed Links", (await (await _owner.RunsAsync(_news, "subscribe", ("topic", "everything"), ("channel", quiet))).ReplyAsync(Stop)).Text);
    }

    [Fact]
    public async Task Removed_from_a_server_its_channels_wait_and_come_back_with_everything()
    {
        await _house.StartBotAsync();
        await _house.FollowAsync(_news);
        _guild.Remove(_house.Bot);
        await DiscordHouse.WaitAsync(async () => (await _house.ChannelAsync(_news)).PausedWhy is "The bot was removed from the server.");
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await DiscordHouse.WaitAsync(async () => await _house.Get<IOutbox>().OwedAsync(DiscordHouse.RefOf(_news), Stop) == 1);
        _guild.Invite(_house.Bot, Rights);
        await _news.MessageAsync(message => message.Text.Contains("Ferry returns", StringComparison.Ordinal), Stop);
        Assert.Single(_news.Messages, message => message.Text.Contains("Ferry returns", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_right_that_is_taken_pauses_the_channel_and_given_back_it_goes_on()
    {
        await _house.StartBotAsync();
        await _house.FollowAsync(_news);
        _news.Deny(_house.Bot.User, Permissions.SendMessages);
        await DiscordHouse.WaitAsync(async () => (await _house.ChannelAsync(_news)).PausedWhy?.Contains("Send Messages", StringComparison.Ordinal) == true);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await DiscordHouse.WaitAsync(async () => await _house.Get<IOutbox>().OwedAsync(DiscordHouse.RefOf(_news), Stop) == 1);
        _news.Clear(_house.Bot.User);
        await _news.MessageAsync(message => message.Text.Contains("Ferry returns", StringComparison.Ordinal), Stop);
    }

    [Fact]
    public async Task A_new_server_is_greeted_once_and_an_old_one_never()
    {
        await _house.StartBotAsync();
        await (await _ann.RunsAsync(_news, "about")).ReplyAsync(Stop);
        var other = _house.Server.AddGuild("Another", _owner);
        var hall = other.AddTextChannel("hall");
        other.Invite(_house.Bot, Rights);
        await hall.MessageAsync(message => message.Text.StartsWith("Hello!", StringComparison.Ordinal), Stop);
        Assert.DoesNotContain(_news.Messages, message => message.Text.StartsWith("Hello!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_a_headline_says_it_pings_nobody()
    {
        var role = _guild.AddRole("Everyone who cares", mentionable: true);
        await _house.StartBotAsync();
        await _house.FollowAsync(_news);
        _house.Write("evil", $"@everyone @here <@&{role.Id}> {_ann.Mention}", $"Come <@{_owner.Id}> and <@&{role.Id}> all @everyone.");
        var post = await _news.MessagesAsync(1, Stop);
        Assert.False(post[0].Pings.Any);
    }

    [Fact]
    public async Task A_role_is_pinged_where_moderators_want_that_and_nobody_else()
    {
        var role = _guild.AddRole("Breaking", mentionable: true);
        await _house.StartBotAsync();
        await _house.Get<ISubscriptions>().SaveAsync(new(DiscordHouse.RefOf(_news)) { FollowsEverything = true, Settings = new(Pings: $"{role.Id}") }, Stop);
        _house.Write("evil", "@everyone come", "All of you.");
        var post = await _news.MessagesAsync(1, Stop);
        Assert.Equal([role.Id], post[0].Pings.Roles);
        Assert.False(post[0].Pings.Everyone);
    }

    [Fact]
    public async Task Posts_can_be_silent_and_built_of_components()
    {
        await _house.StartBotAsync();
        await _house.Get<ISubscriptions>().SaveAsync(new(DiscordHouse.RefOf(_news)) { FollowsEverything = true, Settings = new(UsesComponents: true, IsSilent: true) }, Stop);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.", "https://news.example/ferry");
        var post = (await _news.MessagesAsync(1, Stop))[0];
        Assert.True(post.IsSilent);
        Assert.Empty(post.Embeds);
        Assert.Contains("The ferry sails again", post.Text);
    }
}
