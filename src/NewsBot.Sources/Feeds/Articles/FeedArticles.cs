using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Stories;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Html;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Feeds.Articles;

/// <summary>Turns the entries of a feed into articles: plain text, absolute links, one picture, dates that can be.</summary>
internal sealed class FeedArticles(ILanguageGuesser languages)
{
    /// <summary>Characters; enough to tell a language.</summary>
    private const int LanguageSample = 4000;

    /// <summary>Characters of a title made of the text's beginning.</summary>
    private const int MadeTitle = 100;

    /// <param name="fetched">When the feed was read; stands in for a date that is missing or cannot be.</param>
    /// <returns>Null when there is neither a title nor a text.</returns>
    public FoundArticle? Find(FeedEntry entry, FeedHead feed, DateTimeOffset fetched) =>
        Content(entry, feed, fetched) is { } content ? new(IdentityOf(entry, content), content) : null;

    public ArticleContent? Content(FeedEntry entry, FeedHead feed, DateTimeOffset fetched)
    {
        var text = EntryText.Of(entry);
        var title = Title(entry, text);
        if (title is null) return null;
        var (body, appeal) = AppealFinder.Divide([.. text.Body.Select(paragraph => new Piece.Prose(paragraph))], $"{title} {text.Deck}", text.Deck is not null);
        var paragraphs = body.Select(piece => piece.Text).Where(paragraph => paragraph.Length > 0).ToArray();
        var dates = EntryDates.Of(entry, fetched);
        var image = EntryImage.Of(entry);
        return new()
        {
            Title = title,
            Deck = text.Deck,
            Link = Link(entry),
            Published = dates.Published,
            PublishedIsGuess = dates.IsGuess,
            Updated = dates.Updated,
            Author = PlainLine(entry.Author?.Name) ?? PlainLine(feed.Author?.Name),
            Image = image?.Url,
            ImageDescription = PlainLine(image?.Description),
            Language = Language(entry, feed) ?? languages.Guess(Sample(title, text)),
            Tags = [.. entry.Categories.Select(PlainLine).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Body = paragraphs,
            Appeal = appeal,
        };
    }

    /// <summary>Who holds the feed knows better which of its fields stays the same; this is the first guess.</summary>
    private static string IdentityOf(FeedEntry entry, ArticleContent content) =>
        CanonicalLink.Of(content.Link) ?? entry.Id ?? $"{content.Title}\n{(content.PublishedIsGuess ? "" : content.Published.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture))}";

    /// <summary>The entry's own address; null when it has none that can be opened.</summary>
    public static string? Link(FeedEntry entry) =>
        WebAddress.OrNull(entry.OriginalLink) ?? WebAddress.OrNull(entry.Link) ?? WebAddress.OrNull(entry.Id);

    // Short notes come without a title; then it is what they begin with.
    private static string? Title(FeedEntry entry, EntryText text)
    {
        if (entry.Title is { } given && HtmlParagraphs.Line(given) is { Length: > 0 } line) return Headline.Shortened(line);
        var first = text.Deck ?? (text.Body is [var top, ..] ? top : null);
        if (first is null) return null;
        var sentence = Sentences.Of(first).FirstOrDefault() ?? first;
        if (sentence.Length <= MadeTitle) return sentence;
        var space = sentence.LastIndexOf(' ', MadeTitle);
        var end = space < MadeTitle / 2 ? MadeTitle : space;
        return $"{sentence[..(char.IsHighSurrogate(sentence[end - 1]) ? end - 1 : end)].TrimEnd(',', ';', ':', ' ')}…";
    }

    private static string? Language(FeedEntry entry, FeedHead feed) =>
        (entry.Language is { } own ? LanguageNames.Code(own) : null) ?? (feed.Language is { } all ? LanguageNames.Code(all) : null);

    private static string Sample(string title, EntryText text)
    {
        var all = string.Join('\n', text.Body.Prepend(text.Deck).Prepend(title).Take(12));
        return all.Length > LanguageSample ? all[..LanguageSample] : all;
    }

    private static string? PlainLine(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var line = HtmlParagraphs.Line(new(value, HtmlLook.IsHtml(value)));
        return line.Length > 0 ? line : null;
    }
}
