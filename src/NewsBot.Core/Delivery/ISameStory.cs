using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Knows when an article was not posted because another one tells the same story. `why` asks it.</summary>
public interface ISameStory
{
    /// <returns>Null when the article stands for itself in this channel.</returns>
    Task<ToldBy?> FindAsync(ArticleId article, ChannelRef channel, CancellationToken stop);
}

/// <param name="Article">The one that tells the story there.</param>
/// <param name="Why">What they share, in a few words; null when that is not known.</param>
public sealed record ToldBy(ArticleId Article, string? Why = null);

/// <summary>Every article stands for itself.</summary>
internal sealed class NoSameStory : ISameStory
{
    public Task<ToldBy?> FindAsync(ArticleId article, ChannelRef channel, CancellationToken stop) => Task.FromResult<ToldBy?>(null);
}
