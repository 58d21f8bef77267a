using AngleSharp.Html.Dom;
using NewsBot.Core.Articles;
using NewsBot.Sources.Finding;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Pages;

/// <summary>Reads any news page, from its bytes. Never throws for what a page holds; nothing is loaded, and no script runs.</summary>
internal sealed class WebPageReader(ILanguageGuesser languages)
{
    /// <summary>Characters of paragraphs that make a story; a note with a headline may be short.</summary>
    private const int Story = 250;

    /// <summary>Of a page that calls itself an article.</summary>
    private const int ShortStory = 60;

    /// <summary>Characters of a title made of the text's beginning.</summary>
    private const int MadeTitle = 100;

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
            return Read(html, tree, PageIndex.Read(body.Span, contentType, address), address, zone, fetched);
        }
        // A page is a stranger's, and the tree and the reader are libraries': whatever it makes them do, it is only a page that cannot be read.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new WebPage.Neither("The page cannot be read; try the address of one article or of a feed.");
        }
    }

    private WebPage Read(string html, IHtmlDocument tree, PageIndex list, Uri address, TimeZoneInfo zone, DateTimeOffset fetched)
    {
        var clues = new PageClues(tree, address);
        var content = Content(html, tree, clues, zone, fetched);
        var length = content?.Body.Sum(paragraph => paragraph.Length) ?? 0;
        var saysItIsOne = SaysItIsOne(clues);
        var isFront = list.IsList && !saysItIsOne && (length < Story * 4 || address.AbsolutePath is "/" or "");
        if (content is not null && length >= (saysItIsOne ? ShortStory : Story) && !isFront) return new WebPage.Story(content, clues.SiteName);
        if (list.IsList) return new WebPage.Index(list);
        var wall = PageWall.Of(tree, length);
        if (content is not null && length >= ShortStory && wall is null) return new WebPage.Story(content, clues.SiteName);
        return new WebPage.Neither(wall ?? "There is no article on this page, and no list of any; try the address of one article or of a feed.");
    }

    // A short note on a page full of links is told from a front page by what it says of itself.
    private static bool SaysItIsOne(PageClues clues) =>
        clues.Linked.IsArticle || clues.Meta("og:type") is "article" || clues.Meta("article:published_time") is not null
        || clues.Page.QuerySelectorAll("time[pubdate], [itemprop='datePublished'], time.entry-date").Length == 1
        || (clues.Heading is { LocalName: "h1" } && HasAddressOfOne((clues.Canonical ?? clues.Address).AbsolutePath));

    // A day, a number of some length, or a name of several words.
    private static bool HasAddressOfOne(string path) =>
        path.TrimEnd('/').Split('/') is [.., var last] parts && (last.Count(char.IsAsciiDigit) >= 4 || last.Count(letter => letter is '-' or '_') >= 2 || (parts.Length > 2 && parts.Any(part => part is ['1' or '2', _, _, _] && part.All(char.IsAsciiDigit))));

    private ArticleContent? Content(string html, IHtmlDocument tree, PageClues clues, TimeZoneInfo zone, DateTimeOffset fetched)
    {
        var dates = DateReader.For(zone, fetched);
        var latest = fetched + TimeSpan.FromDays(1);
        var published = PageDate.Published(clues, dates, latest);
        var updated = PageDate.Updated(clues, dates, latest);
        var author = PageAuthors.Of(clues);
        var found = MainText.Of(html, tree, clues);
        if ((PageTitle.Of(clues) ?? Beginning(found)) is not { Length: > 0 } title) return null;
        var text = found.Where(paragraph => !Headline.AreSame(paragraph, title)).ToList();
        var deck = Deck(clues, text);
        var (body, appeal) = AppealFinder.Divide([.. text.Select(paragraph => new Piece.Prose(paragraph))], $"{title} {deck}", deck is not null);
        var paragraphs = body.Where(piece => piece is Piece.Prose).Select(piece => piece.Text).ToArray();
        return new()
        {
            Title = Headline.Shortened(title),
            Deck = deck,
            Link = (clues.Canonical ?? clues.Address).AbsoluteUri,
            Published = published ?? fetched,
            PublishedIsGuess = published is null,
            Updated = updated > published ? updated : null,
            Author = author,
            Image = clues.Image,
            ImageDescription = clues.Image is null ? null : clues.Meta("og:image:alt", "twitter:image:alt"),
            Language = clues.Language ?? languages.Guess(Sample(title, paragraphs)),
            Tags = [.. Tags(clues)],
            Body = paragraphs,
            Appeal = appeal,
        };
    }

    // A note without any headline is called by what it begins with.
    private static string? Beginning(IReadOnlyList<string> text) => text.Count > 0 ? Core.Chat.CardFitter.Cut(text[0], MadeTitle) : null;

    // A description that only repeats how the story begins says nothing twice.
    private static string? Deck(PageClues clues, List<string> text)
    {
        if ((clues.Meta("og:description", "description", "twitter:description") ?? PageClues.Line(clues.Linked.Description)) is not { Length: > 20 and <= LongestDeck } deck) return null;
        if (deck.EndsWith('…') || deck.EndsWith("...", StringComparison.Ordinal) || deck.EndsWith("[…]", StringComparison.Ordinal)) return null;
        var start = Folding.Index(deck);
        return text.Any(paragraph => Folding.Index(paragraph).Contains(start, StringComparison.Ordinal)) ? null : deck;
    }

    private static IEnumerable<string> Tags(PageClues clues) =>
        clues.Metas("article:tag").Concat(clues.Linked.Keywords).Select(PageClues.Line).OfType<string>().Where(tag => tag.Length <= 60).Distinct(StringComparer.OrdinalIgnoreCase).Take(20);

    private static string Sample(string title, string[] paragraphs)
    {
        var all = string.Join('\n', paragraphs.Prepend(title).Take(12));
        return all.Length > LanguageSample ? all[..LanguageSample] : all;
    }
}
