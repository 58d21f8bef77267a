using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Notices;

/// <summary>Tells those who look after channels what needs mending: once, where they chose to hear of it, and never among the news.</summary>
public interface INoticeBoard
{
    /// <summary>Owes the notice to its places; those that were told already are passed over. Without a place it goes to the log.</summary>
    /// <param name="channels">All that we know.</param>
    Task TellAsync(Notice notice, IReadOnlyList<Channel> channels, CancellationToken stop);
}

/// <param name="Key">The same from the beginning of one trouble to its end, and another for the next.</param>
/// <param name="Concerns">The channels whose people it concerns; none when it concerns the whole bot.</param>
/// <param name="Draw">What is said, in the place's language.</param>
public sealed record Notice(string Key, IReadOnlyList<ChannelRef> Concerns, Func<Language, Card> Draw);
