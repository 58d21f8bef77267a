using System.Collections.Frozen;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsBot.Sources.Feeds.Reading.Encodings;
using NewsBot.Sources.Feeds.Reading.Html;

namespace NewsBot.Sources.Pages;

/// <summary>Makes a tree of a page's bytes. Nothing is loaded and no script runs; a page that would cost too much is not begun.</summary>
internal static class PageTree
{
    /// <summary>Characters; the largest news pages have two million, most of it scripts.</summary>
    private const int MostText = 4_000_000;

    /// <summary>
    /// Of beginning and of end; news pages have two to ten thousand. What reads the tree takes time that grows with the square of depth and of siblings, so
    /// that a page of half a megabyte could hold us for minutes (100,000 divs in each other: more than two; 24,000 paragraphs beside each other: 13 s).
    /// </summary>
    private const int MostTags = 15_000;

    /// <summary>Elements within one another; browsers stop at 512, and news pages have some dozens.</summary>
    private const int MostDepth = 512;

    // Never closed, or often left open and closed by what follows; and the shapes of drawings, which stand side by side and end in a slash.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Flat = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "html", "head", "body",
        "path", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "stop").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HtmlParser Parser = new(new() { IsScripting = false });

    /// <returns>Null when the page is too large or too deep.</returns>
    public static (string Html, IHtmlDocument Tree)? Of(ReadOnlySpan<byte> bytes, string? contentType)
    {
        using var decoded = FeedEncoding.Decode(bytes, contentType);
        if (decoded.Text.Length > MostText) return null;
        var html = decoded.Text.ToString().Replace("\0", "", StringComparison.Ordinal);
        return IsBearable(html) ? (html, Parser.ParseDocument(html)) : null;
    }

    public static IHtmlDocument OfPart(string html) => Parser.ParseDocument(html);

    private static bool IsBearable(string html)
    {
        var tokens = new HtmlTokens(html);
        var (depth, tags) = (0, 0);
        while (tokens.Next())
        {
            if (tokens.Kind is not (HtmlTokenKind.Start or HtmlTokenKind.End)) continue;
            if (++tags > MostTags) return false;
            if (Flat.Contains(tokens.Name)) continue;
            if (tokens.Kind is HtmlTokenKind.End) depth = Math.Max(0, depth - 1);
            else if (IsRaw(tokens.Name)) tokens.SkipContents();
            else if (++depth > MostDepth) return false;
        }
        return true;
    }

    private static bool IsRaw(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);
}
