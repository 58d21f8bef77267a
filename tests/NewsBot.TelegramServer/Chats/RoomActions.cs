using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>What happens to a chat and its members. Every action gives the bots concerned the updates that the real server would.</summary>
public static class RoomActions
{
    /// <summary>Lets a person or a bot in.</summary>
    /// <param name="asAdministrator">Makes them an administrator at once, with these rights; a bot can be in a channel in no other way.</param>
    /// <param name="by">Who lets them in; left out, the owner lets bots in, and people come by themselves.</param>
    public static ChatRoom Join(this ChatRoom room, Account who, AdminRights? asAdministrator = null, Person? by = null)
    {
        var member = asAdministrator is { } rights ? new Membership(who, MemberStatus.Administrator) { Rights = rights } : new(who, MemberStatus.Member);
        return Change(room, member, by ?? (who as Person));
    }

    /// <summary>Makes a member an administrator, or changes the rights of one.</summary>
    /// <param name="isAnonymous">Whether they write in the group's name from now on.</param>
    public static ChatRoom Promote(this ChatRoom room, Account who, AdminRights rights = AdminRights.All, bool isAnonymous = false) =>
        Change(room, new(who, MemberStatus.Administrator) { Rights = rights, IsAnonymous = isAnonymous }, null);

    /// <summary>Makes an administrator a plain member; out of a channel a bot is thrown by that.</summary>
    public static ChatRoom Demote(this ChatRoom room, Account who) =>
        Change(room, new(who, room.Kind == RoomKind.Channel && who is BotAccount ? MemberStatus.Left : MemberStatus.Member), null);

    /// <summary>Takes rights from a member.</summary>
    public static ChatRoom Restrict(this ChatRoom room, Account who, MemberRights allowed) =>
        Change(room, new(who, MemberStatus.Restricted) { Allowed = allowed }, null);

    /// <summary>Throws a person or a bot out and bans them; Join lets them in again.</summary>
    public static ChatRoom Kick(this ChatRoom room, Account who) => Change(room, new(who, MemberStatus.Kicked), null);

    /// <summary>Somebody goes. They may come again.</summary>
    public static ChatRoom Leave(this ChatRoom room, Account who) => Change(room, new(who, MemberStatus.Left), who);

    /// <summary>Posts in a channel, in the channel's name.</summary>
    public static ChatMessage Posts(this ChatRoom channel, string text) => InItsName(channel, channel, text, null);

    /// <summary>Writes in a group in a channel's name (a person may choose one of their channels to write as).</summary>
    public static ChatMessage WritesAs(this ChatRoom group, ChatRoom channel, string text, int? thread = null) => InItsName(group, channel, text, thread);

    /// <summary>Links a channel with its discussion group: posts come along there by themselves.</summary>
    public static void LinkTo(this ChatRoom channel, ChatRoom group)
    {
        lock (channel.World.Gate) (channel.Linked, group.Linked) = (group, channel);
    }

    /// <summary>Opens a topic in a forum.</summary>
    public static Topic AddTopic(this ChatRoom room, string name, Person? by = null) => OpenTopic(room, name, by ?? Owner(room), byBot: false);

    public static void CloseTopic(this ChatRoom room, Topic topic) => SetClosed(room, topic, true, Owner(room), byBot: false);

    public static void ReopenTopic(this ChatRoom room, Topic topic) => SetClosed(room, topic, false, Owner(room), byBot: false);

    /// <summary>Deletes a topic with all its messages. Bots are not told.</summary>
    public static void DeleteTopic(this ChatRoom room, Topic topic)
    {
        lock (room.World.Gate) Delete(room, topic);
    }

    /// <summary>Deletes the group. Bots are not told.</summary>
    public static void Disband(this ChatRoom room) => room.IsGone = true;

    /// <summary>Gives the chat another title.</summary>
    public static void Rename(this ChatRoom room, string title)
    {
        lock (room.World.Gate)
        {
            room.Title = title;
            Announce(room, Owner(room), new() { ["new_chat_title"] = title });
        }
    }

