using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>A message as bots see it.</summary>
internal static class MessageJson
{
    private static JsonObject Telegram => new() { ["id"] = 777000, ["is_bot"] = false, ["first_name"] = "Telegram" };

    private static JsonObject AnonymousAdministrator =>
        new() { ["id"] = 1087968824, ["is_bot"] = true, ["first_name"] = "Group", ["username"] = "GroupAnonymousBot" };

    private static JsonObject ChannelInGroup => new() { ["id"] = 136817688, ["is_bot"] = true, ["first_name"] = "Channel", ["username"] = "Channel_Bot" };

    public static JsonObject ToJson(this ChatMessage message, bool withReply = true)
    {
        var json = new JsonObject { ["message_id"] = message.Id };
        if (message.Thread is { } thread) json["message_thread_id"] = thread;
        if (message.Thread is not null && (message.Room.IsForum || message.Room.Kind == RoomKind.Private)) json["is_topic_message"] = true;
        WriteSender(json, message);
        json["chat"] = message.Room.ToJson();
        json["date"] = message.At.ToUnixTimeSeconds();
        if (message.IsEdited) json["edit_date"] = message.Versions[^1].At.ToUnixTimeSeconds();
        if (message.Forwards is { } original) json["forward_origin"] = Origin(original);
        if (message.IsAutomaticForward) json["is_automatic_forward"] = true;
        if (message.Via is { } via) json["via_bot"] = via.ToJson();
        if (message.IsProtected) json["has_protected_content"] = true;
        if (message.Album is { } album) json["media_group_id"] = album;
        if (withReply && message.ReplyTo is { IsDeleted: false } reply) json["reply_to_message"] = reply.ToJson(withReply: false);
        WriteContent(json, message.Content);
        return json;
    }

    private static void WriteSender(JsonObject json, ChatMessage message)
    {
        if (message.SenderChat is { } sender) json["sender_chat"] = sender.ToJson();
        var from = message.From?.ToJson()
            ?? (message.Room.Kind == RoomKind.Channel ? null
                : message.IsAutomaticForward ? Telegram
                : message.SenderChat == message.Room ? AnonymousAdministrator
                : ChannelInGroup);
        if (from is not null) json["from"] = from;
    }

    private static JsonObject Origin(ChatMessage original)
    {
        if (original.Forwards is { } first) return Origin(first);
        var date = original.At.ToUnixTimeSeconds();
        return original switch
        {
            { Room.Kind: RoomKind.Channel } => new() { ["type"] = "channel", ["date"] = date, ["chat"] = original.Room.ToJson(), ["message_id"] = original.Id },
            { SenderChat: { } chat } => new() { ["type"] = "chat", ["date"] = date, ["sender_chat"] = chat.ToJson() },
            _ => new() { ["type"] = "user", ["date"] = date, ["sender_user"] = original.From?.ToJson() },
        };
    }

    private static void WriteContent(JsonObject json, MessageContent content)
    {
        if (content.Text is { } text) WriteText(json, text, "text", "entities");
        if (content.Photo is { } photo) json["photo"] = photo.ToPhotoJson();
        if (content.RichHtml is not null) json["rich_message"] = RichText.ToJson(content);
        else if (content.Caption is { Text.Length: > 0 } caption) WriteText(json, caption, "caption", "caption_entities");
        if (content.LinkPreview is { } preview) json["link_preview_options"] = preview.DeepClone();
        if (content.InlineKeyboard is { } markup) json["reply_markup"] = markup.DeepClone();
        foreach (var (name, value) in content.Service ?? []) json[name] = value?.DeepClone();
    }

    private static void WriteText(JsonObject json, FormattedText text, string name, string entities)
    {
        json[name] = text.Text;
        if (text.Entities.Length > 0) json[entities] = text.EntitiesJson();
    }
}
