using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>What a platform knows about the places inside its chats and servers.</summary>
public interface IPlaces
{
    /// <summary>The platform's name.</summary>
    string Platform { get; }

    /// <summary>True for the channel of one person.</summary>
    bool IsPrivate(ChannelRef channel);

    /// <summary>The channel that a forum topic or a thread is part of; null when it is part of none.</summary>
    ChannelRef? WholeOf(ChannelRef place);

    /// <summary>A place in the same chat or server, as a moderator types it; null when there is none such, or it is in another.</summary>
    Task<ChannelRef?> FindAsync(ChannelRef near, string typed, CancellationToken stop);

    /// <summary>The link that opens a post; null where posts have none, or none that everyone may know.</summary>
    /// <param name="messageId">What the platform gave when it was posted.</param>
    string? LinkOf(ChannelRef channel, string messageId) => null;
}
