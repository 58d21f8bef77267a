using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Completing;

/// <summary>Finds the article as pages are read everywhere here.</summary>
internal sealed class PageArticle(WebPageReader reader, TimeProvider clock) : IPageText
{
    public PageText? Read(ReadOnlyMemory<byte> page, string? contentType, Uri address)
    {
        return reader.Read(page, contentType, address, TimeZoneInfo.Utc, clock.GetUtcNow()) is WebPage.Story { Content: var story }
            ? new(story.Body, story.Author, story.Image, story.ImageDescription, story.Appeal)
            : null;
    }
}
