using NewsBot.Core.Chat;
using NewsBot.Sources.Feeds.Reading.Encodings;
using NewsBot.Sources.Feeds.Reading.Html;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Completing;

/// <summary>Finds the article with SmartReader alone; gives way to our own reader of pages where that is there.</summary>
internal sealed class SmartPageText : IPageText
{
    public PageText? Read(ReadOnlySpan<byte> page, string? contentType, Uri address)
    {
        using var decoded = FeedEncoding.Decode(page, contentType);
        using var reader = new SmartReader.Reader(address.AbsoluteUri, decoded.Text.ToString());
        if (reader.GetArticle() is not { IsReadable: true, Content: { Length: > 0 } html } article) return null;
        var pieces = HtmlParagraphs.Of(new(html, IsHtml: true)).Select(paragraph => new Piece.Prose(paragraph));
        var (body, appeal) = AppealFinder.Divide([.. pieces], article.Title ?? "", hasDeck: false);
        var paragraphs = body.Select(piece => piece.Text).Where(text => text.Length > 0 && !ReadMoreLine.Is(text)).ToArray();
        return new(paragraphs, Line(article.Author), WebAddress.OrNull(article.FeaturedImage), null, appeal);
    }

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : HtmlParagraphs.Line(new(text, HtmlLook.IsHtml(text)));
}
