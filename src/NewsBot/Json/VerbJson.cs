using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Json;

[JsonSerializable(typeof(SearchJson))]
[JsonSerializable(typeof(InspectJson))]
[JsonSerializable(typeof(SummaryJson))]
[JsonSerializable(typeof(StoriesJson))]
internal sealed partial class VerbJson : JsonSerializerContext
{
    /// <summary>For people's terminals and other programs, never for a page: letters stay letters instead of \u escapes.</summary>
    public static VerbJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
