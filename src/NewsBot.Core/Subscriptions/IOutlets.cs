namespace NewsBot.Core.Subscriptions;

/// <summary>
/// Channels, of whatever platforms, that share one subscription: what is followed in one is followed in all. Everything else, such as language and
/// quiet hours, stays each channel's own.
/// </summary>
public interface IOutlets
{
    /// <summary>Lets one other channel join this one's outlet.</summary>
    /// <param name="code">Works once, until the instant.</param>
    Task InviteAsync(string code, ChannelRef channel, DateTimeOffset until, CancellationToken stop);

    /// <summary>The channel leaves the outlet it was in, joins the code's, and follows what is followed there. The code is used up then.</summary>
    /// <returns>The channel that gave the code, or null when there is no such code (any more).</returns>
    Task<ChannelRef?> JoinAsync(string code, ChannelRef channel, CancellationToken stop);

    /// <summary>From now on the channel follows on its own what it followed until now.</summary>
    /// <returns>False when it was in none.</returns>
    Task<bool> LeaveAsync(ChannelRef channel, CancellationToken stop);

    /// <summary>All channels of the outlet, this one among them; empty when it is in none.</summary>
    Task<IReadOnlyList<ChannelRef>> ChannelsAsync(ChannelRef channel, CancellationToken stop);
}
