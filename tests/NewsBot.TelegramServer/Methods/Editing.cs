using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

internal static class Editing
{
    public static JsonNode Text(Request request)
    {
        if (request.Call.Object("rich_message") is { } rich)
        {
            var content = RichText.Read(rich) with { Markup = Writing.Markup(request.Call) };
            return Edit(request, _ => content);
        }
        var text = Writing.Text(request.Call);
        var markup = Writing.Markup(request.Call);
        var preview = request.Call.Object("link_preview_options");
        return Edit(request, now => now.Text is null && now.RichHtml is null
            ? throw Refusal.Bad("there is no text in the message to edit")
            : new() { Text = text, Markup = markup, LinkPreview = preview });
    }

    public static JsonNode Caption(Request request)
    {
        var caption = Writing.Caption(request.Call);
        var markup = Writing.Markup(request.Call);
        return Edit(request, now => now.Photo is null
            ? throw Refusal.Bad("there is no caption in the message to edit")
            : now with { Caption = caption, Markup = markup });
    }

    public static JsonNode Media(Request request)
    {
        var item = Sending.Item(request, request.Call.Object("media") ?? throw Refusal.Bad("media is not specified"));
        var markup = Writing.Markup(request.Call);
        return Edit(request, _ => item with { Markup = markup });
    }

    public static JsonNode Keyboard(Request request)
    {
        var markup = Writing.Markup(request.Call);
        return Edit(request, now => now with { Markup = markup });
    }

    private static JsonNode Edit(Request request, Func<MessageContent, MessageContent> change)
    {
        var isInline = request.Call["inline_message_id"] is not null;
        var message = isInline ? Inline(request) : InRoom(request);
        if (message.IsService) throw Refusal.Bad("message can't be edited");
        var changed = change(message.Content);
        request.World.Sending.Pass(request.Bot, message.Room, 1, isEdit: true, paid: false);
        if (changed.Shows(message.Content))
            throw Refusal.Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        request.World.Edit(message, changed);
        return isInline ? true : message.ToJson();
    }

    private static ChatMessage Inline(Request request) =>
        request.World.InlineMessages.GetValueOrDefault(request.Call["inline_message_id"]!) is { IsDeleted: false } message && message.Via == request.Bot
            ? message
            : throw Refusal.Bad("MESSAGE_ID_INVALID");

    private static ChatMessage InRoom(Request request)
    {
        var room = request.RoomInside();
        if (room is { Kind: RoomKind.Private, IsBlocked: true }) throw Refusal.Forbidden("bot was blocked by the user");
        var message = request.Message(room, "message to edit not found");
        var isMine = message.Author == request.Bot && (room.Kind != RoomKind.Channel || room.MembershipOf(request.Bot).May(AdminRights.PostMessages));
        return isMine || (room.Kind == RoomKind.Channel && room.MembershipOf(request.Bot).May(AdminRights.EditMessages))
            ? message
            : throw Refusal.Bad("message can't be edited");
    }
}
