using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>The rules of https://core.telegram.org/bots/api#deletemessage.</summary>
internal static class Deleting
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(48);

    public static JsonNode One(Request request)
    {
        var room = request.RoomInside();
        Delete(request, room, request.Message(room, "message to delete not found"));
        return true;
    }

    public static JsonNode Many(Request request)
    {
        var room = request.RoomInside();
        var ids = request.Call.Array("message_ids") ?? throw Refusal.Bad("message identifiers are not specified");
        if (ids.Count is < 1 or > 100) throw Refusal.Bad("there are too many messages to delete");
        // What cannot be found is skipped; what must stay is an error.
        foreach (var message in ids.Select(id => room.Message((int?)id ?? 0)).OfType<ChatMessage>().ToList()) Delete(request, room, message);
        return true;
    }

    private static void Delete(Request request, ChatRoom room, ChatMessage message)
    {
        if (request.Now - message.At >= Longest) throw Refusal.Bad("message can't be deleted for everyone");
        if (!May(request.Bot, room, message)) throw Refusal.Bad("message can't be deleted");
        message.IsDeleted = true;
        request.World.Happened(room);
    }

    private static bool May(BotAccount bot, ChatRoom room, ChatMessage message)
    {
        var member = room.MembershipOf(bot);
        return room.Kind == RoomKind.Private
            || member.May(AdminRights.DeleteMessages)
            || (message.Author == bot && (room.Kind != RoomKind.Channel || member.May(AdminRights.PostMessages)));
    }
}
