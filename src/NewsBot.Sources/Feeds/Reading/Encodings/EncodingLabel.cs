using System.Buffers;
using System.Text;

namespace NewsBot.Sources.Feeds.Reading.Encodings;

/// <summary>Finds the name of the encoding where documents and servers write it.</summary>
internal static class EncodingLabel
{
    /// <summary>Bytes; HTML wants its label within as many, and an XML declaration is shorter.</summary>
    private const int Head = 1024;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n;,\"'>/");

    /// <summary>In `&lt;?xml … encoding="…"?&gt;` or `&lt;meta … charset=…&gt;`.</summary>
    public static string? InDocument(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        var declaration = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (declaration >= 0)
        {
            var end = head.IndexOf('>', declaration);
            var label = After(head[declaration..(end < 0 ? head.Length : end)], "encoding");
            if (label is not null) return label;
        }
        return head.Contains("<meta", StringComparison.OrdinalIgnoreCase) ? After(head, "charset") : null;
    }

    /// <summary>In a Content-Type header.</summary>
    public static string? InHeader(string? contentType) => contentType is null ? null : After(contentType, "charset");

    private static string? After(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = text.AsSpan(at + name.Length).TrimStart();
        if (!rest.StartsWith("=")) return null;
        rest = rest[1..].TrimStart().TrimStart("\"'").TrimStart();
        var end = rest.IndexOfAny(Ends);
        var label = end < 0 ? rest : rest[..end];
        return label.IsEmpty ? null : label.ToString();
    }
}
