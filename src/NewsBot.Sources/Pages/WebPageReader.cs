using AngleSharp.Html.Dom;
using NewsBot.Core.Articles;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Pages;

/// <summary>Reads any news page, from its bytes. Never throws for what a page holds; nothing is loaded, and no script runs.</summary>
internal sealed class WebPageReader(ILanguageGuesser languages)
{
    /// <summary>Characters of paragraphs that make a story; a note with a headline may be short.</summary>
    private const int Story = 250;

    /// <summary>Of a page that calls itself an article.</summary>
    private const int ShortStory = 60;

    /// <summary>Links to articles that make a front page.</summary>
    private const int FewestLinks = 5;

    private const int LongestDeck = 600;
    private const int LanguageSample = 4_000;

    /// <param name="zone">Of dates that name none.</param>
    /// <param name="fetched">Stands in when the page tells no date; a date more than a day after it is not believed.</param>
    public WebPage Read(ReadOnlyMemory<byte> body, string? contentType, Uri address, TimeZoneInfo zone, DateTimeOffset fetched)
    {
        if (body.Span.IndexOfAnyExcept((byte)' ', (byte)'\n', (byte)'\r') < 0) return new WebPage.Neither("The page is empty; check the address.");
        try
        {
            if (PageTree.Of(body.Span, contentType) is not var (html, tree)) return new WebPage.Neither("The page is too large or too tangled to read; try the address of one article or of a feed.");
            return Read(html, tree, address, zone, fetched);
        }
        // A page is a stranger's, and the tree and the reader are libraries': whatever it makes them do, it is only a page that cannot be read.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new WebPage.Neither("The page cannot be read; try the address of one article or of a feed.");
        }
    }

    private WebPage Read(string html, IHtmlDocument tree, Uri address, TimeZoneInfo zone, DateTimeOffset fetched)
    {
        var facts = new PageFacts(tree, address);
        var links = PageLinks.ToArticles(facts);
        var feeds = PageLinks.ToFeeds(facts);
        var content = Content(html, tree, facts, zone, fetched);
        var length = content?.Body.Sum(paragraph => paragraph.Length) ?? 0;
        var isFront = links.Count >= FewestLinks && !facts.Linked.IsArticle && facts.Meta("og:type") is not "article" && (length < Story * 4 || address.AbsolutePath is "/" or "");
        if (content is not null && length >= (SaysItIsOne(facts) ? ShortStory : Story) && !isFront) return new WebPage.Story(content, facts.Canonical);
        if (links.Count >= FewestLinks || feeds.Count > 0) return new WebPage.Index(facts.SiteName ?? PageTitle.Of(facts), facts.Language, links, feeds);
        if (content is not null && length >= Story / 4 && PageWall.Of(tree, length) is null) return new WebPage.Story(content, facts.Canonical);
        return new WebPage.Neither(PageWall.Of(tree, length) ?? "There is no article on this page, and no list of any; try the address of one article or of a feed.");
    }

    // A short note on a page full of links is told from a front page by what it says of itself.
    private static bool SaysItIsOne(PageFacts facts) =>
        facts.Linked.IsArticle || facts.Meta("og:type") is "article" || facts.Meta("article:published_time") is not null
        || facts.Page.QuerySelectorAll("time[pubdate], [itemprop='datePublished'], time.entry-date").Length == 1;

    private ArticleContent? Content(string html, IHtmlDocument tree, PageFacts facts, TimeZoneInfo zone, DateTimeOffset fetched)
    {
        if (PageTitle.Of(facts) is not { Length: > 0 } title) return null;
        var dates = DateReader.For(zone, fetched);
        var latest = fetched + TimeSpan.FromDays(1);
        var published = PageDate.Published(facts, dates, latest);
        var updated = PageDate.Updated(facts, dates, latest);
        var author = PageAuthors.Of(facts);
        var text = MainText.Of(html, tree, facts).Where(paragraph => !Headline.AreSame(paragraph, title)).ToList();
        var deck = Deck(facts, text);
        var (body, appeal) = AppealFinder.Divide([.. text.Select(paragraph => new Piece.Prose(paragraph))], $"{title} {deck}", deck is not null);
        var paragraphs = body.Where(piece => piece is Piece.Prose).Select(piece => piece.Text).ToArray();
        return new()
        {
            Title = Headline.Shortened(title),
            Deck = deck,
            Link = (facts.Canonical ?? facts.Address).AbsoluteUri,
            Published = published ?? fetched,
            PublishedIsGuess = published is null,
            Updated = updated > published ? updated : null,
            Author = author,
            Image = facts.Image,
            ImageDescription = facts.Image is null ? null : facts.Meta("og:image:alt", "twitter:image:alt"),
            Language = facts.Language ?? languages.Guess(Sample(title, paragraphs)),
            Tags = [.. Tags(facts)],
            Body = paragraphs,
            Appeal = appeal,
        };
    }

    // A description that only repeats how the story begins says nothing twice.
    private static string? Deck(PageFacts facts, List<string> text)
    {
        if ((facts.Meta("og:description", "description", "twitter:description") ?? PageFacts.Line(facts.Linked.Description)) is not { Length: > 20 and <= LongestDeck } deck) return null;
        if (deck.EndsWith('…') || deck.EndsWith("...", StringComparison.Ordinal) || deck.EndsWith("[…]", StringComparison.Ordinal)) return null;
        var start = Folding.Index(deck);
        return text.Any(paragraph => Folding.Index(paragraph).Contains(start, StringComparison.Ordinal)) ? null : deck;
    }

    private static IEnumerable<string> Tags(PageFacts facts) =>
        facts.Metas("article:tag").Concat(facts.Linked.Keywords).Select(PageFacts.Line).OfType<string>().Where(tag => tag.Length <= 60).Distinct(StringComparer.OrdinalIgnoreCase).Take(20);

    private static string Sample(string title, string[] paragraphs)
    {
        var all = string.Join('\n', paragraphs.Prepend(title).Take(12));
        return all.Length > LanguageSample ? all[..LanguageSample] : all;
    }
}
