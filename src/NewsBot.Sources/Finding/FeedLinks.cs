using NewsBot.Core.Chat;
using NewsBot.Sources.Feeds.Reading.Encodings;
using NewsBot.Sources.Feeds.Reading.Html;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Finding;

/// <summary>Reads out of a page what it is called, in which language it is, and where it says that its feeds are.</summary>
internal static class FeedLinks
{
    /// <summary>Bytes of a page that are looked through.</summary>
    private const int Most = 2 * 1024 * 1024;

    private const int MostLinks = 60;
    private const int LongestTitle = 200;

    private static readonly string[] Types = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/xml", "text/xml", "application/json"];

    private static readonly string[] Endings = ["/feed", "/feed/", "/rss", "/rss/", "/atom", "/atom/", ".rss", ".atom", ".rdf", "rss.xml", "atom.xml", "feed.xml", "feed.json", "/feeds/posts/default"];

    public static PageHead Read(ReadOnlySpan<byte> bytes, string? contentType, Uri address)
    {
        using var decoded = FeedEncoding.Decode(bytes[..Math.Min(bytes.Length, Most)], contentType);
        var tokens = new HtmlTokens(decoded.Text.Span);
        string? title = null, language = null;
        var feeds = new List<FeedLink>();
        while (tokens.Next() && feeds.Count < MostLinks)
        {
            if (tokens.Kind != HtmlTokenKind.Start) continue;
            if (Is(tokens.Name, "script") || Is(tokens.Name, "style") || Is(tokens.Name, "svg")) tokens.SkipContents();
            else if (Is(tokens.Name, "html")) language ??= Code(HtmlAttributes.Find(tokens.Attributes, "lang"));
            else if (Is(tokens.Name, "base") && Absolute(address, HtmlAttributes.Find(tokens.Attributes, "href")) is { } start) address = start;
            else if (Is(tokens.Name, "link") && Declared(address, tokens.Attributes) is { } declared) feeds.Add(declared);
            else if (Is(tokens.Name, "a") && Linked(address, tokens.Attributes) is { } linked) feeds.Add(linked);
            else if (title is null && Is(tokens.Name, "title") && tokens.Next() && tokens.Kind == HtmlTokenKind.Text) title = Line(HtmlDecoding.Decode(tokens.Raw));
        }
        return new(title ?? "", language, feeds);
    }

    private static FeedLink? Declared(Uri page, ReadOnlySpan<char> tag)
    {
        var rel = HtmlAttributes.Find(tag, "rel")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var isFeed = rel.Contains("feed", StringComparer.OrdinalIgnoreCase) || (rel.Contains("alternate", StringComparer.OrdinalIgnoreCase) && IsType(HtmlAttributes.Find(tag, "type")));
        // WordPress declares the interface of its editor as an alternate too.
        return isFeed && Absolute(page, HtmlAttributes.Find(tag, "href")) is { } address && !address.AbsolutePath.Contains("/wp-json/", StringComparison.Ordinal)
            ? new(address, Line(HtmlAttributes.Find(tag, "title") ?? ""), Code(HtmlAttributes.Find(tag, "hreflang")), true)
            : null;
    }

    private static FeedLink? Linked(Uri page, ReadOnlySpan<char> tag) =>
        Absolute(page, HtmlAttributes.Find(tag, "href")) is { } address && Endings.Any(ending => address.AbsolutePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? new(address, Line(HtmlAttributes.Find(tag, "title") ?? ""), Code(HtmlAttributes.Find(tag, "hreflang")), false)
            : null;

    private static bool IsType(string? type) => Types.Contains(type?.Split(';')[0].Trim() ?? "", StringComparer.OrdinalIgnoreCase);

    private static Uri? Absolute(Uri page, string? reference)
    {
        if (string.IsNullOrWhiteSpace(reference)) return null;
        reference = reference.Trim();
        if (reference.StartsWith("feed:", StringComparison.OrdinalIgnoreCase)) reference = reference["feed:".Length..];
        return Uri.TryCreate(page, reference, out var address) && WebAddress.OrNull(address.AbsoluteUri) is not null ? new(address.GetLeftPart(UriPartial.Query)) : null;
    }

    private static string? Code(string? language) => language is null ? null : LanguageNames.Code(language.Trim());

    private static string Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestTitle ? line[..LongestTitle] : line;
    }

    private static bool Is(ReadOnlySpan<char> name, string element) => name.Equals(element, StringComparison.OrdinalIgnoreCase);
}
