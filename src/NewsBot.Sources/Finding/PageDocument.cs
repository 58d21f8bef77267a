using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Finding;

/// <summary>A page's story as if it were the only entry of a feed, so that both are printed in the same words.</summary>
internal static class PageDocument
{
    public static FeedDocument Of(ArticleContent story, string? site) => new(
        FeedFormat.Rss,
        new() { Title = Text(site), Link = story.Link, Language = story.Language },
        [new()
        {
            Title = Text(story.Title),
            Link = story.Link,
            Published = story.PublishedIsGuess ? null : story.Published,
            Updated = story.Updated,
            Author = story.Author is null ? null : new(story.Author, null),
            Summary = Text(story.Deck),
            Content = Text(string.Join("\n\n", story.Body)),
            Language = story.Language,
            Media = story.Image is null ? [] : [new(story.Image, "image")],
        }]);

    private static FeedText? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text, false);
}
