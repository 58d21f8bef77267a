using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

internal static class Pinning
{
    public static JsonNode Pin(Request request) => Set(request, true);

    public static JsonNode Unpin(Request request) => Set(request, false);

    private static JsonNode Set(Request request, bool isPinned)
    {
        var room = request.RoomInside();
        if (!May(request.Bot, room)) throw Refusal.Bad("not enough rights to manage pinned messages in the chat");
        var message = request.Message(room, isPinned ? "message to pin not found" : "message to unpin not found");
        message.IsPinned = isPinned;
        if (!isPinned) return true;
        var (world, bot, _) = request;
        world.Post(new(room, World.NextId(room), world.Now, new() { Service = new() { ["pinned_message"] = message.ToJson(withReply: false) } })
        {
            Author = bot,
            From = room.Kind == RoomKind.Channel ? null : bot,
            SenderChat = room.Kind == RoomKind.Channel ? room : null,
            Thread = message.Thread,
        });
        return true;
    }

    private static bool May(BotAccount bot, ChatRoom room)
    {
        var member = room.MembershipOf(bot);
        return room.Kind switch
        {
            RoomKind.Private => true,
            RoomKind.Channel => member.May(AdminRights.EditMessages),
            _ => member.May(AdminRights.PinMessages) || (!member.IsAdministrator && member.May(MemberRights.PinMessages) && room.Permissions.HasFlag(MemberRights.PinMessages)),
        };
    }
}
