using System.Text.Json.Serialization;

namespace NewsBot.Json;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchJson))]
[JsonSerializable(typeof(InspectJson))]
internal sealed partial class VerbJson : JsonSerializerContext
{
    /// <summary>For people's terminals and other programs, never for a page: letters stay letters instead of \u escapes.</summary>
    public static VerbJson Readable { get; } = new(new(Default.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
