namespace NewsBot.BotApi;

/// <summary>What a bot in a group gets to read: https://core.telegram.org/bots/features#privacy-mode.</summary>
internal static class Privacy
{
    public static bool LetsThrough(BotAccount bot, ChatMessage message) =>
        !message.Room.IsGroup || bot.ReadsWholeGroups || message.Room.MembershipOf(bot).IsAdministrator
        || message.IsService || message.Via == bot || message.ReplyTo?.From == bot || IsCommandFor(bot, message);

    private static bool IsCommandFor(BotAccount bot, ChatMessage message)
    {
        if (message.Entities is not [{ Type: "bot_command", Offset: 0 } command, ..]) return false;
        var parts = message.Content.Body.Under(command).Split('@');
        return parts.Length == 1 || parts[1].Equals(bot.Username, StringComparison.OrdinalIgnoreCase);
    }
}
