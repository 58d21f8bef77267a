using NewsBot.BotApi;
using NewsBot.Core.Delivery;

namespace NewsBot.Telegram.Tests.Stories;

/// <summary>The bot is let in, thrown out and moved about; nothing that is owed gets lost by it.</summary>
public sealed class LifeStories : IAsyncLifetime
{
    private TelegramHouse _house = null!;
    private Person _ann = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await TelegramHouse.StartAsync();
        _ann = _house.Server.AddPerson("Ann");
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Thrown_out_the_channel_is_paused_with_the_reason_and_back_in_it_gets_what_it_missed()
    {
        var group = await _house.JoinAsync(_house.Server.AddGroup("Readers", _ann));
        await _ann.Types(group, "/subscribe everything").AnswerAsync(Stop);
        group.Kick(_house.Bot);
        await PausedAsync(group, "removed");
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await WaitAsync(async () => await _house.Get<IOutbox>().OwedAsync(new TelegramChat(group.Id).Ref, Stop) == 1);
        group.Join(_house.Bot);
        await group.MessageAsync(message => message.Text.StartsWith("Ferry returns", StringComparison.Ordinal), Stop);
        Assert.True((await _house.ChannelAsync(group)).FollowsEverything);
    }

    [Fact]
    public async Task Blocked_and_unblocked_by_a_person_is_the_same()
    {
        var chat = _house.Server.PrivateChat(_ann);
        await _ann.Types(chat, "/subscribe everything").AnswerAsync(Stop);
        _ann.Blocks(_house.Bot);
        await PausedAsync(chat, "blocked");
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await WaitAsync(async () => await _house.Get<IOutbox>().OwedAsync(new TelegramChat(chat.Id).Ref, Stop) == 1);
        _ann.Unblocks(_house.Bot);
        await chat.MessageAsync(message => message.Text.StartsWith("Ferry returns", StringComparison.Ordinal), Stop);
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", "blocked")]
    [InlineData(403, "Forbidden: user is deactivated", "deleted")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", "removed")]
    [InlineData(403, "Forbidden: bot is not a member of the channel chat", "not a member")]
    [InlineData(403, "Forbidden: the group chat was deleted", "deleted")]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", "write to the bot first")]
    [InlineData(400, "Bad Request: chat not found", "does not know this chat")]
    [InlineData(400, "Bad Request: message thread not found", "topic was deleted")]
    [InlineData(400, "Bad Request: TOPIC_CLOSED", "topic is closed")]
    [InlineData(400, "Bad Request: have no rights to send a message", "may not write")]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat", "may not write")]
    [InlineData(400, "Bad Request: need administrator rights in the channel chat", "may post")]
    public async Task However_Telegram_says_that_nothing_gets_through_the_debt_is_kept_and_the_reason_told(int code, string description, string why)
    {
        var chat = _house.Server.PrivateChat(_ann);
        await _house.FollowAsync(chat);
        using (_house.Server.Faults.Always(Fault.Refuse(code, description), call => call.IsSend))
        {
            _house.Write("ferry", "Ferry returns", "The ferry sails again.");
            await PausedAsync(chat, why);
        }
        await _ann.Types(chat, "/resume").AnswerAsync(Stop);
        await chat.MessageAsync(message => message.Text.StartsWith("Ferry returns", StringComparison.Ordinal), Stop);
        Assert.Single(chat.FromBots, message => message.Text.StartsWith("Ferry returns", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_takes_everything_along()
    {
        var group = await _house.JoinAsync(_house.Server.AddGroup("Readers", _ann));
        await _ann.Types(group, "/subscribe everything").AnswerAsync(Stop);
        await _ann.Types(group, "/settings style compact").AnswerAsync(Stop);
        var moved = _house.Server.MigrateToSupergroup(group);
        await WaitAsync(async () => (await _house.ChannelAsync(moved)).FollowsEverything);
        Assert.False((await _house.ChannelAsync(group)).FollowsEverything);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await moved.MessageAsync(message => message.Text.StartsWith("Ferry returns", StringComparison.Ordinal), Stop);
    }

    [Fact]
    public async Task A_group_that_moves_in_mid_delivery_gets_each_post_once_and_in_order()
    {
        var group = await _house.JoinAsync(_house.Server.AddGroup("Readers", _ann));
        await _house.FollowAsync(group);
        await _house.StopBotAsync();
        for (var i = 0; i < 6; i++) _house.Write($"{i}", $"Notice {i}", $"The lower town says {i}.");
        // The service messages come after the first post has met the old id.
        using var withheld = _house.Server.Faults.Always(Fault.Silence, call => call.Is("getUpdates"));
        var moved = _house.Server.MigrateToSupergroup(group);
        await _house.StartBotAsync();
        var posts = await moved.MessagesAsync(6, Stop);
        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"Notice {i}"), posts.Select(post => post.Text.Split('\n')[0]));
        Assert.Equal(0, (await _house.SettledAsync(6)).Left);
    }

    [Fact]
    public async Task A_topic_that_was_closed_waits_until_it_opens_again()
    {
        var forum = await _house.JoinAsync(_house.Server.AddSupergroup("Readers", isForum: true, owner: _ann));
        var topic = forum.AddTopic("News");
        await _ann.Types(forum, "/subscribe everything", topic.Thread).AnswerAsync(Stop);
        forum.CloseTopic(topic);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await WaitAsync(async () => (await _house.ChannelAsync(forum, topic.Thread)).PausedWhy is "The topic is closed.");
        forum.ReopenTopic(topic);
        Assert.Equal(topic.Thread, (await forum.MessageAsync(message => message.Text.StartsWith("Ferry returns", StringComparison.Ordinal), Stop)).Thread);
    }

    private Task PausedAsync(ChatRoom room, string why) => WaitAsync(async () => (await _house.ChannelAsync(room)).PausedWhy?.Contains(why, StringComparison.Ordinal) == true);

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await isSo()) return;
            await Task.Delay(50, Stop);
        }
        Assert.Fail("It did not become so in half a minute.");
    }
}
