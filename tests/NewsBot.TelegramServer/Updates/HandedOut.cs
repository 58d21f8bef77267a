namespace NewsBot.BotApi;

/// <summary>An update that was given to a bot. The same update can be given more than once, until the bot confirms it.</summary>
/// <param name="Kind">Such as "message" or "callback_query".</param>
public sealed record HandedOut(BotAccount Bot, long UpdateId, string Kind, DateTimeOffset At, bool ByWebhook);
