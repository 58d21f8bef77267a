using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Sources.Polling;

/// <summary>What is remembered of a source's articles, so that each is new only once; src/notes/sources.md says why so and not otherwise.</summary>
internal sealed record SourceMemory
{
    /// <summary>What was not seen for so long is forgotten: the feeds that bring old items back do so within days.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The longest feed has 2,000 entries (FeedLimits); more are kept only as long as they stand in it.</summary>
    public const int Most = 4_000;

    /// <summary>A never-seen article of before this is old news, that another made room for.</summary>
    [JsonPropertyName("floor")]
    public required DateTimeOffset Floor { get; init; }

    /// <summary>When it was read last; items seen then stood in that reading, in this order.</summary>
    [JsonPropertyName("read")]
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The host that answered last.</summary>
    [JsonPropertyName("host")]
    public string Host { get; init; } = "";

    /// <summary>The same article was seen under several GUIDs.</summary>
    [JsonPropertyName("rotates")]
    public bool GuidsRotate { get; init; }

    /// <summary>The same GUID was seen on several articles.</summary>
    [JsonPropertyName("repeats")]
    public bool GuidsRepeat { get; init; }

    /// <summary>What the source took back, and what was done here already: marks of GUIDs.</summary>
    [JsonPropertyName("gone")]
    public IReadOnlyList<long> Gone { get; init; } = [];

    [JsonPropertyName("items")]
    public IReadOnlyList<Remembered> Items { get; init; } = [];

    [JsonIgnore]
    public bool GuidsHold => !GuidsRotate && !GuidsRepeat;

    /// <summary>Null when there is none, or one that this version cannot read: then the next reading is a first one, which posts nothing.</summary>
    public static SourceMemory? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, MemoryJson.Default.SourceMemory);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, MemoryJson.Default.SourceMemory);
}

/// <param name="Article">Its id.</param>
/// <param name="Published">As it was stored; stands in when the feed gives no date.</param>
/// <param name="SeenAt">When it stood in the source last.</param>
internal sealed record Remembered(
    [property: JsonPropertyName("id")] string Article,
    [property: JsonPropertyName("g")] long? Guid,
    [property: JsonPropertyName("l")] long? Link,
    [property: JsonPropertyName("p")] long? Path,
    [property: JsonPropertyName("t")] long Title,
    [property: JsonPropertyName("x")] long Text,
    [property: JsonPropertyName("d")] DateTimeOffset? Date,
    [property: JsonPropertyName("at")] DateTimeOffset Published,
    [property: JsonPropertyName("seen")] DateTimeOffset SeenAt)
{
    /// <summary>Another source has told it first, and what that one says holds.</summary>
    [JsonPropertyName("other")]
    public bool IsOthers { get; init; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SourceMemory))]
internal sealed partial class MemoryJson : JsonSerializerContext;
