using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages;

/// <summary>Finds who wrote a page: a person that JSON-LD or the metas name, then the byline, and only then the newsroom as a whole.</summary>
internal static partial class PageAuthors
{
    private const int Longest = 100;

    public static string? Of(PageClues clues)
    {
        string[][] told =
        [
            [.. clues.Linked.Authors], [.. clues.Metas("author")], [.. clues.Metas("article:author")], [.. clues.Metas("dc.creator")], [.. clues.Metas("parsely-author")],
            [.. clues.Metas("sailthru.author")], [.. clues.Metas("citation_author")], Writer().IsMatch(clues.Meta("twitter:label1") ?? "") ? [.. clues.Metas("twitter:data1")] : [],
            // A handle is no name, but some write the name there.
            [.. clues.Metas("twitter:creator").Where(name => !name.StartsWith('@'))],
        ];
        string? Person(string name) => Clean(name) is { } clean && !Newsroom().IsMatch(clean) && !clues.IsSite(clean) ? clean : null;
        string? Named(string name) => Person(name) is { } person && !Host().IsMatch(person) ? person : null;
        string? OfThePage(string name) => Clean(name) is { } clean && !clues.IsSite(clean) ? clean : null;
        return PageByline.OfTheLead(clues, Person) ?? Whole(Joined(told, Named), PageByline.SureOf(clues, Person)) ?? Joined([[.. clues.Linked.PageAuthors]], OfThePage)
            ?? PageByline.Of(clues, Person) ?? PageByline.OfThePersonalSite(clues, Clean) ?? Joined(told, Clean) ?? PageByline.SureOf(clues, Clean);
    }

    // Metas often name only the first of those whom readers see.
    private static string? Whole(string? told, string? seen) => told is not null && seen is not null && seen.StartsWith($"{told}, ", StringComparison.OrdinalIgnoreCase) ? seen : told;

    private static string? Joined(string[][] told, Func<string, string?> clean)
    {
        foreach (var names in told)
        {
            var found = names.Select(clean).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(6).ToList();
            if (found.Count > 0 && string.Join(", ", found) is { Length: <= 200 } joined) return joined;
        }
        return null;
    }

    private static string? Clean(string name)
    {
        if (PageClues.Line(name) is not { } line) return null;
        line = Opening().Replace(line, "").Trim();
        line = Ending().Replace(line, "").Trim(' ', ',', ';', '|', '-', '–', '—', '·', ':');
        if (line.EndsWith('.') && !Initial().IsMatch(line)) line = line.TrimEnd('.');
        if (line.Length is < 2 or > Longest || line.Contains("://", StringComparison.Ordinal) || line.Contains('@', StringComparison.Ordinal) || !line.Any(char.IsLetter) || line.Count(char.IsDigit) > 3) return null;
        return NoName().IsMatch(line) || line.Split(' ').Length > 12 ? null : line;
    }

    [GeneratedRegex(@"^(?:[-–—•|\s]*)(?:(?:written|posted|published|words|text|story|reported|created|geschrieben|veröffentlicht|verfasst|eingestellt|erstellt|publiziert|escrito|publicado|texte)\s+)?(?:by|von|vom|par|por|di|door|av|af|text|autor(?:en|in|a)?|auteurs?|author|redaktion|автор(?:ка)?|текст)(?:\s*:\s*|\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s*(?:[|•·–—]|\bam\s\d|\bon\s(?:\d|\p{L}{3,9}\s\d)|\bupdated\b|\bpublished\b|,\s*(?:dpa|afp|reuters|apa|sid)\b|,?\s*\d{1,2}\.\s?\d{1,2}\.|,?\s*\d{4}-).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"(?:^|\s)\p{Lu}\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Initial();

    [GeneratedRegex(@"^(?:admin\w*|webmaster|root|user|unknown|none|null|no author|by|von|par|por|publiziert|author|autor|auteur|guest|gast|share|follow|about|profile?|über den autor.*|about the author.*|more by.*|mehr von.*|view all.*|alle (?:artikel|beiträge).*|zu[rm]? .*|weitere.*|contact\w*|kontakt\w*|send .*|e-?mail.*|foto\w*|photo\w*|.*\b(?:edited|edition|herausgegeben|übersetz\w*|translated)\b.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();

    [GeneratedRegex(@"^(?:(?:die )?redaktion|redaction|rédaction|redacción|editor\w*|staff\w*|(?:online|news|web)[ -]?(?:redaktion|desk|team))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Newsroom();

    // What has a site's name in it is a site.
    [GeneratedRegex(@"\b[\p{L}\p{Nd}-]{2,}\.(?:com|org|net|info|de|at|ch|it|fr|es|pl|ua|eu|co\.uk)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex(@"written|author|verfasst|geschrieben|autor|escrito|écrit|scritto|автор|napisan", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Writer();
}
