using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>sendMessage and its kin: what is said is read first, then the place, and the limits come last, as on the real server.</summary>
internal static class Sending
{
    public static JsonNode Text(Request request)
    {
        var content = new MessageContent { Text = Writing.Text(request.Call), Markup = Writing.Markup(request.Call), LinkPreview = request.Call.Object("link_preview_options") };
        return Post(request, request.RoomToWrite(), [content])[0].ToJson();
    }

    public static JsonNode Photo(Request request)
    {
        var content = new MessageContent { Caption = Writing.Caption(request.Call), Markup = Writing.Markup(request.Call) };
        var room = request.RoomToWrite(MemberRights.SendPhotos, "photos");
        return Post(request, room, [content with { Photo = Photos.Find(request, request.Call["photo"], "photo") }])[0].ToJson();
    }

    public static JsonNode Rich(Request request)
    {
        var content = RichText.Read(request.Call.Object("rich_message")) with { Markup = Writing.Markup(request.Call) };
        return Post(request, request.RoomToWrite(), [content])[0].ToJson();
    }

    public static JsonNode Album(Request request)
    {
        var media = request.Call.Array("media") ?? throw Refusal.Bad("media is not specified");
        if (media.Count is < 2 or > 10) throw Refusal.Bad("wrong number of items in the album: 2-10 expected");
        var room = request.RoomToWrite(MemberRights.SendPhotos, "photos");
        var contents = media.Select(it => Item(request, it as JsonObject ?? throw Refusal.Bad("can't parse media"))).ToList();
        return new JsonArray([.. Post(request, room, contents, request.World.NextToken("album")).Select(it => it.ToJson())]);
    }

    public static JsonNode Action(Request request)
    {
        request.RoomToWrite();
        return (request.Call["action"] ?? "").Length > 0 ? true : throw Refusal.Bad("wrong parameter action in request");
    }

    public static MessageContent Item(Request request, JsonObject item)
    {
        if ((string?)item["type"] != "photo") throw Refusal.Bad("this test server takes photos only");
        return new()
        {
            Photo = Photos.Find(request, (string?)item["media"], "media"),
            Caption = Writing.Caption((string?)item["caption"], (string?)item["parse_mode"], item["caption_entities"] as JsonArray),
        };
    }

    private static List<ChatMessage> Post(Request request, ChatRoom room, List<MessageContent> contents, string? album = null)
    {
        var (world, bot, call) = request;
        var thread = Threads.ToWrite(request, room);
        var reply = ReplyTo(call, room);
        world.Sending.Pass(bot, room, contents.Count, isEdit: false, paid: call.Flag("allow_paid_broadcast"));
        return [.. contents.Select(content => world.Post(new(room, World.NextId(room), world.Now, content)
        {
            Author = bot,
            From = room.Kind == RoomKind.Channel ? null : bot,
            SenderChat = room.Kind == RoomKind.Channel ? room : null,
            Thread = thread,
            ReplyTo = reply,
            Album = album,
            IsSilent = call.Flag("disable_notification"),
            IsProtected = call.Flag("protect_content"),
            Call = call.Number,
        }))];
    }

    private static ChatMessage? ReplyTo(Call call, ChatRoom room)
    {
        var parameters = call.Object("reply_parameters");
        if ((int?)parameters?["message_id"] is not { } id || id == 0) return null;
        var isOptional = parameters["allow_sending_without_reply"] is JsonValue value && value.TryGetValue<bool>(out var isTrue) && isTrue;
        return room.Message(id) ?? (isOptional ? null : throw Refusal.Bad("message to be replied not found"));
    }
}
