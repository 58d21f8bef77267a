using System.Xml;
using NewsBot.Sources.Feeds.Reading.Mending;

namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>Reads a feed in XML: strictly, which is quick, and when the document breaks a rule, once more as the mender wrote it.</summary>
internal static class XmlFeed
{
    /// <summary>Characters; what stands above a feed by mistake is not longer.</summary>
    private const int Noise = 20_000;

    private static readonly string[] Roots = ["<rss ", "<rss>", "<rdf:RDF", "<feed "];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
    };

    public static FeedReading Read(ReadOnlyMemory<char> text, FeedOrigin origin)
    {
        if (Try(text, origin, wasMended: false, out var reading)) return reading;
        // The mended text is well-formed; if the mender ever errs, what was read until there stands.
        Try(XmlMender.Mend(FromRoot(text)).AsMemory(), origin, wasMended: true, out var mended);
        return mended is FeedReading.Read ? mended : reading;
    }

    // Programs print their warnings above the feed, tags and all; a web page that merely speaks of feeds is not meant.
    private static string FromRoot(ReadOnlyMemory<char> text)
    {
        var noise = Math.Min(text.Length, Noise);
        var head = text[..noise];
        if (OtherDocument.IsHtml(head.Span)) return text.ToString();
        var start = Roots.Select(root => head.Span.IndexOf(root, StringComparison.OrdinalIgnoreCase)).Where(at => at > 0).DefaultIfEmpty(0).Min();
        return text[start..].ToString();
    }

    private static bool Try(ReadOnlyMemory<char> text, FeedOrigin origin, bool wasMended, out FeedReading reading)
    {
        using var reader = XmlReader.Create(new MemoryText(text), Settings);
        FeedWalk? walk = null;
        reading = OtherDocument.Empty;
        try
        {
            var at = new ElementCursor(reader, new(), origin.Base);
            if (!at.MoveToRoot())
            {
                reading = OtherDocument.Of(text.Span);
                return false;
            }
            if (XmlRoot.Format(at) is not { } format)
            {
                reading = OtherDocument.OfRoot(at.Name, text.Span);
                return wasMended || FromRoot(text).Length == text.Length;
            }
            walk = new(at, format, origin);
            walk.Run();
            reading = new FeedReading.Read(walk.Document(wasMended));
            return true;
        }
        catch (XmlException)
        {
            reading = walk is null ? OtherDocument.Of(text.Span) : new FeedReading.Read(walk.Document(wasMended: true));
            return false;
        }
    }
}
