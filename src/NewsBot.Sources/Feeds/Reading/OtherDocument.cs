using System.Buffers.Binary;

namespace NewsBot.Sources.Feeds.Reading;

/// <summary>Says what a document is that is no feed, and what a person can try.</summary>
internal static class OtherDocument
{
    /// <summary>Characters; what a page is shows itself near its top.</summary>
    private const int Head = 20_000;

    private const string TryPage = "Add the site's own address, and its feed is looked for, or give the feed's address.";

    private static readonly string[] LoginSigns = ["type=\"password\"", "type='password'", "type=password"];

    private static readonly string[] WallSigns =
        ["cf-challenge", "cf_chl_", "challenge-platform", "just a moment...", "captcha", "ddos protection", "are you a robot", "enable javascript and cookies", "incapsula", "access denied"];

    public static FeedReading Empty { get; } = Is(NotAFeedKind.Empty, "The document is empty. Try again later, or look in a browser whether the address still has a feed.");

    public static FeedReading NoFeedJson { get; } = Is(NotAFeedKind.Json, "This is JSON, but no JSON Feed: it has no list of items. " + TryPage);

    /// <returns>Null when the bytes may be text.</returns>
    public static FeedReading? OfBytes(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => Empty,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] or [0, 0, 1, 0, _, 0, ..] => Image,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Image,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f', ..] => Image,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => Is(NotAFeedKind.Pdf, "This is a PDF, not a feed. " + TryPage),
        [(byte)'I', (byte)'D', (byte)'3', ..] or [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] or [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] =>
            Is(NotAFeedKind.Sound, "This is a sound or a film, not a feed. " + TryPage),
        [0x1F, 0x8B, ..] or [(byte)'P', (byte)'K', 3, 4, ..] or [0x28, 0xB5, 0x2F, 0xFD, ..] => Is(NotAFeedKind.Archive, "This is a compressed file, not a feed. " + TryPage),
        _ => null,
    };

    /// <summary>For text that an XML reader found no root in, or none of a feed.</summary>
    public static FeedReading Of(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, Head)];
        if (head.IsWhiteSpace()) return Empty;
        if (IsHtml(head)) return Page(head);
        if (IsBinary(head)) return Is(NotAFeedKind.Binary, "This is neither a feed nor any other text. " + TryPage);
        return head.TrimStart().StartsWith("<") ? Is(NotAFeedKind.OtherXml, "This is XML, but no feed. " + TryPage)
            : Is(NotAFeedKind.Text, "This is plain text, not a feed. " + TryPage);
    }

    public static FeedReading OfRoot(string name, ReadOnlySpan<char> text) => name.ToLowerInvariant() switch
    {
        "html" => Page(text[..Math.Min(text.Length, Head)]),
        "opml" => Is(NotAFeedKind.Opml, "This is OPML, a list of feeds. Import it, and each of its feeds is added."),
        "urlset" or "sitemapindex" => Is(NotAFeedKind.Sitemap, "This is a sitemap, not a feed. " + TryPage),
        "svg" => Image,
        _ => Of(text),
    };

    public static FeedReading Image { get; } = Is(NotAFeedKind.Image, "This is an image, not a feed. " + TryPage);

    public static bool IsHtml(ReadOnlySpan<char> head) =>
        head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || head.Contains("<body", StringComparison.OrdinalIgnoreCase) || head.Contains("<head>", StringComparison.OrdinalIgnoreCase);

    private static FeedReading.NotAFeed Page(ReadOnlySpan<char> head)
    {
        if (Has(head, WallSigns)) return Is(NotAFeedKind.BotWall, "The site answered with a check for robots instead of the feed. Ask the site to let the bot's address through, or try another feed of it.");
        if (Has(head, LoginSigns)) return Is(NotAFeedKind.LoginPage, "This is a page to sign in at, not a feed. The feed may need an account; look for a public one, or for an address with a key in it.");
        return Is(NotAFeedKind.Page, "This is a web page, not a feed. " + TryPage);
    }

    private static bool Has(ReadOnlySpan<char> head, string[] signs)
    {
        foreach (var sign in signs)
            if (head.Contains(sign, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsBinary(ReadOnlySpan<char> head)
    {
        var controls = 0;
        foreach (var letter in head)
            if (letter is '\uFFFD' or < ' ' and not ('\t' or '\r' or '\n' or '\f')) controls++;
        return controls * 20 > head.Length;
    }

    private static FeedReading.NotAFeed Is(NotAFeedKind kind, string what) => new(kind, what);
}
