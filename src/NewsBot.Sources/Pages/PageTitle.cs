using AngleSharp.Dom;
using NewsBot.Core.Articles;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Pages;

/// <summary>Finds the headline: what the page's heading says, when its metas say the same; the metas without the site's name else.</summary>
internal static class PageTitle
{
    private static readonly string[] Divisions = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", " < ", " ← ", ": "];

    public static string? Of(PageFacts facts)
    {
        var headings = facts.Page.QuerySelectorAll("h1").Take(20).Select(heading => PageFacts.Line(heading.TextContent)).OfType<string>().Where(text => text.Length <= Headline.MaxLength).ToList();
        var told = new[] { PageFacts.Line(facts.Linked.Headline), facts.Meta("og:title"), facts.Meta("twitter:title", "dc.title", "headline", "title"), PageFacts.Line(facts.Page.QuerySelector("head > title")?.TextContent) }
            .OfType<string>().Select(title => WithoutSite(title, facts)).Where(title => title.Length > 0).ToList();
        // A heading that the metas know is the headline as its readers see it.
        foreach (var heading in headings)
            if (told.Any(title => AreAlike(heading, title))) return heading;
        var named = facts.Page.QuerySelectorAll("h1[class*='title' i], h1[class*='headline' i], h1[itemprop='headline'], article h1, main h1, h2[class*='entry-title' i], h2[itemprop='headline']")
            .Select(heading => PageFacts.Line(heading.TextContent)).OfType<string>().FirstOrDefault(text => text.Length <= Headline.MaxLength);
        if (told.Count == 0) return named ?? headings.FirstOrDefault();
        if (headings.Count == 1 && headings[0].Length > 15 && !IsSite(headings[0], facts)) return headings[0];
        return told[0];
    }

    public static string WithoutSite(string title, PageFacts facts)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var division in Divisions)
            {
                var last = title.LastIndexOf(division, StringComparison.Ordinal);
                if (last > 0 && IsSite(title[(last + division.Length)..], facts)) (title, changed) = (title[..last].TrimEnd(), true);
                var first = title.IndexOf(division, StringComparison.Ordinal);
                if (first > 0 && first + division.Length < title.Length && IsSite(title[..first], facts)) (title, changed) = (title[(first + division.Length)..].TrimStart(), true);
            }
        }
        return title;
    }

    private static bool IsSite(string part, PageFacts facts)
    {
        var plain = string.Concat(Folding.Words(part));
        if (plain.Length < 2) return false;
        if (facts.SiteName is { } site && string.Concat(Folding.Words(site)) is var name && (name == plain || (plain.Length > 4 && (name.Contains(plain, StringComparison.Ordinal) || plain.Contains(name, StringComparison.Ordinal))))) return true;
        var host = string.Concat(facts.Address.Host.ToLowerInvariant().Where(char.IsLetterOrDigit));
        return plain.Length > 3 && (host.Contains(plain, StringComparison.Ordinal) || facts.Address.Host.Split('.').SkipLast(1).Any(label => label.Length > 3 && label != "www" && plain == label));
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
