using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>What stands written of articles and lanes, for those who ask why. It changes nothing.</summary>
public interface IDeliveryBook
{
    /// <summary>Everything about an article in one channel.</summary>
    /// <returns>Null when the article is not kept.</returns>
    Task<ArticleRecord?> FindAsync(ArticleId article, ChannelRef channel, CancellationToken stop);

    /// <summary>The article of which something was another copy, and was therefore not kept.</summary>
    Task<CopyRecord?> CopyAsync(ArticleId copy, CancellationToken stop);

    /// <summary>What a channel waits for, in the order in which it is paid; what a card carries is not told one by one.</summary>
    Task<LaneRecord> LaneAsync(ChannelRef channel, int skip, int take, CancellationToken stop);

    /// <summary>How many debts of the channel come before this one; counted up to <paramref name="most"/>.</summary>
    Task<int> BeforeAsync(Debt debt, int most, CancellationToken stop);
}

/// <param name="Unposted">Why it was owed to nobody when it was found; null for news, and for what was found before this was noted.</param>
/// <param name="FollowedSince">Since when the channel has followed everything or one of the article's topics; null when it does not.</param>
/// <param name="Debts">Its post, the card that carried it, its edits and its removal in this channel; the first owed first.</param>
/// <param name="Copies">Others that said the same, word for word; the last seen first, at most ten.</param>
public sealed record ArticleRecord(
    DateTimeOffset FoundAt, DateTimeOffset? ChangedAt, Unposted? Unposted, DateTimeOffset? FollowedSince, IReadOnlyList<DebtRecord> Debts, IReadOnlyList<CopyRecord> Copies);

/// <param name="Source">Where it was found.</param>
/// <param name="Place">In its source: a link or a file.</param>
public sealed record CopyRecord(ArticleId Of, string Source, string Place, DateTimeOffset SeenAt);

/// <param name="LeasedAt">Since when it is under way.</param>
/// <param name="Bundle">The number of the debt that carries it; null when it comes by itself.</param>
/// <param name="Gathered">How many articles it carries; zero for what is no card of many.</param>
/// <param name="NotedAt">Of an edit: the correction that its post tells of.</param>
/// <param name="Why">What became of it last, when it was not posted.</param>
public sealed record DebtRecord(
    Debt Debt, DateTimeOffset? LeasedAt, DateTimeOffset? PaidAt, DateTimeOffset? GivenUpAt, string? MessageId, long? Bundle, int Gathered, DateTimeOffset? NotedAt, string? Why)
{
    public bool IsOpen => PaidAt is null && GivenUpAt is null;
}

/// <summary>A lane as it stands.</summary>
/// <param name="DueAt">When it is looked at next; null when nothing is owed.</param>
/// <param name="Failures">How often its head has failed in a row.</param>
/// <param name="Heads">The first debt of each class, those of the first class first.</param>
/// <param name="Page">One more than was asked for when there is more.</param>
/// <param name="Owed">How many articles, corrections and notices wait, those in cards among them.</param>
public sealed record LaneRecord(DateTimeOffset? DueAt, int Failures, IReadOnlyList<DebtRecord> Heads, IReadOnlyList<DebtRecord> Page, int Owed);
