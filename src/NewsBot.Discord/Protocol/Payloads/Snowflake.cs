using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Protocol;

/// <summary>Discord's 64-bit id: milliseconds since 2015 in the upper 42 bits. A string in JSON, since JavaScript cannot hold it as a number.</summary>
[JsonConverter(typeof(SnowflakeJson))]
internal readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    private const long DiscordEpoch = 1_420_070_400_000;

    public bool IsNone => Value == 0;

    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + DiscordEpoch);

    public static bool TryParse(ReadOnlySpan<char> text, out Snowflake id)
    {
        var read = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new(value);
        return read;
    }

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Writes digits in quotes; reads those, and bare numbers, which some servers send.</summary>
internal sealed class SnowflakeJson : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? new(reader.GetUInt64()) : Digits(ref reader);

    public override Snowflake ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Digits(ref reader);

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value.Value, digits, out var length);
        writer.WriteStringValue(digits[..length]);
    }

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());

    private static Snowflake Digits(ref Utf8JsonReader reader)
    {
        Span<byte> digits = stackalloc byte[20];
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !reader.HasValueSequence && reader.ValueSpan.Length <= digits.Length)
        {
            var length = reader.CopyString(digits);
            if (Utf8Parser.TryParse(digits[..length], out ulong value, out var used) && used == length)
                return new(value);
        }

        throw new JsonException("An id must be digits.");
    }
}
