using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>What is out already, to correct it or to take it back.</summary>
public interface IPostedArticles
{
    /// <summary>What an edit or a withdrawal is about; null when the article has no post of its own there, so that nothing is to be done.</summary>
    Task<PostedArticle?> FindAsync(Debt debt, CancellationToken stop);

    /// <summary>
    /// Takes an article back: what waits is not posted, what is out is owed a withdrawal. Everywhere (<paramref name="only"/> is null) it also leaves
    /// `latest` and the search, and stays away when its source shows it again.
    /// </summary>
    /// <returns>How many posts are to be taken down.</returns>
    Task<int> WithdrawAsync(ArticleId article, ChannelRef? only, CancellationToken stop);

    /// <summary>Brings it back into the archive; nothing is posted again.</summary>
    /// <returns>False when it was not withdrawn.</returns>
    Task<bool> RestoreAsync(ArticleId article, CancellationToken stop);

    /// <summary>Articles that were withdrawn everywhere, the last first.</summary>
    Task<IReadOnlyList<Article>> WithdrawnAsync(int take, CancellationToken stop);

    /// <summary>How the channel was asked for support before.</summary>
    Task<AppealsSoFar> AppealsAsync(ChannelRef channel, CancellationToken stop);
}

/// <summary>A post as it stands in its channel.</summary>
/// <param name="DrawnHash">Of what it shows now.</param>
/// <param name="Kind"><see cref="DebtKind.Post"/> or <see cref="DebtKind.Sample"/>.</param>
/// <param name="HasAppeal">It carries the button to support the newsroom.</param>
/// <param name="Was">What the article said when the post was last drawn; null when that is not known any more.</param>
/// <param name="ChangedAt">When the change was seen that is owed.</param>
/// <param name="NotedAt">When it was last corrected in a way that its readers are told.</param>
public sealed record PostedArticle(
    string MessageId, string DrawnHash, DebtKind Kind, DateTimeOffset PostedAt, bool HasAppeal, ArticleContent? Was, DateTimeOffset ChangedAt, DateTimeOffset? NotedAt);
