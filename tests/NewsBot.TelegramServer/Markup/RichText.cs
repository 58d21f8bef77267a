using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsBot.BotApi;

/// <summary>Rich messages, read only as far as a test needs: the text without its tags, and the limits that are documented.</summary>
internal static partial class RichText
{
    /// <summary>Characters of a rich message, from the Bot API's description of rich messages; counted here in UTF-16 units.</summary>
    private const int Longest = 32_768;

    public static MessageContent Read(JsonObject? message)
    {
        var html = (string?)message?["html"] ?? (string?)message?["markdown"] ?? message?["blocks"]?.ToJsonString();
        if (string.IsNullOrWhiteSpace(html)) throw Refusal.Bad("rich message is empty");
        var text = WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(html, "\n"), "")).Trim();
        if (text.Length == 0) throw Refusal.Bad("rich message is empty");
        if (text.Length > Longest) throw Refusal.Bad("rich message is too long");
        return new() { RichHtml = html, Caption = new(text, []) };
    }

    public static JsonObject ToJson(MessageContent content) =>
        new() { ["blocks"] = new JsonArray(new JsonObject { ["type"] = "paragraph", ["text"] = content.Body.Text }) };

    [GeneratedRegex(@"</(?:p|h[1-6]|li|tr|summary|details|blockquote)>|<br\s*/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
