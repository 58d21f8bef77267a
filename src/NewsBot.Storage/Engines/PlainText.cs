using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Storage.Engines;

/// <summary>Text that both engines take: PostgreSQL refuses NUL, and UTF-8 has no lone surrogates.</summary>
internal static class PlainText
{
    public static string Of(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\0') ? text : Cleaned(text);

    private static string Cleaned(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value != 0) cleaned.Append(rune.ToString());
        return cleaned.ToString();
    }
}

/// <summary>Strings inside stored JSON go the same way.</summary>
internal sealed class PlainTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(PlainText.Of(value));
}
