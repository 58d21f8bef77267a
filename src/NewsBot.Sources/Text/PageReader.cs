using NewsBot.Core.Articles;
using NewsBot.Core.Chat;

namespace NewsBot.Sources.Text;

/// <summary>
/// Reads the text of a saved page into an article. Pages come in every layout, so nothing is expected at a fixed place: each
/// block of lines is recognised by its own shape (a date, a repeated title, the words of an image's file name, a request for support) and by where it stands.
/// Pure and safe from any thread.
/// </summary>
public sealed class PageReader(PageReaderOptions options)
{
    private const int MaxTitle = 300;

    /// <param name="text">The whole text; any line ends.</param>
    /// <param name="fileTime">Stands in, marked as a guess, when the text names no date; also what "not in the future" is measured by.</param>
    public PageReading Read(string text, DateTimeOffset fileTime)
    {
        var page = Page.Of(CleanText.Lines(text));
        var dates = new DateReader(options.Zone, fileTime);
        var layout = Layout.Of(page, dates);
        if (layout.Title is null) return new(null, "There are no words in it.");

        var (body, appeal) = AppealFinder.Split(layout.Body);
        var published = dates.Header(page.Header("published") ?? page.Header("date")) ?? layout.Published;
        var content = new ArticleContent
        {
            Title = CardFitter.Cut(page.Header("title") ?? layout.Title, MaxTitle),
            Deck = page.Header("deck") ?? page.Header("description") ?? layout.Deck,
            Link = WebAddress.OrNull(page.Header("link") ?? page.Header("url")),
            Published = published ?? fileTime,
            PublishedIsGuess = published is null,
            Updated = dates.Header(page.Header("updated")) ?? layout.Updated,
            Author = page.Header("author") ?? page.Header("by") ?? layout.Author,
            Image = Image(page.Header("image")) ?? page.Image?.Target,
            ImageDescription = page.Header("image-description") ?? layout.ImageDescription ?? page.Image?.Description,
            Tags = page.List("tags"),
            Topics = page.List("topics").Select(topic => topic.ToLowerInvariant()).ToArray(),
            Body = body,
            Appeal = appeal,
        };
        return new(content with { Language = Language(page, content) }, null);
    }

    // An address on the web, or a plain path; what else there is (data:, file:) shows nothing.
    private static string? Image(string? image) => image is null || WebAddress.OrNull(image) is not null || !image.Contains(':') ? image : null;

    private string? Language(Page page, ArticleContent content) =>
        page.Header("language") is { Length: >= 2 } named && named.Take(2).All(char.IsAsciiLetter)
            ? named[..2].ToLowerInvariant()
            : options.Languages.Guess(string.Join('\n', new[] { content.Title, content.Deck }.Concat(content.Body.Take(5))));
}

/// <param name="Zone">For dates that name no zone.</param>
public sealed record PageReaderOptions(TimeZoneInfo Zone, ILanguageGuesser Languages);

/// <param name="Content">The article, or null.</param>
/// <param name="Problem">One sentence when there is no article in the text.</param>
public sealed record PageReading(ArticleContent? Content, string? Problem);

public interface ILanguageGuesser
{
    /// <summary>ISO 639-1, or null when the text is too short or too mixed to tell.</summary>
    string? Guess(string text);
}
