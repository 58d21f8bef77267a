using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Who typed a command or pressed a button, and where. The platform vouches for the role at every call.</summary>
/// <param name="Channel">The channel that the command is about.</param>
/// <param name="Person">The platform's id of the person.</param>
/// <param name="IsNewsroom">
/// True when the person may decide for every channel of this bot. A moderator of some channel may not: anyone can add the bot to a chat of their own.
/// </param>
public sealed record Caller(ChannelRef Channel, string Person, Role Role, bool IsNewsroom = false)
{
    /// <summary>What the platform says that people speak there; it counts until somebody sets the channel's language.</summary>
    public Language Speaks { get; init; }
}
