using System.Text;
using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>Reads what a bot wants to say: texts with their markup, keyboards, and where to say it.</summary>
internal static class Writing
{
    /// <summary>Characters of a text after its markup was read (the Bot API's sendMessage). Counted here in UTF-16 units, the tighter of the readings.</summary>
    private const int LongestText = 4096;

    /// <summary>Characters of a caption, as above.</summary>
    private const int LongestCaption = 1024;

    /// <summary>Bytes of callback data (the Bot API's InlineKeyboardButton).</summary>
    private const int LongestData = 64;

    private const int MostButtons = 100;

    public static FormattedText Text(Call call, string field = "text") => Text(call[field], call["parse_mode"], call.Array("entities"));

    public static FormattedText Text(string? raw, string? mode, JsonArray? entities)
    {
        var text = Formatted(raw, mode, entities);
        if (text.Text.Length == 0) throw Refusal.Bad("message text is empty");
        return text.Text.Length <= LongestText ? text : throw Refusal.Bad("message is too long");
    }

    public static FormattedText? Caption(string? raw, string? mode, JsonArray? entities)
    {
        var text = Formatted(raw, mode, entities);
        return text.Text.Length <= LongestCaption ? (text.Text.Length == 0 ? null : text) : throw Refusal.Bad("message caption is too long");
    }

    public static FormattedText? Caption(Call call) => Caption(call["caption"], call["parse_mode"], call.Array("caption_entities"));

    public static JsonObject? Markup(Call call)
    {
        var markup = call.Object("reply_markup");
        if (markup?["inline_keyboard"] is { } keyboard) CheckKeyboard(keyboard as JsonArray ?? throw Refusal.Bad("field \"inline_keyboard\" must be of type Array"));
        return markup is { Count: > 0 } ? markup : null;
    }

    public static void CheckKeyboard(JsonArray rows)
    {
        var buttons = rows.SelectMany(row => row as JsonArray ?? throw Refusal.Bad("can't parse inline keyboard button: keyboard row must be an Array")).ToList();
        if (buttons.Count > MostButtons) throw Refusal.Bad("reply markup is too long");
        foreach (var button in buttons) Check(button as JsonObject ?? throw Refusal.Bad("can't parse inline keyboard button: must be an Object"));
    }

    private static void Check(JsonObject button)
    {
        if (string.IsNullOrWhiteSpace((string?)button["text"])) throw Refusal.Bad("can't parse inline keyboard button: inline keyboard button text must be non-empty");
        var does = button.Where(it => it.Value is not null && it.Key is not ("text" or "style" or "icon_custom_emoji_id")).ToList();
        if (does.Count != 1) throw Refusal.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if ((string?)button["callback_data"] is { } data && Encoding.UTF8.GetByteCount(data) is < 1 or > LongestData) throw Refusal.Bad("BUTTON_DATA_INVALID");
        if ((string?)button["url"] is { } url && LinkEntity.Url(url) is null)
            throw Refusal.Bad($"inline keyboard button URL '{url}' is invalid: {(url.Contains("://", StringComparison.Ordinal) && !url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? "Unsupported URL protocol" : "Wrong HTTP URL")}");
    }

    private static FormattedText Formatted(string? raw, string? mode, JsonArray? entities)
    {
        var text = Clean(raw ?? "");
        var parsed = (mode?.ToUpperInvariant() ?? "") switch
        {
            "HTML" => HtmlText.Parse(text),
            "MARKDOWNV2" => MarkdownText.Parse(text),
            "" or "NONE" => new(text, GivenEntities.Read(text, entities)),
            // The old Markdown cannot be nested or escaped in places; nothing new should send it.
            "MARKDOWN" => throw Refusal.Bad("this test server does not read the legacy Markdown; use HTML or MarkdownV2"),
            _ => throw Refusal.Bad("unsupported parse_mode"),
        };
        return parsed.Finished();
    }

    // As TDLib's clean_input_string: control characters become blanks. Carriage returns too, so that given entities keep their places.
    private static string Clean(string text)
    {
        if (!text.Any(it => char.IsControl(it) && it != '\n')) return text;
        return string.Create(text.Length, text, (span, source) =>
        {
            for (var at = 0; at < span.Length; at++) span[at] = char.IsControl(source[at]) && source[at] != '\n' ? ' ' : source[at];
        });
    }
}
