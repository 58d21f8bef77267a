using NewsBot.Core.Articles;

namespace NewsBot.Sources.Text;

/// <summary>Reads the text of a news page into an article. Pure and safe to share between threads; never throws for what a text holds.</summary>
public sealed class PageReader(PageReaderOptions options)
{
    /// <summary>Characters; enough to tell a language, and it bounds the work on a long text.</summary>
    private const int LanguageSample = 4000;

    /// <param name="text">The page as decoded; any line ends, plain text or Markdown.</param>
    /// <param name="fileTime">Stands in when the page tells no date, and a date more than a day after it is not believed.</param>
    public PageReading Read(string text, DateTimeOffset fileTime)
    {
        var clean = Cleaning.Clean(text);
        if (string.IsNullOrWhiteSpace(clean)) return new(null, "There is no text in it.");
        if (!clean.EnumerateRunes().Any(System.Text.Rune.IsLetter)) return new(null, "There are no words in it, only digits and signs.");
        var content = Content(PageLines.Of(clean), fileTime);
        return content is null ? new(null, "There is neither a title nor a paragraph in it.") : new(content, null);
    }

    private ArticleContent? Content(List<string> lines, DateTimeOffset fileTime)
    {
        var dates = DateReader.For(options.Zone, fileTime);
        var fields = new PageFields();
        var start = FrontMatter.Take(lines, fields);
        var isMarkdown = start > 0 || MarkdownLine.IsMarkdown(lines);
        start = HeaderLines.Take(lines, start, fields, dates);
        var facts = new PageFacts(fields);
        var front = FrontPart.Of(Pieces.Of(lines.Skip(start), isMarkdown, new(dates)), fields.Text(Field.Title), facts);
        return front.Title is null ? null : WithDates(Content(front, fields, facts), fields, facts, dates, fileTime);
    }

    private ArticleContent Content(FrontPart front, PageFields fields, PageFacts facts)
    {
        var deck = fields.Text(Field.Deck) ?? front.Deck;
        var rest = Story.WithoutStrayLines(Story.WithoutEndFacts(front.Rest, facts), facts);
        var (story, appeal) = AppealFinder.Divide(rest, $"{front.Title} {deck}", deck is not null);
        var body = Story.WithoutEndFacts(story, facts).Where(piece => piece is not Piece.Rule).Select(piece => piece.Text).ToList();
        // A story is never only a deck: with nothing beneath, what looked like one is the body.
        if (body.Count == 0 && front.Deck is not null) (body, deck) = ([front.Deck], fields.Text(Field.Deck));
        return new()
        {
            Title = Headline.Shortened(front.Title!),
            Deck = deck,
            Link = fields.Link,
            Published = default,
            Author = fields.Text(Field.Author) ?? facts.Author,
            Image = fields.Image ?? facts.Image,
            ImageDescription = fields.Text(Field.ImageDescription) ?? facts.ImageDescription,
            Language = fields.Language ?? options.Languages.Guess(Sample(front.Title!, deck, body)),
            Tags = fields.List(Field.Tags),
            Topics = [.. fields.List(Field.Topics).Select(topic => topic.ToLowerInvariant())],
            Body = body,
            Appeal = appeal,
        };
    }

    private static ArticleContent WithDates(ArticleContent content, PageFields fields, PageFacts facts, DateReader dates, DateTimeOffset fileTime)
    {
        var published = fields.Date(Field.Published, dates) ?? facts.Published;
        return content with
        {
            Published = published ?? fileTime,
            PublishedIsGuess = published is null,
            Updated = fields.Date(Field.Updated, dates) ?? facts.Updated,
        };
    }

    private static string Sample(string title, string? deck, List<string> body)
    {
        var sample = new System.Text.StringBuilder(title).Append('\n').Append(deck);
        foreach (var paragraph in body)
        {
            if (sample.Length >= LanguageSample) break;
            sample.Append('\n').Append(paragraph, 0, Math.Min(paragraph.Length, LanguageSample));
        }
        return sample.ToString();
    }
}
