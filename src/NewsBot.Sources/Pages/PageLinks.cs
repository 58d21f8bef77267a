using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>The links of a front page that lead to articles, and those that lead to feeds.</summary>
internal static partial class PageLinks
{
    private const int Most = 100;

    /// <summary>Characters of a headline, and its words.</summary>
    private const int ShortestText = 18;
    private const int LongestText = 300;
    private const int FewestWords = 3;

    /// <summary>In the order of the page, each address once with its longest text.</summary>
    public static IReadOnlyList<PageLink> ToArticles(PageFacts facts)
    {
        var found = new Dictionary<string, PageLink>(StringComparer.Ordinal);
        foreach (var link in facts.Page.QuerySelectorAll("a[href]").Take(5_000))
        {
            if (IsNavigation(link) || facts.Link(link.GetAttribute("href")) is not { } to || !IsHere(to, facts.Address) || !IsOfAnArticle(to, facts.Address)) continue;
            if (Text(link) is not { } text) continue;
            var key = to.GetLeftPart(UriPartial.Query);
            if (!found.TryGetValue(key, out var known)) found[key] = new(new(key), text);
            else if (text.Length > known.Text.Length && known.Text.Length < 40) found[key] = known with { Text = text };
            if (found.Count >= Most * 3) break;
        }
        return [.. found.Values.Where(link => link.Text.Length >= ShortestText && link.Text.Split(' ').Length >= FewestWords).Take(Most)];
    }

    /// <summary>Articles' feeds before comments' feeds.</summary>
    public static IReadOnlyList<FeedLink> ToFeeds(PageFacts facts)
    {
        var told = facts.Page.QuerySelectorAll("link[rel~='alternate'][href]").Where(link => FeedType().IsMatch(link.GetAttribute("type") ?? ""));
        var shown = facts.Page.QuerySelectorAll("a[href]").Take(5_000).Where(link => FeedAddress().IsMatch(link.GetAttribute("href")!));
        return [.. told.Concat(shown)
            .Select(link => facts.Link(link.GetAttribute("href")) is { } to ? new FeedLink(to, PageFacts.Line(link.GetAttribute("title")) ?? PageFacts.Line(link.TextContent) ?? "") : null)
            .OfType<FeedLink>().DistinctBy(link => link.Address).Take(20)
            .OrderBy(link => link.Address.AbsolutePath.Contains("comment", StringComparison.OrdinalIgnoreCase) || link.Title.Contains("comment", StringComparison.OrdinalIgnoreCase) ? 1 : 0)];
    }

    private static string? Text(IElement link)
    {
        var text = PageFacts.Line(link.QuerySelector("h1, h2, h3, h4, [class*='title' i], [class*='headline' i]")?.TextContent) ?? PageFacts.Line(link.TextContent) ?? PageFacts.Line(link.GetAttribute("title") ?? link.GetAttribute("aria-label"));
        return text is { Length: <= LongestText } && !Boilerplate.IsNotice(text) ? text : null;
    }

    private static bool IsNavigation(IElement link)
    {
        for (var at = link; at is not null; at = at.ParentElement)
            if (at.LocalName is "nav" or "footer" or "form" || at.GetAttribute("role") is "navigation" or "menu" || Navigation().IsMatch($"{at.ClassName} {at.Id}")) return true;
        return false;
    }

    private static bool IsHere(Uri to, Uri page)
    {
        var (there, here) = (Bare(to.IdnHost), Bare(page.IdnHost));
        return there == here || there.EndsWith($".{here}", StringComparison.Ordinal);

        static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..].ToLowerInvariant() : host.ToLowerInvariant();
    }

    private static bool IsOfAnArticle(Uri to, Uri page)
    {
        var path = to.AbsolutePath;
        if (path.Length < 6 || path == page.AbsolutePath || Elsewhere().IsMatch(path) || Media().IsMatch(path)) return false;
        var last = path.TrimEnd('/').Split('/')[^1];
        // A date, a number of some length, or a name of several words.
        return Dated().IsMatch(path) || last.Count(char.IsAsciiDigit) >= 4 || last.Count(letter => letter is '-' or '_') >= 2 || to.Query.Contains("id=", StringComparison.OrdinalIgnoreCase) || to.Query.Contains("p=", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^(?:application/(?:rss|atom|rdf)\+xml|application/feed\+json|text/xml|application/xml)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedType();

    [GeneratedRegex(@"(?:^|/)(?:feeds?|rss|atom)(?:[/.?]|$)|\.(?:rss|atom|rdf)(?:\?|$)|/(?:rss|atom|feed|index)\.(?:xml|json)(?:\?|$)|feeds\.feedburner\.com", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedAddress();

    [GeneratedRegex(@"(?:^|[\s_-])(?:nav(?:igation|bar)?|menu|footer|breadcrumbs?|share|social|pagination|cookie|login|legal)(?:$|[\s_-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Navigation();

    [GeneratedRegex(@"/(?:tags?|categor(?:y|ies)|kategorie|topics?|themen?|authors?|autor(?:en)?|profile|user|login|register|account|about|impressum|imprint|kontakt|contact|privacy|datenschutz|terms|agb|subscribe|abo|newsletter|search|suche|feed|rss|page|seite|archive?|jobs?|shop|wp-admin|wp-login|cart|help|faq)(?:/|$|\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|xml|json|css|js|docx?|xlsx?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Media();

    [GeneratedRegex(@"/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]|\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}
