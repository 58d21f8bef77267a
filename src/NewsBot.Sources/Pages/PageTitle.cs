using AngleSharp.Dom;
using NewsBot.Core.Articles;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Pages;

/// <summary>Finds the headline: what the page's heading says, when its metas say the same; the metas without the site's name else.</summary>
internal static class PageTitle
{
    private static readonly string[] Divisions = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", " < ", " ← ", ": "];

    public static string? Of(PageClues clues)
    {
        var headings = clues.Page.QuerySelectorAll("h1").Take(20).Select(element => (Element: element, Text: PageClues.Line(element.TextContent) ?? ""))
            .Where(heading => heading.Text.Length is > 0 and <= Headline.MaxLength && !clues.IsSite(heading.Text)).ToList();
        var told = Told(clues);
        // A heading that the metas know is the headline as its readers see it.
        foreach (var heading in headings)
            if (told.Any(title => AreAlike(heading.Text, title))) return WithoutKicker(heading.Element, heading.Text, told);
        if (told.Count == 0) return headings.Select(heading => heading.Text).FirstOrDefault();
        if (PartThatStandsOnThePage(clues, told) is { } part) return part;
        if (headings.Select(heading => heading.Text).Distinct().ToList() is [var only] && (only.Length > 15 || (only.Length > 7 && SharesAWord(only, told)))) return only;
        var parts = told[0].Split([" | ", " » ", " :: "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 2 && parts[0].Length >= 15 ? parts[0] : told[0];
    }

    /// <summary>The heading that says what the metas say, else the first that is not the site's name.</summary>
    public static IElement? ElementOf(PageClues clues)
    {
        var told = Told(clues);
        var headings = clues.Page.QuerySelectorAll("h1, h2, h3").Take(80).Select(element => (Element: element, Text: PageClues.Line(element.TextContent) ?? "")).Where(heading => heading.Text.Length > 3).ToList();
        return headings.FirstOrDefault(heading => told.Any(title => Folding.Index(heading.Text) == Folding.Index(title))).Element
            ?? headings.FirstOrDefault(heading => !clues.IsSite(heading.Text) && told.Any(title => title.EndsWith(heading.Text, StringComparison.Ordinal) || heading.Text.EndsWith(title, StringComparison.Ordinal))).Element
            ?? headings.FirstOrDefault(heading => told.Any(title => AreAlike(heading.Text, title))).Element
            ?? headings.FirstOrDefault(heading => heading.Element.LocalName == "h1" && !clues.IsSite(heading.Text)).Element;
    }

    private static List<string> Told(PageClues clues) =>
        new[] { PageClues.Line(clues.Linked.Headline), clues.Meta("og:title"), clues.Meta("twitter:title", "dc.title", "headline", "title"), PageClues.Line(clues.Page.QuerySelector("head > title")?.TextContent) }
            .OfType<string>().Select(title => WithoutSite(title, clues)).Where(title => title.Length > 0).ToList();

    // "Local News" above the headline and within its element: known by what the metas call the story, with it or without.
    private static string WithoutKicker(IElement element, string heading, List<string> told)
    {
        foreach (var title in told)
            if (title.Length >= 15 && title.Length < heading.Length && heading.EndsWith(title, StringComparison.Ordinal)) return title;
        if (element.QuerySelectorAll("*").FirstOrDefault(child => child.ChildElementCount == 0 && !string.IsNullOrWhiteSpace(child.TextContent)) is not { } first) return heading;
        if (PageClues.Line(first.TextContent) is not { Length: <= 45 } kicker || !heading.StartsWith(kicker, StringComparison.Ordinal)) return heading;
        var rest = heading[kicker.Length..].TrimStart(' ', ':', '-', '–', '—', '|');
        return rest.Length >= 15 && told.Any(title => title.Length > kicker.Length + 3 && title.StartsWith(kicker, StringComparison.Ordinal) && title[kicker.Length..].TrimStart() is [':' or '-' or '–' or '—' or '|', ..]) ? rest : heading;
    }

    // "The site's motto | The story": which of them is the story is told by its heading.
    private static string? PartThatStandsOnThePage(PageClues clues, List<string> told)
    {
        var parts = told.SelectMany(title => title.Split(Divisions, StringSplitOptions.TrimEntries)).Concat(told).Select(Folding.Index).Where(part => part.Length >= 12).ToHashSet();
        return clues.Page.QuerySelectorAll("h1, h2, h3").Take(60).Select(heading => PageClues.Line(heading.TextContent)).OfType<string>()
            .FirstOrDefault(text => text.Length <= Headline.MaxLength && parts.Contains(Folding.Index(text)) && !clues.IsSite(text));
    }

    private static bool SharesAWord(string heading, List<string> told)
    {
        var words = Folding.Words(heading).Where(word => word.Length >= 5).ToList();
        return told.Any(title => Folding.Words(title).Any(other => other.Length >= 5 && words.Any(word => word.Contains(other, StringComparison.Ordinal) || other.Contains(word, StringComparison.Ordinal))));
    }

    public static string WithoutSite(string title, PageClues clues)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var division in Divisions)
            {
                var last = title.LastIndexOf(division, StringComparison.Ordinal);
                if (last > 0 && clues.IsSite(title[(last + division.Length)..])) (title, changed) = (title[..last].TrimEnd(), true);
                var first = title.IndexOf(division, StringComparison.Ordinal);
                if (first > 0 && first + division.Length < title.Length && clues.IsSite(title[..first])) (title, changed) = (title[(first + division.Length)..].TrimStart(), true);
            }
        }
        return title;
    }

    private static bool AreAlike(string heading, string title)
    {
        var (a, b) = (Folding.Index(heading), Folding.Index(title));
        if (a.Length == 0 || b.Length == 0) return false;
        if (a == b) return true;
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return shorter.Length >= 12 && (longer.StartsWith(shorter, StringComparison.Ordinal) || longer.EndsWith(shorter, StringComparison.Ordinal)) && shorter.Length * 10 >= longer.Length * 4;
    }
}
