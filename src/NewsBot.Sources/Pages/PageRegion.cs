using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Tells what stands beside the story: other stories, comments, the foot of the page.</summary>
internal static partial class PageRegion
{
    /// <summary>True for what does not speak of the page's own story.</summary>
    public static bool IsBeside(IElement element, PageClues clues)
    {
        for (var at = element; at is not null; at = at.ParentElement)
            if (clues.Beside.TryGetValue(at, out var known) ? known : clues.Beside[at] = IsCalledSo(at, clues)) return true;
        return false;
    }

    // Themes call whole pages "no-sidebar" or "latest": what holds the headline or much of the text is no side.
    private static bool IsCalledSo(IElement element, PageClues clues)
    {
        if (element.LocalName is "body" or "html" or "main") return false;
        if (element.LocalName is not ("footer" or "nav" or "aside") && !Name().IsMatch($"{element.ClassName} {element.Id}")) return false;
        if (Own().IsMatch($"{element.ClassName} {element.Id}")) return false;
        if (clues.Heading is { } heading && element.Contains(heading)) return false;
        // What stands at the side of the one article of the page belongs to it: when it was put online, who took part.
        if (element.Closest("article") is { } article && article != element && clues.Page.QuerySelectorAll("article").Length == 1 && Side().IsMatch($"{element.ClassName}")) return false;
        return element.TextContent.Length * 3 < (clues.Page.Body?.TextContent.Length ?? 0);
    }

    // An aside that holds the story's own date and author.
    [GeneratedRegex(@"(?:^|[\s_-])sidebar(?:$|[\s_-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Side();

    [GeneratedRegex(@"(?:^|[\s_-])(?:meta\w*|byline|author|authors|autor|date|datum|(?:post|entry|article)-footer)(?:$|[\s_-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    [GeneratedRegex(@"(?:^|[\s_-])(?:related|recommend\w*|sidebar|widget|comments?|commentlist|teaser\w*|footer|popular|most-read|copyright|more-news|latest|carousel|slider|newsletter)(?:$|[\s_-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
