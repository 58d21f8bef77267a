using System.Collections.Frozen;
using NewsBot.Sources.Feeds.Reading.Encodings;
using NewsBot.Sources.Feeds.Reading.Html;

namespace NewsBot.Sources.Completing;

/// <summary>
/// Says whether a page can be handed to a reader that builds a tree of it and walks it: its time grows with the square of depth and of siblings, so that a
/// page of half a megabyte could hold us for minutes (100,000 divs in each other: more than two; 24,000 paragraphs beside each other: 13 s).
/// </summary>
internal static class PageShape
{
    /// <summary>Elements within elements; browsers stop at 512, and news pages have some dozens.</summary>
    private const int Depth = 512;

    /// <summary>Tags, of beginning and of end; news pages have two to ten thousand.</summary>
    private const int Tags = 15_000;

    // Never closed, or often left open and closed by what follows.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Flat = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "html", "head", "body",
        // Shapes of drawings, which stand side by side and end in a slash.
        "path", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "stop").GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsSane(ReadOnlySpan<byte> page, string? contentType)
    {
        using var decoded = FeedEncoding.Decode(page, contentType);
        return IsSane(decoded.Text.Span);
    }

    private static bool IsSane(ReadOnlySpan<char> html)
    {
        var tokens = new HtmlTokens(html);
        var (depth, tags) = (0, 0);
        while (tokens.Next())
        {
            if (tokens.Kind is not (HtmlTokenKind.Start or HtmlTokenKind.End)) continue;
            if (++tags > Tags) return false;
            if (Flat.Contains(tokens.Name)) continue;
            if (tokens.Kind is HtmlTokenKind.End) depth = Math.Max(0, depth - 1);
            else if (IsRaw(tokens.Name)) tokens.SkipContents();
            else if (++depth > Depth) return false;
        }
        return true;
    }

    private static bool IsRaw(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);
}
