using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

internal static class Topics
{
    /// <summary>Characters of a topic's name (the Bot API's createForumTopic).</summary>
    private const int LongestName = 128;

    public static JsonNode Create(Request request)
    {
        var room = Room(request);
        var name = (request.Call["name"] ?? "").Trim();
        if (name.Length is 0 or > LongestName) throw Refusal.Bad("TOPIC_TITLE_EMPTY");
        var topic = room.OpenTopic(name, request.Bot, byBot: true);
        return new JsonObject { ["message_thread_id"] = topic.Thread, ["name"] = topic.Name, ["icon_color"] = 0x6FB9F0 };
    }

    public static JsonNode Rename(Request request)
    {
        var (room, topic) = Find(request);
        room.Set(topic with { Name = request.Call["name"] ?? topic.Name });
        return true;
    }

    public static JsonNode SetClosed(Request request, bool isClosed)
    {
        var (room, topic) = Find(request);
        if (topic.IsClosed == isClosed) throw Refusal.Bad("TOPIC_NOT_MODIFIED");
        room.SetClosed(topic, isClosed, request.Bot, byBot: true);
        return true;
    }

    public static JsonNode SetGeneralClosed(Request request, bool isClosed)
    {
        Room(request).IsGeneralClosed = isClosed;
        return true;
    }

    public static JsonNode Delete(Request request)
    {
        var (room, topic) = Find(request);
        room.Delete(topic);
        return true;
    }

    private static (ChatRoom Room, Topic Topic) Find(Request request)
    {
        var room = Room(request);
        return (room, room.Topic(request.Call.Number32("message_thread_id") ?? 0) ?? throw Refusal.Bad("message thread not found"));
    }

    private static ChatRoom Room(Request request)
    {
        var room = request.RoomToWrite();
        if (room.Kind == RoomKind.Private ? !request.Bot.HasPrivateTopics : !room.IsForum) throw Refusal.Bad("the chat is not a forum");
        if (room.Kind != RoomKind.Private && !room.MembershipOf(request.Bot).May(AdminRights.ManageTopics)) throw Refusal.Bad("not enough rights to create a topic");
        return room;
    }
}
