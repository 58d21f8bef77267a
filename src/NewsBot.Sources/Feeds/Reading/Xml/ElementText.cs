using System.Text;
using System.Xml;
using NewsBot.Sources.Feeds.Reading.Html;

namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>Reads an element's text as its type attribute says, or, where there is none or it lies, as it looks.</summary>
internal sealed class ElementText(XmlReader reader, FeedTexts texts)
{
    private readonly InnerMarkup _inner = new(reader);

    /// <summary>Reads the element that the reader stands on, and moves past it.</summary>
    /// <returns>Null when there is nothing in it.</returns>
    public FeedText? Read(TextKind usual, string? baseAddress)
    {
        var (type, mode) = reader.HasAttributes ? (reader.GetAttribute("type")?.Trim().ToLowerInvariant(), reader.GetAttribute("mode")) : default;
        var (text, hasElements) = _inner.Read(baseAddress, isWrapped: type == "xhtml");
        if (hasElements) return texts.Make(text, TextKind.Html, baseAddress);
        if (mode == "base64" || IsOpaque(type)) text = Base64(text);
        return texts.Make(text, Kind(type) ?? usual, baseAddress);
    }

    /// <summary>The same as one line: an address, an id, a date, a person.</summary>
    public string? Line()
    {
        var text = _inner.Read(null, isWrapped: false).Text.Trim();
        return text.Length is 0 or > FeedLimits.Line ? null : WesternControls.Mend(text);
    }

    private static TextKind? Kind(string? type) => type switch
    {
        "text" or "text/plain" => TextKind.Plain,
        "html" or "xhtml" or "text/html" or "text/xhtml" or "application/xhtml+xml" => TextKind.Html,
        _ => null,
    };

    // Atom: a media type that is neither text nor XML says that Base64 follows.
    private static bool IsOpaque(string? type) =>
        type is not null && type.Contains('/', StringComparison.Ordinal)
        && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal);

    private static string Base64(string text)
    {
        var packed = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        var bytes = new byte[packed.Length];
        return packed.Length > 0 && Convert.TryFromBase64String(packed, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }
}
