using NewsBot.Core.Chat;

namespace NewsBot.Core.Subscriptions;

/// <summary>Who follows what, and how each channel is set.</summary>
public interface ISubscriptions
{
    /// <summary>The channel, or one with default settings that follows nothing when we have not met it.</summary>
    Task<Channel> FindAsync(ChannelRef channel, CancellationToken stop) => FindAsync(channel, Language.English, stop);

    /// <param name="language">Of a channel that we have not met.</param>
    Task<Channel> FindAsync(ChannelRef channel, Language language, CancellationToken stop);

    Task<IReadOnlyList<Channel>> AllAsync(CancellationToken stop);

    /// <summary>The channels that follow everything or one of these topics.</summary>
    Task<IReadOnlyList<Channel>> FollowersAsync(IReadOnlyCollection<string> topics, CancellationToken stop);

    /// <summary>The channels of a platform whose id begins so: those of one server, or of one chat and its topics.</summary>
    /// <param name="start">Letter for letter; ids that merely continue the last number are among them.</param>
    Task<IReadOnlyList<Channel>> StartingWithAsync(string platform, string start, CancellationToken stop);

    /// <summary>Keeps what the channel follows, its settings and its pause.</summary>
    Task SaveAsync(Channel channel, CancellationToken stop);

    /// <summary>Pauses a channel because nothing gets through to it. A channel that is paused already keeps its reason.</summary>
    /// <param name="why">One sentence for its moderators.</param>
    Task PauseAsync(ChannelRef channel, string why, CancellationToken stop);

    /// <summary>Ends a pause that has a reason, since the reason is gone; what waits is due at once. A moderator's own pause stays.</summary>
    /// <returns>False when there was no such pause.</returns>
    Task<bool> ResumeAsync(ChannelRef channel, CancellationToken stop);

    /// <summary>The channel has another id now: what it follows, its settings and everything it is owed go there, and what stands there already stays.</summary>
    Task MoveAsync(ChannelRef from, ChannelRef to, CancellationToken stop);
}
