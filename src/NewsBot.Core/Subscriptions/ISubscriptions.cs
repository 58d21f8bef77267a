namespace NewsBot.Core.Subscriptions;

/// <summary>Who follows what, and how each channel is set.</summary>
public interface ISubscriptions
{
    /// <summary>The channel, or one with default settings that follows nothing when we have not met it.</summary>
    Task<Channel> FindAsync(ChannelRef channel, CancellationToken stop);

    Task<IReadOnlyList<Channel>> AllAsync(CancellationToken stop);

    /// <summary>Keeps what the channel follows, its settings and its pause.</summary>
    Task SaveAsync(Channel channel, CancellationToken stop);
}
