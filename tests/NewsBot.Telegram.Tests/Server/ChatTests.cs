using global::Telegram.Bot;
using global::Telegram.Bot.Exceptions;
using global::Telegram.Bot.Types;
using global::Telegram.Bot.Types.Enums;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

/// <summary>Who is where, what bots are told about it, and where they can write.</summary>
public sealed class ChatTests
{
    [Fact]
    public async Task A_bot_is_told_when_it_comes_rises_and_goes()
    {
        await using var desk = await Desk.OpenAsync();
        var group = desk.Server.AddSupergroup("Readers", owner: desk.Ann);

        group.Join(desk.Bot).Promote(desk.Bot, AdminRights.PinMessages).Kick(desk.Bot);

        var updates = await UpdatesAsync(desk);
        Assert.Equal(["MyChatMember Left Member", "Message NewChatMembers", "MyChatMember Member Administrator", "MyChatMember Administrator Kicked"], updates.Select(Told));
        Assert.True(((ChatMemberAdministrator)updates[2].MyChatMember!.NewChatMember).CanPinMessages);
        Assert.Equal(desk.Ann.Id, updates[0].MyChatMember!.From.Id);
    }

    [Fact]
    public async Task A_bot_is_told_when_a_reader_blocks_it_and_returns()
    {
        await using var desk = await Desk.OpenAsync();

        desk.Ann.Blocks(desk.Bot);
        await RefusedAsync(desk, desk.Chat.Id, 403, "Forbidden: bot was blocked by the user");
        desk.Ann.Types(desk.Chat, "hello again");

        Assert.Equal(["MyChatMember Member Kicked", "MyChatMember Kicked Member", "Message Text"], (await UpdatesAsync(desk)).Select(Told));
        await desk.Client.SendMessage(desk.Chat.Id, "Hello", cancellationToken: Desk.Stop);
    }

