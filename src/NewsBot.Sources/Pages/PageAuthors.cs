using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages;

/// <summary>Finds who wrote a page: JSON-LD and metas, then a byline on the page.</summary>
internal static partial class PageAuthors
{
    private const int Longest = 100;

    private const string Shown =
        "[rel='author'], [itemprop='author'] [itemprop='name'], [itemprop='author'], .author-name, .author__name, [class*='author-name' i], [class*='authorname' i], .byline-name, [class*='byline__name' i], a[class*='author' i], "
        + "span[class*='author' i], p[class*='author' i], div[class*='author' i], [class*='byline' i], [class*='autor' i], a[href*='/author/'], a[href*='/autor/'], [class*='writer' i]";

    public static string? Of(PageFacts facts)
    {
        foreach (var names in new[] { facts.Linked.Authors, [.. facts.Metas("author")], [.. facts.Metas("article:author")], [.. facts.Metas("dc.creator")], [.. facts.Metas("parsely-author")], [.. facts.Metas("sailthru.author")], [.. facts.Metas("twitter:data1")] })
            if (Joined(names, facts) is { } told) return told;
        foreach (var element in facts.Page.QuerySelectorAll(Shown).Take(60))
            if (!IsElsewhere(element) && element.TextContent is { Length: > 1 and <= 200 } text && Joined([text], facts) is { } shown)
                return shown;
        return null;
    }

    private static string? Joined(IEnumerable<string> names, PageFacts facts)
    {
        var clean = names.Select(name => Clean(name, facts)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(6).ToList();
        return clean.Count == 0 || string.Join(", ", clean) is not { Length: <= 200 } joined ? null : joined;
    }

    private static string? Clean(string name, PageFacts facts)
    {
        if (PageFacts.Line(name) is not { } line) return null;
        line = Opening().Replace(line, "").Trim();
        line = Ending().Replace(line, "").Trim(' ', ',', ';', '|', '-', '–', '·', ':', '.');
        if (line.Length is < 2 or > Longest || line.Contains("://", StringComparison.Ordinal) || line.Contains('@', StringComparison.Ordinal) || !line.Any(char.IsLetter) || line.Count(char.IsDigit) > 3) return null;
        if (NoName().IsMatch(line) || line.Split(' ').Length > 12) return null;
        return facts.SiteName is { } site && Folding.Index(site) == Folding.Index(line) ? null : line;
    }

    private static bool IsElsewhere(IElement element)
    {
        for (var at = element; at is not null; at = at.ParentElement)
            if (at.LocalName is "footer" or "nav" || $"{at.ClassName} {at.Id}" is var name && (name.Contains("comment", StringComparison.OrdinalIgnoreCase) || name.Contains("related", StringComparison.OrdinalIgnoreCase) || name.Contains("sidebar", StringComparison.OrdinalIgnoreCase))) return true;
        return false;
    }

    [GeneratedRegex(@"^(?:(?:written|posted|published|words|text|story|reported|created|geschrieben|veröffentlicht|verfasst|escrito|publicado|par|texte)\s+)?(?:by|von|vom|par|por|di|van|door|av|af|text|autor(?:en|in|a)?|author|redaktion|автор(?:ка)?|текст)\b\s*:?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s*(?:[|•·–—]|\bam\b|\bon\b|\bupdated\b|\bpublished\b|,?\s*\d{1,2}\.\s?\d{1,2}\.|,?\s*\d{4}-).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:admin\w*|editor\w*|staff\w*|webmaster|root|user|unknown|none|null|redaktion|redaction|rédaction|redacción|author|autor|guest|share|follow|about|über den autor.*|about the author.*|more by.*|view all.*|alle artikel.*|weitere.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();
}
