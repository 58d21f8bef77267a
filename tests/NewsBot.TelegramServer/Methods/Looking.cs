using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>Questions about chats, their members and files; and leaving.</summary>
internal static class Looking
{
    public static JsonNode Chat(Request request)
    {
        var room = request.Room();
        // A public chat can be looked at from outside, a private one cannot.
        if (room.Username is null) request.RoomInside();
        var json = room.ToJson();
        json["accent_color_id"] = 0;
        json["max_reaction_count"] = 11;
        if (room.Linked is { } linked) json["linked_chat_id"] = linked.Id;
        if (room.IsGroup)
        {
            var permissions = new JsonObject();
            RightsJson.Write(permissions, room.Permissions);
            json["permissions"] = permissions;
        }
        return json;
    }

    public static JsonNode Member(Request request)
    {
        var room = request.RoomInside();
        var who = request.Someone();
        if (room.Kind == RoomKind.Private)
            return new Membership(who, who == room.Person || who == room.Bot ? MemberStatus.Member : MemberStatus.Left).ToJson(inChannel: false);
        if (room.Kind == RoomKind.Channel && who != request.Bot && !room.MembershipOf(request.Bot).IsAdministrator) throw Refusal.Bad("member list is inaccessible");
        return room.MembershipOf(who).ToJson(room.Kind == RoomKind.Channel);
    }

    public static JsonNode Administrators(Request request)
    {
        var room = request.RoomInside();
        if (room.Kind == RoomKind.Private) throw Refusal.Bad("there are no administrators in the private chat");
        if (room.Kind == RoomKind.Channel && !room.MembershipOf(request.Bot).IsAdministrator) throw Refusal.Bad("member list is inaccessible");
        var withBots = request.Call.Flag("return_bots");
        return new JsonArray([.. room.Members
            .Where(it => it.IsAdministrator && (withBots || it.Who is Person || it.Who == request.Bot))
            .Select(it => it.ToJson(room.Kind == RoomKind.Channel))]);
    }

    public static JsonNode Count(Request request)
    {
        var room = request.RoomInside();
        return room.Kind == RoomKind.Private ? 2 : room.Members.Count(it => it.IsIn);
    }

    public static JsonNode Leave(Request request)
    {
        var room = request.RoomInside();
        if (room.Kind == RoomKind.Private) throw Refusal.Bad("chat can't be left");
        room.Change(new(request.Bot, MemberStatus.Left), by: request.Bot);
        return true;
    }

    public static JsonNode File(Request request)
    {
        var id = request.Call["file_id"] ?? throw Refusal.Bad("file_id not specified");
        var file = request.World.Files.GetValueOrDefault(id.EndsWith("-s", StringComparison.Ordinal) ? id[..^2] : id);
        if (file is null || file.Owner != request.Bot.Id) throw Refusal.Bad("invalid file_id");
        return new JsonObject { ["file_id"] = id, ["file_unique_id"] = file.UniqueId, ["file_size"] = file.Bytes.Length, ["file_path"] = file.Path };
    }
}
