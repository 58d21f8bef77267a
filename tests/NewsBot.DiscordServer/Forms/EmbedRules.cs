using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>"Embed limits" of the documentation's page on messages.</summary>
internal static class EmbedRules
{
    private const int MostInAll = 6000;

    /// <summary>The embeds as they are kept: checked, with their type.</summary>
    public static JsonArray Read(Form message)
    {
        var total = 0;
        JsonArray kept = [];
        foreach (var embed in message.Forms("embeds", 10))
        {
            total += Check(embed);
            var copy = (JsonObject)embed.Body.DeepClone();
            copy["type"] = "rich";
            kept.Add(copy);
        }
        if (total > MostInAll) message.Wrong("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostInAll}");
        return kept;
    }

    private static int Check(Form embed)
    {
        var size = Length(embed.Text("title", 256)) + Length(embed.Text("description", 4096));
        embed.Link("url");
        embed.Number("color", 0, 0xFFFFFF);
        embed.Inner("image")?.Link("url", 2048, required: true, "attachment");
        embed.Inner("thumbnail")?.Link("url", 2048, required: true, "attachment");
        CheckTime(embed);
        if (embed.Inner("footer") is { } footer)
        {
            size += Length(footer.Text("text", 2048, 1, required: true));
            footer.Link("icon_url", 2048, required: false, "attachment");
        }
        if (embed.Inner("author") is { } author)
        {
            size += Length(author.Text("name", 256, 1, required: true));
            author.Link("url");
            author.Link("icon_url", 2048, required: false, "attachment");
        }
        foreach (var field in embed.Forms("fields", 25))
        {
            size += Length(field.Text("name", 256, 1, required: true)) + Length(field.Text("value", 1024, 1, required: true));
            field.Flag("inline");
        }
        if (size == 0 && !embed.Has("image") && !embed.Has("thumbnail") && !embed.Has("url"))
            embed.Wrong("description", "BASE_TYPE_REQUIRED", "This field is required");
        return size;
    }

    private static void CheckTime(Form embed)
    {
        if (embed.Text("timestamp", 64) is { } time && !DateTimeOffset.TryParse(time, System.Globalization.CultureInfo.InvariantCulture, out _))
            embed.Wrong("timestamp", "DATE_TIME_TYPE_PARSE", $"Could not parse {time}. Should be ISO8601.");
    }

    private static int Length(string? text) => text?.Trim().Length ?? 0;
}
