namespace NewsBot.BotApi;

/// <summary>Where in a chat a message goes.</summary>
internal static class Threads
{
    /// <summary>The General topic's id, which is never written (telegram-bot-api's GENERAL_FORUM_TOPIC_ID).</summary>
    private const int General = 1;

    public static int? ToWrite(Request request, ChatRoom room)
    {
        var managesTopics = request.Bot is var bot && room.MembershipOf(bot).May(AdminRights.ManageTopics);
        if (request.Call.Number32("message_thread_id") is not { } id || id == 0)
        {
            if (room is { IsForum: true, IsGeneralClosed: true } && !managesTopics) throw Refusal.Bad("TOPIC_CLOSED");
            return null;
        }
        var hasTopics = room.IsForum || (room.Kind == RoomKind.Private && bot.HasPrivateTopics);
        var topic = (hasTopics && !(room.IsForum && id == General) ? room.Topic(id) : null) ?? throw Refusal.Bad("message thread not found");
        if (topic.IsClosed && !managesTopics) throw Refusal.Bad("TOPIC_CLOSED");
        return topic.Thread;
    }
}
