using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Feeds.Reading;

/// <summary>Says what a document is that is no feed, and what a person can try.</summary>
internal static class OtherDocument
{
    /// <summary>Characters; what a page is shows itself near its top.</summary>
    private const int Head = 20_000;

    private static readonly string[] LoginSigns = ["type=\"password\"", "type='password'", "type=password"];

    private static readonly string[] WallSigns =
        ["cf-challenge", "cf_chl_", "challenge-platform", "just a moment...", "captcha", "ddos protection", "are you a robot", "enable javascript and cookies", "incapsula", "access denied"];

    public static FeedReading Empty { get; } = Is(NotAFeedKind.Empty, TroubleWords.EmptyDocument, TroubleWords.TryLater);

    public static FeedReading NoFeedJson { get; } = Is(NotAFeedKind.Json, TroubleWords.JsonNoFeed, TroubleWords.TryPage);

    /// <returns>Null when the bytes may be text.</returns>
    public static FeedReading? OfBytes(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => Empty,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] or [0, 0, 1, 0, _, 0, ..] => Image,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Image,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f', ..] => Image,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => Is(NotAFeedKind.Pdf, TroubleWords.Pdf, TroubleWords.TryPage),
        [(byte)'I', (byte)'D', (byte)'3', ..] or [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] or [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] =>
            Is(NotAFeedKind.Sound, TroubleWords.Sound, TroubleWords.TryPage),
        [0x1F, 0x8B, ..] or [(byte)'P', (byte)'K', 3, 4, ..] or [0x28, 0xB5, 0x2F, 0xFD, ..] => Is(NotAFeedKind.Archive, TroubleWords.Archive, TroubleWords.TryPage),
        _ => null,
    };

    /// <summary>For text that an XML reader found no root in, or none of a feed.</summary>
    public static FeedReading Of(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, Head)];
        if (head.IsWhiteSpace()) return Empty;
        if (IsHtml(head)) return Page(head);
        if (IsBinary(head)) return Is(NotAFeedKind.Binary, TroubleWords.Binary, TroubleWords.TryPage);
        return head.TrimStart().StartsWith("<") ? Is(NotAFeedKind.OtherXml, TroubleWords.OtherXml, TroubleWords.TryPage)
            : Is(NotAFeedKind.Text, TroubleWords.PlainText, TroubleWords.TryPage);
    }

    public static FeedReading OfRoot(string name, ReadOnlySpan<char> text) => name.ToLowerInvariant() switch
    {
        "html" => Page(text[..Math.Min(text.Length, Head)]),
        "opml" => Is(NotAFeedKind.Opml, TroubleWords.Opml, TroubleWords.ImportIt),
        "urlset" or "sitemapindex" => Is(NotAFeedKind.Sitemap, TroubleWords.Sitemap, TroubleWords.TryPage),
        "svg" => Image,
        _ => Of(text),
    };

    public static FeedReading Image { get; } = Is(NotAFeedKind.Image, TroubleWords.Image, TroubleWords.TryPage);

    public static bool IsHtml(ReadOnlySpan<char> head) =>
        head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || head.Contains("<body", StringComparison.OrdinalIgnoreCase) || head.Contains("<head>", StringComparison.OrdinalIgnoreCase);

    private static FeedReading.NotAFeed Page(ReadOnlySpan<char> head)
    {
        if (Has(head, WallSigns)) return Is(NotAFeedKind.BotWall, TroubleWords.BotWall, TroubleWords.LetIn);
        if (Has(head, LoginSigns)) return Is(NotAFeedKind.LoginPage, TroubleWords.LoginPage, TroubleWords.PublicOne);
        return Is(NotAFeedKind.Page, TroubleWords.WebPage, TroubleWords.TryPage);
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

    private static FeedReading.NotAFeed Is(NotAFeedKind kind, Phrase what, Phrase tryThis) => new(kind, TroubleWords.Kept(what, tryThis));
}
