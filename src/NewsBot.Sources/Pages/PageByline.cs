using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages;

/// <summary>Finds the line that says who wrote the story, as its readers see it.</summary>
internal static partial class PageByline
{
    /// <summary>Characters of a line that may be one.</summary>
    private const int Longest = 120;

    /// <summary>Elements looked at for one that nothing marks.</summary>
    private const int MostLines = 1_500;

    // From what names a person to what only may.
    private static readonly string[] Marks =
    [
        "[itemprop='author'] [itemprop='name'], [rel~='author'], byline, address [itemprop='name'], .vcard .fn, a.url.fn, .p-author",
        "span.author, p.author, div.author, a.author, .auteurs",
        "[class*='author-name' i], [class*='authorname' i], [class*='author__name' i], [class*='byline-name' i], [class*='byline__name' i], [itemprop='author'], [class*='byline' i] a, [class*='author' i] a, [class*='autor' i] a, [class*='wrote' i] a, [class*='auteur' i] a",
        "[class*='byline' i], [class*='author' i], [class*='autor' i], [class*='auteur' i], [class*='writer' i], [class*='wrote' i], [class*='verfasser' i], header [class*='credit' i]",
        "a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/autoren/'], a[href*='/writers/'], a[href*='/reporters/'], a[href*='/journalist'], a[href*='/auteur'], a[href*='/profile/'], a[href*='/profil/'], a[href*='/redaktion/'], a[href*='/staff/'], a[href*='/people/']",
    ];

    /// <summary>Of the marks, those that stand at a person's name and nothing else.</summary>
    private const int Sure = 2;

    private const string Credits = "[class*='credits' i]";

    /// <param name="clean">A name without what stands around it; null when it is none.</param>
    public static string? Of(PageClues clues, Func<string, string?> clean)
    {
        for (var i = 0; i < Marks.Length; i++)
            if (Marked(clues, Marks[i], i < Sure ? clean : text => clean(text) is { } name && Person().IsMatch(name) ? name : null) is { } names)
                return names;
        return Unmarked(clues, Line(), clean) ?? Posted(clues, clean) ?? Unmarked(clues, Agency(), clean) ?? Marked(clues, Credits, text => clean(text) is { } name && FullName().IsMatch(name) ? name : null);
    }

    /// <summary>"An interview by somebody": the story says itself whose it is, whoever put it on the site.</summary>
    public static string? OfTheLead(PageClues clues, Func<string, string?> clean)
    {
        foreach (var element in clues.Page.QuerySelectorAll("article p, main p, [class*='content' i] p").Take(5))
            if (element.TextContent is { Length: <= Longest } line && Lead().Match(line.Trim()) is { Success: true } match && clean(match.Groups["name"].Value) is { } name)
                return name;
        return null;
    }

    /// <summary>Whose site it is, where its name or address says that it is one person's: "© Jane Doe" on janedoe.example.</summary>
    public static string? OfThePersonalSite(PageClues clues, Func<string, string?> clean)
    {
        var site = $"{clues.Page.Title} {clues.Address.Host} {clues.Address.AbsolutePath}".ToLowerInvariant();
        foreach (var element in clues.Page.QuerySelectorAll("footer, footer p, [id*='footer' i] p, [class*='copyright' i]").Take(40))
            if (element.TextContent is { Length: <= 400 } text && Copyright().Match(text) is { Success: true } match && clean(match.Groups["name"].Value) is { } name
                && name.Split(' ').Any(part => part.Length > 3 && site.Contains(part, StringComparison.OrdinalIgnoreCase)))
                return name;
        return null;
    }

    /// <summary>As above, where the page leaves no doubt that it is one.</summary>
    public static string? SureOf(PageClues clues, Func<string, string?> clean) =>
        Marks.Take(Sure).Select(mark => Marked(clues, mark, clean)).FirstOrDefault(names => names is not null);

    private static string? Marked(PageClues clues, string mark, Func<string, string?> clean)
    {
        foreach (var element in clues.Page.QuerySelectorAll(mark).Take(60))
            if (!PageRegion.IsBeside(element, clues) && Names(element, mark, clean) is { } names)
                return names;
        return null;
    }

