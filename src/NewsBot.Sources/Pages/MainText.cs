using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds.Reading.Html;

namespace NewsBot.Sources.Pages;

/// <summary>
/// The story's paragraphs. SmartReader, which is Mozilla's Readability, finds where the story is; what it lets through is thinned here, and where it took
/// the wrong part or too little, the part that the page itself calls its article is taken.
/// </summary>
internal static class MainText
{
    /// <summary>Of the length of what the page calls its article, what is less was cut wrongly.</summary>
    private const double Enough = 0.15;

    /// <summary>Characters; with less there is no story.</summary>
    private const int Least = 140;

    /// <summary>Of what the page itself marks as its text: a note may be short.</summary>
    private const int LeastMarked = 60;

    public static IReadOnlyList<string> Of(string html, IHtmlDocument page, PageClues clues)
    {
        var found = ByReadability(html, clues.Address);
        var own = ByItsOwnWord(page);
        var said = clues.Linked.Body is { Length: > 400 } body ? Plain(body) : [];
        var best = Length(found) >= Least && Length(found) >= Length(own) * Enough ? found : Length(own) > Length(found) ? own : found;
        return Length(best) < Length(said) * Enough ? said : best;
    }

    private static List<string> ByReadability(string html, Uri address)
    {
        try
        {
            using var reader = new SmartReader.Reader(address.AbsoluteUri, html) { KeepClasses = true, MaxElemsToParse = 0 };
            var article = reader.GetArticle();
            if (string.IsNullOrEmpty(article.Content)) return [];
            var part = PageTree.OfPart(article.Content);
            return Paragraphs(part.Body!);
        }
        // A library that walks a stranger's page may stumble in ways of its own; then the page's own word has to do.
        catch (Exception)
        {
            return [];
        }
    }

    private static List<string> ByItsOwnWord(IHtmlDocument page)
    {
        var candidates = page.QuerySelectorAll("[itemprop='articleBody'], [class*='article-body' i], [class*='article__body' i], [class*='articlebody' i], [class*='entry-content' i], [class*='post-content' i], [class*='post-body' i], [class*='article-content' i], [class*='story-body' i], [class*='article-text' i], [class*='content__article' i], article, .hentry, main, [role='main']").Take(40);
        var best = candidates.Select(element => (Element: element, Text: element.QuerySelectorAll("p").Sum(p => p.TextContent.Trim().Length))).Where(it => it.Text >= LeastMarked).OrderByDescending(it => it.Text).ToList();
        if (best.Count == 0) return [];
        // The narrowest that holds nearly all of it.
        var narrow = best.Where(it => it.Text >= best[0].Text * 0.8).OrderBy(it => it.Element.TextContent.Length).First().Element;
        var copy = (IElement)narrow.Clone(true);
        return Paragraphs(copy);
    }

    private static List<string> Paragraphs(IElement story)
    {
        Boilerplate.Thin(story);
        var paragraphs = HtmlParagraphs.Of(new(story.InnerHtml, true));
        paragraphs = paragraphs.FindAll(paragraph => !Boilerplate.IsNotice(paragraph));
        Boilerplate.TrimEnd(paragraphs);
        return paragraphs;
    }

    private static List<string> Plain(string text) => HtmlParagraphs.Of(new(text, HtmlLook.IsHtml(text)));

    private static int Length(List<string> paragraphs) => paragraphs.Sum(paragraph => paragraph.Length);
}
