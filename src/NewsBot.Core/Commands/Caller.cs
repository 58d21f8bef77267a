using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Who typed a command or pressed a button, and where. The platform vouches for the role at every call.</summary>
/// <param name="Person">The platform's id of the person.</param>
public sealed record Caller(ChannelRef Channel, string Person, Role Role);
