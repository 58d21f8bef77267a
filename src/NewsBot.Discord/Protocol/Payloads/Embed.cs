namespace NewsBot.Discord.Protocol;

/// <summary>A card within a message (resources/message, Embed Limits): title 256, description 4,096, 25 fields, footer 2,048 characters.</summary>
internal sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Color { get; init; }

    public EmbedFooter? Footer { get; init; }

    public EmbedMedia? Image { get; init; }

    public EmbedMedia? Thumbnail { get; init; }

    public EmbedAuthor? Author { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

internal sealed record EmbedFooter(string Text, string? IconUrl = null);

internal sealed record EmbedMedia(string Url);

internal sealed record EmbedAuthor(string Name, string? Url = null);

internal sealed record EmbedField(string Name, string Value, bool Inline = false);
