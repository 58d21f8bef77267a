using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Protocol;

/// <summary>A text, a number or a yes/no, as options carry them. <see cref="Text"/> is how a person would have typed it.</summary>
[JsonConverter(typeof(RawValueJson))]
internal readonly record struct RawValue(string Text, double? Number = null)
{
    public static implicit operator RawValue(string text) => new(text);

    public static implicit operator RawValue(double number) => new(number.ToString(CultureInfo.InvariantCulture), number);

    public override string ToString() => Text;
}

internal sealed class RawValueJson : JsonConverter<RawValue>
{
    public override RawValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new JsonException("A value must be a text, a number, true or false."),
    };

    public override void Write(Utf8JsonWriter writer, RawValue value, JsonSerializerOptions options)
    {
        if (value.Number is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(value.Text);
    }
}