    /// <summary>Answers every send and edit here with 429 until the server's clock has gone on by <paramref name="length"/>. Zero ends it.</summary>
    /// <param name="bot">Which bot; may be left out when there is one.</param>
    public static void FloodWait(this ChatRoom room, TimeSpan length, BotAccount? bot = null) => room.World.Sending.Impose(bot ?? room.Bot ?? room.World.OnlyBot, room, length);

    internal static ChatRoom Change(this ChatRoom room, Membership member, Account? by)
    {
        lock (room.World.Gate)
        {
            var old = room.MembershipOf(member.Who);
            if (old == member) return room;
            by ??= Owner(room) ?? member.Who;
            room.Set(member);
            var asked = World.BotsIn(room).Where(bot => bot != member.Who && room.MembershipOf(bot).IsAdministrator).ToList();
            if (member.Who is BotAccount it) TellMember(room, "my_chat_member", it, old, member, by);
            foreach (var bot in asked) TellMember(room, "chat_member", bot, old, member, by);
            if (room.IsGroup) AnnounceMember(room, old, member, by);
            room.World.Happened(room);
            return room;
        }
    }

    internal static void TellMember(this ChatRoom room, string kind, BotAccount bot, Membership old, Membership now, Account by)
    {
        var inChannel = room.Kind == RoomKind.Channel;
        bot.Updates.Add(kind, new()
        {
            ["chat"] = room.ToJson(),
            ["from"] = by.ToJson(),
            ["date"] = room.World.Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = old.ToJson(inChannel),
            ["new_chat_member"] = now.ToJson(inChannel),
        }, room.Id);
    }

    internal static Topic OpenTopic(this ChatRoom room, string name, Account? by, bool byBot)
    {
        lock (room.World.Gate)
        {
            if (!room.IsForum && room.Kind != RoomKind.Private) throw new InvalidOperationException($"{room} is no forum.");
            var topic = new Topic(room.LastId + 1, name);
            room.Set(topic);
            Announce(room, by, new() { ["forum_topic_created"] = new JsonObject { ["name"] = name, ["icon_color"] = 0x6FB9F0 } }, topic.Thread, byBot);
            return topic;
        }
    }

    internal static void SetClosed(this ChatRoom room, Topic topic, bool isClosed, Account? by, bool byBot)
    {
        lock (room.World.Gate)
        {
            room.Set((room.Topic(topic.Thread) ?? topic) with { IsClosed = isClosed });
            Announce(room, by, new() { [isClosed ? "forum_topic_closed" : "forum_topic_reopened"] = new JsonObject() }, topic.Thread, byBot);
        }
    }

    internal static void Delete(this ChatRoom room, Topic topic)
    {
        room.Remove(topic);
        foreach (var message in room.Messages.Where(it => it.Thread == topic.Thread)) message.IsDeleted = true;
        room.World.Happened(room);
    }

    internal static void Announce(this ChatRoom room, Account? by, JsonObject service, int? thread = null, bool byBot = false) =>
        room.World.Post(new(room, World.NextId(room), room.World.Now, new() { Service = service })
        {
            Author = byBot ? by as BotAccount : null,
            From = room.Kind == RoomKind.Channel ? null : by,
            SenderChat = room.Kind == RoomKind.Channel ? room : null,
            Thread = thread,
        });

    internal static Account? Owner(ChatRoom room) => room.Person ?? room.Members.FirstOrDefault(it => it.Status == MemberStatus.Creator)?.Who;

    private static void AnnounceMember(ChatRoom room, Membership old, Membership member, Account by)
    {
        if (!old.IsIn && member.IsIn) Announce(room, by, new() { ["new_chat_members"] = new JsonArray(member.Who.ToJson()), ["new_chat_member"] = member.Who.ToJson() });
        else if (old.IsIn && !member.IsIn) Announce(room, by, new() { ["left_chat_member"] = member.Who.ToJson() }, byBot: by is BotAccount);
    }

    private static ChatMessage InItsName(ChatRoom room, ChatRoom channel, string text, int? thread)
    {
        lock (room.World.Gate)
            return room.World.Post(new(room, World.NextId(room), room.World.Now, new() { Text = new FormattedText(text, []).Finished() }) { SenderChat = channel, Thread = thread });
    }
}
