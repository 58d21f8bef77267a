using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Tells what a page without a story is instead.</summary>
internal static partial class PageWall
{
    /// <param name="length">Characters of what was taken for its story.</param>
    /// <returns>One sentence, or null when nothing is known against it.</returns>
    public static string? Of(IHtmlDocument page, int length)
    {
        var title = page.Title ?? "";
        if (page.QuerySelector("#cf-challenge, #challenge-form, .g-recaptcha, .h-captcha, #px-captcha, [id*='captcha' i]") is not null || Challenge().IsMatch(title))
            return "The site asks whether we are a person and shows programs nothing; ask it for a feed, or try another address.";
        if (page.QuerySelector("input[type='password']") is not null && length < 600) return "This is a page to log in at; try an address that anyone can read.";
        var text = page.Body?.TextContent.Trim().Length ?? 0;
        var scripts = page.QuerySelectorAll("script").Length;
        if (scripts > 0 && length < 100 && text < 400 + page.QuerySelectorAll("script").Sum(script => script.TextContent.Length)) return "The page is empty until its scripts run, and the bot runs none; try the address of a feed.";
        return null;
    }

    [GeneratedRegex(@"^(?:just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|security check|please wait|verify(?:ing)? you are human|ddos-guard|one more step|robot check|pardon our interruption)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Challenge();
}
