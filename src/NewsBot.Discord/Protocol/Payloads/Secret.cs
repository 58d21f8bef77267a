using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Protocol;

/// <summary>A token. It prints as dots, so that a record, a log line or an exception that holds one gives nothing away.</summary>
[JsonConverter(typeof(SecretJson))]
internal readonly record struct Secret(string Value)
{
    public override string ToString() => "•••";
}

internal sealed class SecretJson : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
