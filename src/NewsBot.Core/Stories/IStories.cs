using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Stories;

/// <summary>Which articles are one story, as it was decided when each came.</summary>
public interface IStories
{
    /// <summary>Null when the article was never asked about: it was old when it came, or nobody was to get it.</summary>
    Task<StoryPlace?> OfAsync(ArticleId article, CancellationToken stop);

    /// <summary>The articles that a channel was not posted because this one tells their story there, in the order in which they came.</summary>
    /// <returns>Null when there never were any; empty when there are none any more.</returns>
    Task<IReadOnlyList<Article>?> AlsoAsync(ArticleId shown, ChannelRef channel, CancellationToken stop);

    /// <summary>The article that tells this one's story in a channel, and so stands in for it there; null when it stands for itself.</summary>
    Task<ToldBy?> ToldByAsync(ArticleId article, ChannelRef channel, CancellationToken stop);

    /// <summary>The post of its own that an earlier article of the same event has in a channel, which adds something new to it; null when there is none.</summary>
    /// <returns>The platform's id of the message.</returns>
    Task<string?> EarlierPostAsync(ArticleId article, ChannelRef channel, CancellationToken stop);

    /// <summary>Makes an article a story of its own, for good: it is owed to the channels that missed it, if it is not too old for that.</summary>
    /// <returns>The posts that are owed; null when the article was not joined to another.</returns>
    Task<int?> SplitAsync(ArticleId article, CancellationToken stop);
}

/// <param name="Story">The article that began the story.</param>
/// <param name="Kind">How it belongs to <paramref name="Because"/>; null when it began a story of its own and is like no other.</param>
/// <param name="Because">The article that it was found alike to.</param>
/// <param name="Score">0 to 1, see <see cref="StoryMatch.Score"/>.</param>
/// <param name="IsSplit">A moderator took it out of the story of <paramref name="Because"/>.</param>
public sealed record StoryPlace(ArticleId Story, StoryKind? Kind, ArticleId? Because, double Score, DateTimeOffset JoinedAt, bool IsSplit);

/// <param name="By">The article that is posted there.</param>
/// <param name="Kind">How the two belong together.</param>
public sealed record ToldBy(ArticleId By, StoryKind Kind);
