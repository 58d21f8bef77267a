using System.Globalization;

namespace NewsBot.BotApi;

/// <summary>A call in the hands of its method, while the world is held still.</summary>
internal sealed record Request(World World, BotAccount Bot, Call Call)
{
    public DateTimeOffset Now => World.Now;

    /// <summary>The chat in chat_id: known to the bot, and as open to it as reading needs.</summary>
    public ChatRoom Room(string field = "chat_id")
    {
        var room = Find(Call[field]);
        if (room.MovedTo is { } moved) throw Refusal.Migrated(moved.Id);
        if (room.IsGone) throw Refusal.Forbidden("the group chat was deleted");
        return Call.Room = room;
    }

    /// <summary>The chat in chat_id, of which the bot must be a member.</summary>
    public ChatRoom RoomInside()
    {
        var room = Room();
        if (room.Kind == RoomKind.Private) return room;
        return room.MembershipOf(Bot).Status switch
        {
            MemberStatus.Kicked => throw Refusal.Forbidden($"bot was kicked from the {Word(room)} chat"),
            MemberStatus.Left => throw Refusal.Forbidden($"bot is not a member of the {Word(room)} chat"),
            _ => room,
        };
    }

    /// <summary>The chat in chat_id, in which the bot must be able to write.</summary>
    /// <param name="what">As in "not enough rights to send … to the chat".</param>
    public ChatRoom RoomToWrite(MemberRights right = MemberRights.SendMessages, string what = "text messages")
    {
        var room = RoomInside();
        if (room.Kind == RoomKind.Private) return Reachable(room);
        var member = room.MembershipOf(Bot);
        if (room.Kind == RoomKind.Channel)
            return member.May(AdminRights.PostMessages) ? room : throw Refusal.Bad(member.IsAdministrator ? "not enough rights to post messages to the chat" : "need administrator rights in the channel chat");
        var isAllowed = member.May(right) && (member.IsAdministrator || room.Permissions.HasFlag(right));
        return isAllowed ? room : throw Refusal.Bad($"not enough rights to send {what} to the chat");
    }

    public ChatMessage Message(ChatRoom room, string notFound) =>
        Call.Number32("message_id") is { } id && id > 0
            ? room.Message(id) ?? throw Refusal.Bad(notFound)
            : throw Refusal.Bad("message identifier is not specified");

    public Account Someone()
    {
        if (Call.Number64("user_id") is not { } id) throw Refusal.Bad("invalid user_id specified");
        return World.People.TryGetValue(id, out var person) ? person
            : World.Bots.Values.FirstOrDefault(it => it.Id == id) ?? (Account?)null ?? throw Refusal.Bad("user not found");
    }

    public static string Word(ChatRoom room) => room.KindWord;

    private static ChatRoom Reachable(ChatRoom room) =>
        room.Person!.IsDeactivated ? throw Refusal.Forbidden("user is deactivated")
        : room.IsBlocked ? throw Refusal.Forbidden("bot was blocked by the user")
        : room;

    private ChatRoom Find(string? id)
    {
        if (string.IsNullOrWhiteSpace(id)) throw Refusal.Bad("chat_id is empty");
        if (id[0] == '@') return World.Rooms.Values.FirstOrDefault(it => id[1..].Equals(it.Username, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown();
        if (!long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) throw Unknown();
        if (World.Rooms.TryGetValue(number, out var room)) return room;
        if (World.PrivateRooms.TryGetValue((Bot.Id, number), out var talk)) return talk;
        if (World.Bots.Values.Any(it => it.Id == number)) throw Refusal.Forbidden("bot can't send messages to bots");
        // Whom the bot has met in a group it knows, but only they can begin to talk.
        throw World.Rooms.Values.Any(it => it.Members.Any(member => member.Who.Id == number) && it.MembershipOf(Bot).IsIn)
            ? Refusal.Forbidden("bot can't initiate conversation with a user")
            : Unknown();
    }

    private static Refusal Unknown() => Refusal.Bad("chat not found");
}
