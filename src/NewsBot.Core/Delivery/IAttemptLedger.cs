using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Every attempt to pay a debt, and how it ended. The outbox writes it with each settlement; it is kept for <see cref="Kept"/>.</summary>
public interface IAttemptLedger
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>The attempts at everything that concerns an article in a channel (its post, the card it came in, its edits), the first one first.</summary>
    Task<IReadOnlyList<Attempt>> OfAsync(ArticleId article, ChannelRef channel, CancellationToken stop);

    /// <summary>Forgets what ended before; the posts themselves are not forgotten.</summary>
    /// <returns>How many attempts.</returns>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken stop);
}

/// <param name="Subject">Of its debt.</param>
/// <param name="EndedAt">Null when the process died over it.</param>
/// <param name="Outcome">A name of <see cref="Settlement"/>, or "Lost".</param>
/// <param name="Why">One sentence, when it was not posted.</param>
/// <param name="MessageId">The platform's, when it was.</param>
public sealed record Attempt(string Subject, DateTimeOffset At, DateTimeOffset? EndedAt, string Outcome, string? Why, string? MessageId);
