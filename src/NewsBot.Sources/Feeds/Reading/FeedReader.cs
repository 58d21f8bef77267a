using NewsBot.Sources.Feeds.Reading.Encodings;
using NewsBot.Sources.Feeds.Reading.Json;
using NewsBot.Sources.Feeds.Reading.Xml;

namespace NewsBot.Sources.Feeds.Reading;

/// <summary>Reads a feed of any format out of its bytes. It needs no network and no clock, throws for no content, and is safe to share between threads.</summary>
internal static class FeedReader
{
    /// <param name="bytes">The document, decompressed; what lies beyond <see cref="FeedLimits.Document"/> is not read.</param>
    public static FeedReading Read(ReadOnlySpan<byte> bytes, FeedOrigin origin)
    {
        if (bytes.Length > FeedLimits.Document) bytes = bytes[..FeedLimits.Document];
        if (OtherDocument.OfBytes(bytes) is { } other) return other;
        using var decoded = FeedEncoding.Decode(bytes, origin.ContentType);
        var text = decoded.Text.TrimStart("\uFEFF \t\r\n\0");
        if (text.IsEmpty) return OtherDocument.Empty;
        if (text.Span[0] is '{' or '[') return JsonFeed.Read(text, origin);
        return XmlFeed.Read(text, origin);
    }
}
