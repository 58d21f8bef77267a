using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>Reading of JSON whose kinds nobody promised: a member of another kind is an absent one.</summary>
internal static class Json
{
    public static string? Text(this JsonObject it, string name) => it[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static long? Number(this JsonObject it, string name) => it[name] is JsonValue value ? Number(value) : null;

    public static long? Number(JsonValue value)
    {
        if (value.TryGetValue<long>(out var number)) return number;
        if (value.TryGetValue<int>(out var small)) return small;
        if (value.TryGetValue<ulong>(out var large)) return (long)large;
        return value.TryGetValue<double>(out var real) && real == Math.Floor(real) && Math.Abs(real) < 1e15 ? (long)real : null;
    }

    public static bool Flag(this JsonObject it, string name) => it[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>A snowflake: a decimal string, or (as Discord also takes it) a number.</summary>
    public static ulong? Id(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
        JsonValue value when Number(value) is >= 0 and var number => (ulong)number,
        _ => null,
    };

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];

    public static JsonArray Copy(this JsonNode? array) => array is JsonArray it ? (JsonArray)it.DeepClone() : [];

    public static JsonNode? Parse(ReadOnlySpan<byte> utf8) => JsonNode.Parse(utf8, null, new JsonDocumentOptions { MaxDepth = 64 });

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node);
}
