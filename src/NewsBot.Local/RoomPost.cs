using System.Text.Json.Serialization;

namespace NewsBot.Local;

/// <summary>One entry of a room as it is kept and as the page gets it: a post of the bot's, or what someone typed with the answer.</summary>
internal sealed record RoomPost
{
    /// <summary>What a person typed or the label that was pressed; null when the bot speaks by itself.</summary>
    public string? Said { get; init; }

    /// <summary>The role in which it was said: reader, moderator or operator.</summary>
    public string? Role { get; init; }

    public IReadOnlyList<DrawnCard> Cards { get; init; } = [];

    /// <summary>What its card says of a correction, such as "Corrected 14:05"; null when there was none worth telling.</summary>
    public string? Corrected { get; init; }

    /// <summary>The earlier post of the room that this one goes on from; null when it stands for itself.</summary>
    public FollowedPost? Follows { get; init; }
}

internal sealed record FollowedPost(long Number, string Title);

/// <summary>A card drawn for the page: only text and addresses, never markup.</summary>
internal sealed record DrawnCard
{
    public string? Title { get; init; }
    public string? Link { get; init; }

    /// <summary>The host of the link, to print beside it.</summary>
    public string? Host { get; init; }

    public IReadOnlyList<DrawnSpan> Body { get; init; } = [];
    public IReadOnlyList<DrawnField> Fields { get; init; } = [];
    public DrawnImage? Image { get; init; }
    public string? Footer { get; init; }
    public DateTimeOffset? At { get; init; }
    public IReadOnlyList<DrawnButton> Buttons { get; init; } = [];
}

/// <param name="Mark">strong, emphasis, code or hit.</param>
/// <param name="Link">http(s) address that the text leads to.</param>
/// <param name="Line">Command line that pressing the text types.</param>
internal sealed record DrawnSpan(
    [property: JsonPropertyName("t")] string Text,
    [property: JsonPropertyName("m")] string? Mark = null,
    string? Link = null,
    string? Host = null,
    string? Line = null);

internal sealed record DrawnField(string Name, IReadOnlyList<DrawnSpan> Value);

/// <param name="Source">A path on this server; null when the picture lies elsewhere on the web, from where we never load it.</param>
/// <param name="Host">Where it lies instead.</param>
internal sealed record DrawnImage(string? Source, string? Host, string Description);

internal sealed record DrawnButton(string Label, string? Link = null, string? Host = null, string? Line = null);
