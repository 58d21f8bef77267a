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

    private const int MostTags = 150_000;

    /// <summary>Elements within one another. Walks over the tree call themselves, and stacks end.</summary>
    private const int MostDepth = 700;

    // Pages leave these open by the thousand, and a parser closes them by itself.
    private static readonly HashSet<string> Unnested = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "img", "hr", "meta", "link", "input", "source", "wbr", "area", "base", "col", "embed", "param", "track", "path", "thead", "tbody", "colgroup",
    };

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
        var (tags, depth) = (0, 0);
        while (tokens.Next())
        {
            if (tokens.Kind is not (HtmlTokenKind.Start or HtmlTokenKind.End)) continue;
            if (++tags > MostTags) return false;
            if (Unnested.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens.Name)) continue;
            depth = tokens.Kind == HtmlTokenKind.Start ? depth + 1 : Math.Max(0, depth - 1);
            if (depth > MostDepth) return false;
        }
        return true;
    }
}
