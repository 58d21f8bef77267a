using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsBot.Sources.Feeds.Reading.Dates;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Pages;

/// <summary>Finds when a page was published: what it tells machines first, then what it shows people, then its address.</summary>
internal static partial class PageDate
{
    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "article:published", "datePublished", "og:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date",
        "dc.date.issued", "dcterms.created", "dc.created", "dc.date", "dcterms.date", "dcterms.issued", "date", "citation_publication_date", "citation_date", "article.published", "article_date_original", "rnews:datepublished",
        "cXenseParse:recs:publishtime", "bt:pubdate", "timestamp", "originalpublicationdate", "displaydate", "DC.date.issued",
    ];

    // When it was last touched; better than nothing.
    private static readonly string[] ModifiedMetas = ["article:modified_time", "og:updated_time", "dateModified", "last-modified", "dateUpdate"];

    private const string Shown =
        "time[itemprop='datePublished'], [itemprop='datePublished'], time[pubdate], time.published, time.entry-date, time[datetime], .published[title], abbr.published, [property='datePublished'], "
        + "[class*='publish' i], [class*='posted-on' i], [class*='entry-date' i], [class*='post-date' i], [class*='article-date' i], [class*='article__date' i], [class*='dateline' i], [class*='timestamp' i], [class*='date' i], [id*='date' i], [class*='datum' i], [class*='meta' i], [class*='byline' i], [class*='info' i]";

    public static DateTimeOffset? Published(PageClues clues, DateReader shown, DateTimeOffset latest)
    {
        if (Read(clues.Linked.Published, shown) is { } linked && IsPossible(linked, latest)) return linked;
        if (Told(clues, PublishedMetas, shown, latest) is { } told) return told;
        if (Read(clues.Linked.PagePublished, shown) is { } page && IsPossible(page, latest)) return page;
        if (InAddress(clues) is { } day && IsPossible(day, latest)) return Refined(clues, shown, day, latest) ?? day;
        return OnThePage(clues, shown, latest) ?? Told(clues, ModifiedMetas, shown, latest) ?? InText(clues, shown, latest);
    }

    private static DateTimeOffset? Told(PageClues clues, string[] names, DateReader shown, DateTimeOffset latest)
    {
        foreach (var name in names)
            if (Read(clues.Meta(name), shown) is { } found && IsPossible(found, latest)) return found;
        return null;
    }

    public static DateTimeOffset? Updated(PageClues clues, DateReader shown, DateTimeOffset latest) =>
        Read(clues.Linked.Modified ?? clues.Meta("article:modified_time", "og:updated_time", "dateModified", "dcterms.modified"), shown) is { } found && IsPossible(found, latest) ? found : null;

    private static DateTimeOffset? OnThePage(PageClues clues, DateReader shown, DateTimeOffset latest)
    {
        var found = new List<(int Rank, int Distance, DateTimeOffset At)>();
        foreach (var element in clues.Page.QuerySelectorAll(Shown).Take(400))
        {
            if (PageRegion.IsBeside(element, clues)) continue;
            var isTime = element.LocalName == "time";
            foreach (var text in new[] { element.GetAttribute("datetime"), element.GetAttribute("content"), element.GetAttribute("title"), element.TextContent is { Length: <= 200 } own ? own : null })
            {
                if (Read(text, shown) is not { } at || !IsPossible(at, latest)) continue;
                var name = $"{element.ClassName} {element.Id} {element.GetAttribute("itemprop")}";
                var rank = name.Contains("publish", StringComparison.OrdinalIgnoreCase) ? 0 : isTime ? 1 : name.Contains("dat", StringComparison.OrdinalIgnoreCase) ? 2 : 3;
                if (name.Contains("modif", StringComparison.OrdinalIgnoreCase) || name.Contains("updat", StringComparison.OrdinalIgnoreCase)) rank += 4;
                found.Add((rank, clues.DistanceToHeading(element), at));
                break;
            }
        }
        return found.Count == 0 ? null : found.OrderBy(it => it.Rank).ThenBy(it => it.Distance).First().At;
    }

    // The last resort: a line that is a date, or a date at the beginning or end of a short one. Of several the nearest to the headline: pages say in their head what day it is today.
    private static DateTimeOffset? InText(PageClues clues, DateReader shown, DateTimeOffset latest)
    {
        if (clues.Page.Body is not { } body) return null;
        var looked = 0;
        (int Distance, DateTimeOffset At)? nearest = null;
        foreach (var element in body.QuerySelectorAll("p, span, div, li, td, em, small, strong, h4, h5, h6"))
        {
            if (++looked > 3_000) break;
            if (element.ChildElementCount > 3 || PageRegion.IsBeside(element, clues) || element.TextContent is not { Length: >= 6 } text) continue;
            if (text.Length > 90 && !char.IsAsciiDigit(text.TrimStart().FirstOrDefault())) continue;
            if (text.Length > 90) text = text.TrimStart()[..20];
            if (DayInText().Match(text) is { Success: true } match && Read(match.Value, shown) is { } at && IsPossible(at, latest))
            {
                if (clues.DistanceToHeading(element) is var distance && (nearest is null || distance < nearest.Value.Distance)) nearest = (distance, at);
            }
        }
        return nearest?.At;
    }

    // The address knows the day, and something on the page of that day may know the hour.
    private static DateTimeOffset? Refined(PageClues clues, DateReader shown, DateTimeOffset day, DateTimeOffset latest) =>
        OnThePage(clues, shown, latest) is { } at && (at - day).Duration() < TimeSpan.FromDays(1.5) ? at : null;

    private static DateTimeOffset? InAddress(PageClues clues)
    {
        foreach (var text in new[] { clues.Canonical?.AbsolutePath, clues.Address.AbsolutePath })
            if (text is not null && DayInAddress().Match(text) is { Success: true } match
                && DateTime.TryParseExact($"{match.Groups[1].Value}-{int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture):00}-{int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture):00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return new(day, TimeSpan.Zero);
        return null;
    }

    private static DateTimeOffset? Read(string? text, DateReader shown)
    {
        if (text is not { Length: >= 6 and <= 200 }) return null;
        var trimmed = OddFraction().Replace(text.Trim(), "");
        if (trimmed.Length <= 100 && FeedDate.Read(trimmed) is { } exact && (trimmed.Contains('T', StringComparison.Ordinal) || trimmed.Contains('+', StringComparison.Ordinal) || trimmed.Contains("GMT", StringComparison.Ordinal))) return AsPrinted(exact, trimmed);
        if (shown.Read(trimmed) is { } printed) return printed;
        if (trimmed.Length <= 100 && FeedDate.Read(trimmed) is { } loose) return loose;
        return DayInText().Match(trimmed) is { Success: true } match && match.Length < trimmed.Length ? shown.Read(match.Value) ?? FeedDate.Read(match.Value) : null;
    }

    // The day that people read is the day where it was published.
    private static DateTimeOffset AsPrinted(DateTimeOffset at, string text) =>
        Offset().Match(text) is { Success: true } match && TimeSpan.TryParseExact($"{match.Groups[2].Value}:{match.Groups[3].Value}", "hh\\:mm", CultureInfo.InvariantCulture, out var offset) && offset < TimeSpan.FromHours(14)
            ? at.ToOffset(match.Groups[1].Value == "-" ? -offset : offset)
            : at;

    private static bool IsPossible(DateTimeOffset at, DateTimeOffset latest) => at.Year >= 1995 && at <= latest;

    [GeneratedRegex(@"/((?:19|20)\d\d)[/-]?(0?[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex DayInAddress();

    [GeneratedRegex(@"\b(?:(?:19|20)\d\d-\d\d?-\d\d?|\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?(?:20)?\d\d|\d{1,2}\.?(?:st|nd|rd|th)?(?: de| of)? \p{L}{3,12}\.?,?(?: de)? (?:19|20)\d\d|\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d)\b(?:,? (?:at |um |à |o )?\d{1,2}[:.]\d\d)?", RegexOptions.CultureInvariant)]
    private static partial Regex DayInText();

    [GeneratedRegex(@"([+-])(\d\d):?(\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    // "22:06:08:684Z": milliseconds behind a colon.
    [GeneratedRegex(@"(?<=T\d\d:\d\d:\d\d):\d{3}(?=Z|$)", RegexOptions.CultureInvariant)]
    private static partial Regex OddFraction();
}
