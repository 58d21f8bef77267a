using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Tells what stands beside the story: other stories, comments, the foot of the page.</summary>
internal static partial class PageRegion
{
    /// <summary>True for what does not speak of the page's own story. What holds the headline never does: themes call whole pages "no-sidebar" or "latest".</summary>
    public static bool IsBeside(IElement element, PageFacts facts)
    {
        for (var at = element; at is not null && at.LocalName is not ("body" or "html" or "main"); at = at.ParentElement)
        {
            if (facts.Heading is { } heading && at.Contains(heading)) return false;
            if (at.LocalName is "footer" or "nav" or "aside" || Name().IsMatch($"{at.ClassName} {at.Id}")) return true;
        }
        return false;
    }

    [GeneratedRegex(@"(?:^|[\s_-])(?:related|recommend\w*|sidebar|widget|comments?|commentlist|teaser\w*|footer|popular|most-read|copyright|more-news|latest|carousel|slider|newsletter)(?:$|[\s_-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
