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
        "[class*='author-name' i], [class*='authorname' i], [class*='author__name' i], [class*='byline-name' i], [class*='byline__name' i], [itemprop='author'], [class*='byline' i] a, [class*='author' i] a, [class*='autor' i] a, [class*='wrote' i] a, [class*='auteur' i] a",
        "[class*='byline' i], [class*='author' i], [class*='autor' i], [class*='auteur' i], [class*='writer' i], [class*='wrote' i], [class*='verfasser' i]",
        "a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/autoren/'], a[href*='/writers/'], a[href*='/reporters/'], a[href*='/journalist'], a[href*='/auteur'], a[href*='/profile/'], a[href*='/profil/'], a[href*='/redaktion/'], a[href*='/staff/'], a[href*='/people/']",
    ];

    /// <param name="clean">A name without what stands around it; null when it is none.</param>
    public static string? Of(PageFacts facts, Func<string, string?> clean)
    {
        foreach (var mark in Marks)
            foreach (var element in facts.Page.QuerySelectorAll(mark).Take(60))
                if (!PageRegion.IsBeside(element, facts) && Names(element, mark, clean) is { } names)
                    return names;
        return Unmarked(facts, clean);
    }

    // Two people stand beside each other.
    private static string? Names(IElement element, string mark, Func<string, string?> clean)
    {
        var people = element.LocalName == "a" && element.ParentElement is { } parent ? parent.Children.Where(child => child.LocalName == "a" && child.Matches(mark)) : [element];
        var names = people.Where(person => person.TextContent.Length is > 1 and <= Longest).Select(person => clean(person.TextContent)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(5).ToList();
        return names.Count > 0 ? string.Join(", ", names) : null;
    }

    private static string? Unmarked(PageFacts facts, Func<string, string?> clean)
    {
        foreach (var element in facts.Page.QuerySelectorAll("p, div, span, em, i, small, td, li, h2, h3, h4, h5, h6").Take(MostLines))
        {
            if (element.ChildElementCount > 4 || element.TextContent is not { Length: <= Longest * 2 } raw || PageFacts.Line(raw) is not { Length: >= 6 and <= Longest } line) continue;
            if (Line().Match(line) is not { Success: true } match || PageRegion.IsBeside(element, facts)) continue;
            if (clean(match.Groups["name"].Value) is { } name) return name;
        }
        return null;
    }

    [GeneratedRegex(
        """
        ^[-–—•|/\s]*
        (?: (?:(?:\p{L}{2,10},\s)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,10})\s?\d{2,4}(?:,?\s\d{1,2}[:.]\d\d)?(?:\sUhr)?|\p{L}{3,10}\s\d{1,2},\s\d{4})\s*[-–—|·,]?\s* )?
        (?: (?:ein|eine|an?|une?)\s(?:artikel|beitrag|interview|kommentar|bericht|reportage|analyse|kolumne|article|report|essay)\s )?
        (?:von|by|par|por|di|words|text|written\sby|posted\sby|published\sby|geschrieben\svon|veröffentlicht\svon|eingestellt\svon|erstellt\svon|verfasst\svon|auteur(?:\(s\))?|autor(?:in|en)?|author|автор(?:ка)?|текст)
        \s*:?\s+
        (?<name>(?:(?:Prof|Dr|Mag)\.\s)*\p{Lu}[\p{L}.'’-]+(?:\s(?:(?:von|van|de|del|la|der|den|zu|al|bin|di|da|dos)\s){0,2}\p{Lu}[\p{L}.'’-]*){0,3})
        \s*(?:$|[,|·•/(–—-]|am\b|on\b|mit\b|\d)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