    [Fact]
    public async Task A_bot_cannot_write_where_it_has_no_place()
    {
        await using var desk = await Desk.OpenAsync();
        var ben = desk.Server.AddPerson("Ben");
        var group = desk.Server.AddGroup("Kitchen", desk.Ann);
        var supergroup = desk.Server.AddSupergroup("Readers", owner: desk.Ann).Join(desk.Bot).Kick(desk.Bot);
        var channel = desk.Server.AddChannel("News", "the_news").Join(desk.Bot, AdminRights.None);

        await RefusedAsync(desk, ben.Id, 400, "Bad Request: chat not found");
        await RefusedAsync(desk, group.Id, 403, "Forbidden: bot is not a member of the group chat");
        group.Join(desk.Bot).Join(ben);
        await RefusedAsync(desk, ben.Id, 403, "Forbidden: bot can't initiate conversation with a user");
        await RefusedAsync(desk, supergroup.Id, 403, "Forbidden: bot was kicked from the supergroup chat");
        await RefusedAsync(desk, channel.Id, 400, "Bad Request: not enough rights to post messages to the chat");
        await RefusedAsync(desk, "@nowhere", 400, "Bad Request: chat not found");
        group.Restrict(desk.Bot, MemberRights.None);
        await RefusedAsync(desk, group.Id, 400, "Bad Request: not enough rights to send text messages to the chat");
        group.Disband();
        await RefusedAsync(desk, group.Id, 403, "Forbidden: the group chat was deleted");
        desk.Ann.IsDeactivated = true;
        await RefusedAsync(desk, desk.Chat.Id, 403, "Forbidden: user is deactivated");
        channel.Promote(desk.Bot);
        Assert.Null((await desk.Client.SendMessage("@the_news", "Post", cancellationToken: Desk.Stop)).From);
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_says_where_it_went()
    {
        await using var desk = await Desk.OpenAsync();
        var group = desk.Server.AddGroup("Kitchen", desk.Ann).Join(desk.Bot);
        await UpdatesAsync(desk);

        var moved = desk.Server.MigrateToSupergroup(group);

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => desk.Client.SendMessage(group.Id, "x", cancellationToken: Desk.Stop));
        Assert.Equal((400, "Bad Request: group chat was upgraded to a supergroup chat", moved.Id), (refused.ErrorCode, refused.Message, refused.Parameters!.MigrateToChatId));
        var told = await UpdatesAsync(desk);
        Assert.Equal((group.Id, moved.Id), (told[0].Message!.Chat.Id, told[0].Message!.MigrateToChatId));
        Assert.Equal((moved.Id, group.Id), (told[1].Message!.Chat.Id, told[1].Message!.MigrateFromChatId));
        Assert.Equal("Kitchen", (await desk.Client.SendMessage(moved.Id, "x", cancellationToken: Desk.Stop)).Chat.Title);
        Assert.StartsWith("-100", $"{moved.Id}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_groups_a_bot_reads_only_what_is_meant_for_it_unless_it_may_read_all()
    {
        await using var desk = await Desk.OpenAsync();
        var group = desk.Server.AddGroup("Kitchen", desk.Ann).Join(desk.Bot);
        await UpdatesAsync(desk);
        var post = await desk.Client.SendMessage(group.Id, "Read this", cancellationToken: Desk.Stop);

        desk.Ann.Types(group, "what's for dinner");
        desk.Ann.Types(group, "/latest");
        desk.Ann.Types(group, "/latest@news_bot");
        desk.Ann.Types(group, "/latest@other_bot");
        desk.Ann.Types(group, "nice", replyTo: group.Messages.Single(it => it.Id == post.Id));
        Assert.Equal(["/latest", "/latest@news_bot", "nice"], (await UpdatesAsync(desk)).Select(it => it.Message!.Text));

        group.Promote(desk.Bot, AdminRights.None);
        desk.Ann.Types(group, "so?");
        Assert.Equal("so?", (await UpdatesAsync(desk))[^1].Message!.Text);
    }

    [Fact]
    public async Task Anonymous_administrators_channels_and_automatic_forwards_are_told_apart()
    {
        await using var desk = await Desk.OpenAsync();
        var ben = desk.Server.AddPerson("Ben");
        var channel = desk.Server.AddChannel("News", owner: desk.Ann);
        var group = desk.Server.AddSupergroup("Talk", owner: desk.Ann).Join(desk.Bot, AdminRights.None).Join(ben).Promote(ben, isAnonymous: true);
        channel.LinkTo(group);
        await UpdatesAsync(desk);

        ben.Types(group, "/pause");
        channel.Posts("/pause");
        group.WritesAs(channel, "/pause");

        var updates = await UpdatesAsync(desk);
        Assert.Equal(
            [(1087968824L, group.Id, false), (777000, channel.Id, true), (136817688, channel.Id, false)],
            updates.Select(it => (it.Message!.From!.Id, it.Message.SenderChat!.Id, it.Message.IsAutomaticForward)));
        Assert.Equal(channel.Id, Assert.IsType<MessageOriginChannel>(updates[1].Message!.ForwardOrigin).Chat.Id);
    }

    [Fact]
    public async Task A_channel_s_post_reaches_its_bots_and_can_be_forwarded_to_them()
    {
        await using var desk = await Desk.OpenAsync();
        var channel = desk.Server.AddChannel("News", owner: desk.Ann).Join(desk.Bot, AdminRights.PostMessages);
        await UpdatesAsync(desk);

        var post = desk.Ann.Types(channel, "First");
        desk.Ann.Forwards(post, desk.Chat);
        desk.Ann.Edits(post, "First!");
        await desk.Client.SendMessage(channel.Id, "Mine", cancellationToken: Desk.Stop);

        var updates = await UpdatesAsync(desk);
        Assert.Equal([UpdateType.ChannelPost, UpdateType.Message, UpdateType.EditedChannelPost], updates.Select(it => it.Type));
        Assert.Null(updates[0].ChannelPost!.From);
        var origin = Assert.IsType<MessageOriginChannel>(updates[1].Message!.ForwardOrigin);
        Assert.Equal((channel.Id, post.Id), (origin.Chat.Id, origin.MessageId));
        Assert.Equal("First!", updates[2].EditedChannelPost!.Text);
    }

    [Fact]
    public async Task A_bot_can_ask_who_administers_a_chat()
    {
        await using var desk = await Desk.OpenAsync();
        var ben = desk.Server.AddPerson("Ben");
        var channel = desk.Server.AddChannel("News", owner: desk.Ann).Join(desk.Bot, AdminRights.PostMessages).Join(ben);

        Assert.Equal(ChatMemberStatus.Creator, (await desk.Client.GetChatMember(channel.Id, desk.Ann.Id, Desk.Stop)).Status);
        Assert.Equal(ChatMemberStatus.Member, (await desk.Client.GetChatMember(channel.Id, ben.Id, Desk.Stop)).Status);
        var me = Assert.IsType<ChatMemberAdministrator>(await desk.Client.GetChatMember(channel.Id, desk.Bot.Id, Desk.Stop));
        Assert.Equal((true, false), (me.CanPostMessages, me.CanEditMessages));
        Assert.Equal([desk.Ann.Id, desk.Bot.Id], (await desk.Client.GetChatAdministrators(channel.Id, cancellationToken: Desk.Stop)).Select(it => it.User.Id).Order().Reverse());
        Assert.Equal(3, await desk.Client.GetChatMemberCount(channel.Id, Desk.Stop));
        Assert.Equal("News", (await desk.Client.GetChat(channel.Id, Desk.Stop)).Title);
        await desk.Client.LeaveChat(channel.Id, Desk.Stop);
        await RefusedAsync(desk, channel.Id, 403, "Forbidden: bot is not a member of the channel chat");
    }

    [Fact]
    public async Task Membership_of_others_is_told_to_administrators_that_ask_for_it()
    {
        await using var desk = await Desk.OpenAsync();
        var ben = desk.Server.AddPerson("Ben");
        var group = desk.Server.AddSupergroup("Talk", owner: desk.Ann).Join(ben).Join(desk.Bot, AdminRights.None);
        await desk.Client.GetUpdates(-1, allowedUpdates: [UpdateType.ChatMember], cancellationToken: Desk.Stop);
        await UpdatesAsync(desk);

        group.Promote(ben).Demote(ben);

        Assert.Equal([(ChatMemberStatus.Member, ChatMemberStatus.Administrator), (ChatMemberStatus.Administrator, ChatMemberStatus.Member)],
            (await UpdatesAsync(desk)).Select(it => (it.ChatMember!.OldChatMember.Status, it.ChatMember.NewChatMember.Status)));
    }

    [Fact]
    public async Task Two_bots_have_each_their_own_private_chat()
    {
        await using var desk = await Desk.OpenAsync();
        var other = desk.Server.AddBot("777:x", "other_bot");

        var start = desk.Ann.Starts(other, "payload");

        Assert.Equal((desk.Ann.Id, "/start payload"), (start.Room.Id, start.Text));
        Assert.NotSame(desk.Chat, start.Room);
        Assert.Empty(await UpdatesAsync(desk));
        Assert.Equal(1, other.PendingUpdates);
    }

    private static async Task<Update[]> UpdatesAsync(Desk desk)
    {
        var updates = await desk.Client.GetUpdates(cancellationToken: Desk.Stop);
        if (updates.Length > 0) await desk.Client.GetUpdates(updates[^1].Id + 1, cancellationToken: Desk.Stop);
        return updates;
    }

    private static string Told(Update update) => update.MyChatMember is { } member
        ? $"MyChatMember {member.OldChatMember.Status} {member.NewChatMember.Status}"
        : $"{update.Type} {update.Message?.Type}";

    private static async Task RefusedAsync(Desk desk, ChatId chat, int code, string why)
    {
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => desk.Client.SendMessage(chat, "Hello", cancellationToken: Desk.Stop));
        Assert.Equal((code, why), (refused.ErrorCode, refused.Message));
    }
}
