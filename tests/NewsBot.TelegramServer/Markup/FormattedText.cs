using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>A stretch of a text with a meaning; offset and length are in UTF-16 units, as everywhere in the Bot API.</summary>
/// <param name="Type">Such as "bold", "text_link", "bot_command".</param>
/// <param name="Url">Where a "text_link" leads.</param>
/// <param name="Language">The language of a "pre".</param>
/// <param name="UserId">Whom a "text_mention" names.</param>
/// <param name="Emoji">The identifier of a "custom_emoji".</param>
public sealed record TextEntity(string Type, int Offset, int Length, string? Url = null, string? Language = null, long? UserId = null, string? Emoji = null)
{
    internal int End => Offset + Length;

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["offset"] = Offset, ["length"] = Length, ["type"] = Type };
        if (Url is not null) json["url"] = Url;
        if (Language is not null) json["language"] = Language;
        if (UserId is { } user) json["user"] = new JsonObject { ["id"] = user, ["is_bot"] = false, ["first_name"] = "User" };
        if (Emoji is not null) json["custom_emoji_id"] = Emoji;
        return json;
    }
}

/// <summary>A text after its markup was read.</summary>
public sealed record FormattedText(string Text, ImmutableArray<TextEntity> Entities)
{
    public static FormattedText Empty { get; } = new("", []);

    /// <summary>The text under an entity.</summary>
    public string Under(TextEntity entity) => Text.Substring(entity.Offset, entity.Length);

    public bool Equals(FormattedText? other) => other is not null && Text == other.Text && Entities.SequenceEqual(other.Entities);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    internal JsonArray EntitiesJson() => new([.. Entities.Select(it => it.ToJson())]);

    /// <summary>As the real server stores it: no blanks around it, nothing empty, nothing within code, and links, commands and mentions found.</summary>
    internal FormattedText Finished(bool detect = true)
    {
        var start = Text.Length - Text.AsSpan().TrimStart().Length;
        var text = Text.Trim();
        var kept = Entities
            .Select(it => Within(it, start, text.Length))
            .Where(it => it.Length > 0)
            .OrderBy(it => it.Offset).ThenByDescending(it => it.Length)
            .ToList();
        var code = kept.Where(it => it.Type is "code" or "pre").ToList();
        kept.RemoveAll(it => code.Any(outer => outer != it && it.Offset >= outer.Offset && it.End <= outer.End));
        if (detect) kept = [.. kept.Concat(FoundEntities.In(text).Where(it => Fits(it, kept))).OrderBy(it => it.Offset).ThenByDescending(it => it.Length)];
        return new(text, [.. kept]);
    }

    private static TextEntity Within(TextEntity entity, int start, int length)
    {
        var from = Math.Clamp(entity.Offset - start, 0, length);
        return entity with { Offset = from, Length = Math.Clamp(entity.End - start, from, length) - from };
    }

    // What is found in the text gives way to links and code, and may not cross the edge of anything.
    private static bool Fits(TextEntity found, List<TextEntity> written) => written.All(it =>
        it.End <= found.Offset || found.End <= it.Offset
        || (it.Type is not ("code" or "pre" or "text_link" or "text_mention" or "custom_emoji")
            && ((it.Offset <= found.Offset && found.End <= it.End) || (found.Offset <= it.Offset && it.End <= found.End))));
}
