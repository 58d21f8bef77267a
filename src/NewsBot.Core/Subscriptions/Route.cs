namespace NewsBot.Core.Subscriptions;

/// <summary>Where inside a chat or server the articles of a topic go: a forum's topic or a thread, which is a channel of its own.</summary>
/// <param name="Place">A <see cref="ChannelRef"/> as text.</param>
public sealed record Route(string Topic, string Place);
