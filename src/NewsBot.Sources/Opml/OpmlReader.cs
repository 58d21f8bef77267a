using System.Xml;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Encodings;
using NewsBot.Sources.Feeds.Reading.Mending;
using NewsBot.Sources.Feeds.Reading.Xml;

namespace NewsBot.Sources.Opml;

/// <summary>Reads OPML 1.0, 1.1 and 2.0, and what passes for it. It throws for no content.</summary>
internal static class OpmlReader
{
    private const string TooLarge = "The file is larger than 8 MB, which no list of feeds is.";
    private const string Mended = "The file breaks the rules of XML; it was read as well as it could be.";
    private const string NoFeeds = "The list is empty: it names no feed.";
    private const string AFeed = "This is a feed and not a list of feeds; add it with  source add  instead.";
    private const string APage = "This is a web page and not a list of feeds; give the address of the OPML file itself.";
    private const string NoList = "This is not a list of feeds in OPML.";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
    };

    /// <param name="contentType">The header that came with it, or null for a file.</param>
    public static OpmlList Read(ReadOnlySpan<byte> bytes, string? contentType = null)
    {
        if (bytes.Length > OpmlLimits.Bytes) return Nothing(TooLarge);
        if (OtherDocument.OfBytes(bytes) is not null) return Nothing(NoList);
        using var decoded = FeedEncoding.Decode(bytes, contentType);
        var text = decoded.Text.TrimStart("\uFEFF \t\r\n\0");
        var walk = Walk(text, out var wasMended);
        return walk.SawOutline || walk.SawOpml
            ? List(walk, wasMended)
            : Nothing(FeedReader.Read(bytes, new(ContentType: contentType)) switch
            {
                FeedReading.Read => AFeed,
                FeedReading.NotAFeed { Kind: NotAFeedKind.Page or NotAFeedKind.LoginPage or NotAFeedKind.BotWall } => APage,
                _ => NoList,
            });
    }

    private static OpmlList List(OpmlWalk walk, bool wasMended)
    {
        var feeds = walk.Feeds;
        List<OpmlProblem> problems = [.. wasMended ? new[] { new OpmlProblem("", Mended) } : [], .. walk.Problems];
        if (feeds.Count == 0 && walk.Problems.Count == 0) problems.Add(new("", NoFeeds));
        return new(feeds, problems);
    }

    private static OpmlList Nothing(string why) => new([], [new("", why)]);

    // Strictly first, which is quick; a file that breaks a rule once more as the mender wrote it.
    private static OpmlWalk Walk(ReadOnlyMemory<char> text, out bool wasMended)
    {
        wasMended = !Try(text, out var walk);
        if (wasMended) Try(XmlMender.Mend(FromRoot(text.ToString())).AsMemory(), out walk);
        return walk;
    }

    private static bool Try(ReadOnlyMemory<char> text, out OpmlWalk walk)
    {
        walk = new();
        using var reader = XmlReader.Create(new MemoryText(text), Settings);
        try
        {
            walk.Run(reader);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    // Programs print their warnings above a file, and people cut pieces out of one.
    private static string FromRoot(string text)
    {
        var root = text.IndexOf("<opml", StringComparison.OrdinalIgnoreCase);
        if (root >= 0) return text[root..];
        var outline = text.IndexOf("<outline", StringComparison.OrdinalIgnoreCase);
        return outline < 0 ? text : $"<opml>{text[outline..]}";
    }
}
