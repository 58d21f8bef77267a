using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>Entities that a bot gives beside its text, instead of markup.</summary>
internal static class GivenEntities
{
    private static readonly HashSet<string> Types =
    [
        "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
        "custom_emoji", "date_time",
    ];

    // What Telegram finds by itself may be given too, and is then found again.
    private static readonly HashSet<string> Found =
        ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"];

    public static ImmutableArray<TextEntity> Read(string text, JsonArray? entities) =>
        [.. (entities ?? []).Select(it => Read(text, it as JsonObject ?? throw Refuse("expected an Object"))).OfType<TextEntity>()];

    private static TextEntity? Read(string text, JsonObject json)
    {
        var type = (string?)json["type"] ?? "";
        if (Found.Contains(type)) return null;
        if (!Types.Contains(type)) throw Refuse("Unsupported type specified");
        var (offset, length) = (Number(json, "offset"), Number(json, "length"));
        if (offset < 0) throw Refusal.Bad("receive an entity with incorrect offset " + offset);
        if (offset + length > text.Length)
            throw Refusal.Bad($"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {offset + length}");
        if (SplitsCharacter(text, offset) || SplitsCharacter(text, offset + length))
            throw Refusal.Bad($"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol at UTF-16 offset {offset + length}");
        if (type == "text_link") return LinkEntity.From((string?)json["url"] ?? "", offset, length);
        return new(type, offset, length, Language: (string?)json["language"], UserId: (long?)json["user"]?["id"], Emoji: (string?)json["custom_emoji_id"]);
    }

    private static int Number(JsonObject json, string field) =>
        json[field] is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw Refuse($"Field \"{field}\" must be a Number");

    private static bool SplitsCharacter(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]);

    private static Refusal Refuse(string why) => Refusal.Bad($"can't parse MessageEntity: {why}");
}
