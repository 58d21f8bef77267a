using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>One result under an inline question.</summary>
/// <param name="Type">"article" or "photo".</param>
/// <param name="Content">What is posted when it is chosen.</param>
public sealed record InlineResult(string Id, string Type, string Title, string Description, string? Thumbnail, MessageContent Content);

internal static class InlineResults
{
    /// <summary>The Bot API's answerInlineQuery.</summary>
    private const int Most = 50;

    public static IReadOnlyList<InlineResult> Read(Request request, JsonArray json)
    {
        if (json.Count > Most) throw Refusal.Bad("RESULTS_TOO_MUCH");
        var results = json.Select(it => Read(request, it as JsonObject ?? throw Refusal.Bad("can't parse inline query result: expected an Object"))).ToList();
        return results.DistinctBy(it => it.Id).Count() == results.Count ? results : throw Refusal.Bad("RESULT_ID_DUPLICATE");
    }

    private static InlineResult Read(Request request, JsonObject json)
    {
        var (id, type, title) = ((string?)json["id"] ?? "", (string?)json["type"] ?? "", (string?)json["title"] ?? "");
        if (System.Text.Encoding.UTF8.GetByteCount(id) is < 1 or > 64) throw Refusal.Bad("RESULT_ID_INVALID");
        if (type == "article" && title.Length == 0) throw Refusal.Bad("can't parse inline query result: Can't find field \"title\"");
        var markup = json["reply_markup"] as JsonObject;
        if (markup?["inline_keyboard"] is JsonArray keyboard) Writing.CheckKeyboard(keyboard);
        var content = Content(request, json, type) with { Markup = markup };
        return new(id, type, title, (string?)json["description"] ?? "", (string?)json["thumbnail_url"], content);
    }

    private static MessageContent Content(Request request, JsonObject json, string type)
    {
        if (json["input_message_content"] is JsonObject given) return Text(given);
        if (type != "photo") throw Refusal.Bad("can't parse inline query result: Can't find field \"input_message_content\"");
        return new()
        {
            Photo = Photos.Find(request, (string?)json["photo_url"] ?? (string?)json["photo_file_id"], ""),
            Caption = Writing.Caption((string?)json["caption"], (string?)json["parse_mode"], json["caption_entities"] as JsonArray),
        };
    }

    private static MessageContent Text(JsonObject given) => given["rich_message"] is JsonObject rich
        ? RichText.Read(rich)
        : new()
        {
            Text = Writing.Text((string?)given["message_text"], (string?)given["parse_mode"], given["entities"] as JsonArray),
            LinkPreview = given["link_preview_options"] as JsonObject,
        };
}
