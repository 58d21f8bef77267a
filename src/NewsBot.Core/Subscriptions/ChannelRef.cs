namespace NewsBot.Core.Subscriptions;

/// <summary>Names a place where the bot can speak: a room, a chat, a channel of a server.</summary>
/// <param name="Platform">The platform's name, such as "local".</param>
/// <param name="Id">That platform's own id, opaque to everybody else.</param>
public readonly record struct ChannelRef(string Platform, string Id)
{
    public override string ToString() => $"{Platform}:{Id}";

    public static ChannelRef Parse(string text) => text.Split(':', 2) is [var platform, var id]
        ? new(platform, id)
        : throw new FormatException($"'{text}' is not a channel; write platform:id, such as local:front-page.");
}
