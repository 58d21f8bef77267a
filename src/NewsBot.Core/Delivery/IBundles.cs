using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Debts that are no article's own: one card for many articles, and notices.</summary>
public interface IBundles
{
    /// <summary>
    /// Makes one debt of a leased head and everything ordinary that waits behind it. They are paid with it; what was perhaps sent before stays out.
    /// </summary>
    /// <param name="subject">The same for one night or slot.</param>
    /// <returns>The bundle, leased in place of the head; null when there was one of this subject before or the lease was lost.</returns>
    Task<Debt?> FoldAsync(string owner, Debt head, DebtKind kind, string subject, CancellationToken stop);

    /// <summary>The first articles in a bundle, in the order in which they were owed.</summary>
    Task<Gathered> MembersAsync(Debt bundle, int most, CancellationToken stop);

    /// <summary>The ordinary posts that a channel waits for and that could be folded, the first of them, in order.</summary>
    Task<Gathered> WaitingAsync(ChannelRef channel, int most, CancellationToken stop);

    /// <summary>Owes a finished card once.</summary>
    /// <returns>False when this subject is or was owed there.</returns>
    Task<bool> OweNoticeAsync(string subject, ChannelRef channel, Card card, CancellationToken stop);

    /// <summary>The card that was owed; null when there is none.</summary>
    Task<Card?> NoticeAsync(Debt notice, CancellationToken stop);
}

/// <summary>Articles that make one card.</summary>
/// <param name="Leads">Those that the card names; a bundle may hold a hundred thousand.</param>
/// <param name="Count">Of all.</param>
public sealed record Gathered(IReadOnlyList<Article> Leads, int Count);