    // Two people stand beside each other.
    private static string? Names(IElement element, string mark, Func<string, string?> clean)
    {
        var people = element.LocalName == "a" && element.ParentElement is { } parent ? parent.Children.Where(child => child.LocalName == "a" && child.Matches(mark)) : [element];
        var names = people.Where(person => person.TextContent.Length is > 1 and <= Longest).Select(person => clean(person.TextContent)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(5).ToList();
        return names.Count > 0 ? string.Join(", ", names) : null;
    }

    private static string? Unmarked(PageClues clues, Regex pattern, Func<string, string?> clean)
    {
        foreach (var element in clues.Page.QuerySelectorAll("p, div, span, em, i, small, td, li, h2, h3, h4, h5, h6").Take(MostLines))
        {
            if (element.ChildElementCount > 4 || element.TextContent is not { Length: <= Longest * 2 } raw || PageClues.Line(raw) is not { Length: >= 6 and <= Longest } line) continue;
            if (pattern.Match(line) is not { Success: true } match || PageRegion.IsBeside(element, clues)) continue;
            if (clean(match.Groups["name"].Value) is { } name) return name;
        }
        return null;
    }

    // Two words or more, or one that begins like a name; no sentence, and no "257 articles".
    [GeneratedRegex(@"^(?:(?:Prof|Dr|Mag)\.\s)*\p{Lu}[\p{L}.'’-]+(?:\s(?:(?:von|van|de|del|la|der|den|zu|al|bin|di|da|dos)\s){0,2}\p{Lu}[\p{L}.'’-]*){0,4}(?:,? (?:and|und|et|y|&)? ?\p{Lu}[\p{L}.'’ -]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    // "Posted in Schools by somebody on August 3": the line under a weblog's headline.
    private static string? Posted(PageClues clues, Func<string, string?> clean)
    {
        foreach (var element in clues.Page.QuerySelectorAll("[class*='meta' i], [class*='post-info' i], [class*='posted' i]").Take(40))
            if (element.TextContent is { Length: <= 400 } text && !PageRegion.IsBeside(element, clues) && PostedBy().Match(text) is { Success: true } match && clean(match.Groups["name"].Value) is { } name)
                return name;
        return null;
    }

    [GeneratedRegex(@"\b(?:by|von|par|por)\s+(?<name>[\p{L}\p{Nd}][\p{L}\p{Nd}._-]{2,30}(?:\s\p{Lu}[\p{L}.-]+){0,2})\s+(?:on|am|at|le|el|under|in|unter)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PostedBy();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}\.)?(?:\s(?:von|van|de|del|la|der|den|zu|al|bin|di|da|dos))?\s\p{Lu}[\p{L}'’-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();

    [GeneratedRegex(
        @"^(?:ein|eine|an?)\s(?:interview|kommentar|gastbeitrag|beitrag|essay|standpunkt|reportage|comment|report)\s(?:von|by)\s(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3})\s*(?:$|[.,]|mit\b|with\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:©|\(c\)|copyright)[\s,]*(?:©|\(c\))?\s*(?:(?:19|20)\d\d\s*(?:[-–]\s*(?:(?:19|20)\d\d)?)?,?\s*)?(?:by\s)?(?<name>(?-i:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,2}))\s*(?:$|[.,|•·]|all rights|alle rechte)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copyright();

    // Where nobody is named, the agency that a story was taken from wrote it.
    [GeneratedRegex(@"^(?:Quelle|Source|Fuente|Fonte|Źródło|Джерело|©|\(c\))\s*:?\s*(?:(?:19|20)\d\d\s)?(?<name>[\p{L}][\p{L}/. -]{1,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex Agency();

    [GeneratedRegex(
        """
        ^[-–—•|/\s]*
        (?: (?:(?:\p{L}{2,10},\s)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,10})\s?\d{2,4}(?:,?\s\d{1,2}[:.]\d\d)?(?:\sUhr)?|\p{L}{3,10}\s\d{1,2},\s\d{4})\s*[-–—|·,]?\s* )?
        (?: (?:ein|eine|an?|une?)\s(?:artikel|beitrag|interview|kommentar|bericht|reportage|analyse|kolumne|article|report|essay)\s )?
        (?:(?<=\d\s[-–|]\s)|(?:von|by|par|por|di|words|text|written\sby|posted\sby|published\sby|geschrieben\svon|veröffentlicht\svon|eingestellt\svon|erstellt\svon|verfasst\svon|auteur(?:\(s\))?|autor(?:in|en)?|author|автор(?:ка)?|текст)\s*:?\s+)
        (?<name>(?:(?:Prof|Dr|Mag)\.\s)*\p{Lu}[\p{L}.'’-]+(?:\s(?:(?:von|van|de|del|la|der|den|zu|al|bin|di|da|dos)\s){0,2}\p{Lu}[\p{L}.'’-]*){0,3})
        \s*(?:$|[,|·•/(–—-]|am\b|on\b|mit\b|\d)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
