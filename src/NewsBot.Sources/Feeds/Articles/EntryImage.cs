using NewsBot.Core.Chat;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Html;

namespace NewsBot.Sources.Feeds.Articles;

/// <summary>Chooses the picture of an entry: what the feed names as one, the widest first; else the first in the text.</summary>
internal static class EntryImage
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"];

    public static FeedMedia? Of(FeedEntry entry) =>
        entry.Media.Concat(entry.Enclosures).Where(IsImage).OrderByDescending(image => image.Width ?? 0).Select(Absolute).OfType<FeedMedia>().FirstOrDefault()
        ?? Absolute(HtmlImages.First(entry.Content))
        ?? Absolute(HtmlImages.First(entry.Summary));

    private static FeedMedia? Absolute(FeedMedia? image) =>
        WebAddress.OrNull(image?.Url) is { } address ? image! with { Url = address } : null;

    private static bool IsImage(FeedMedia media) =>
        media.Type is { Length: > 0 } type ? type.StartsWith("image", StringComparison.OrdinalIgnoreCase)
        : Endings.Any(ending => media.Url.Split('?', '#')[0].EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
