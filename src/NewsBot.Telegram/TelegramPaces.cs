using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;

namespace NewsBot.Telegram;

/// <summary>
/// Telegram's limits as token buckets (core.telegram.org/bots/faq: 30 messages a second, one a second in a chat, 20 a minute in a group). Where a
/// window is named, rate and burst together stay within it. Topics of a group share its buckets.
/// </summary>
internal static class TelegramPaces
{
    // 29.5: what is sent evenly arrives unevenly.
    private static readonly PaceRule Bot = new("telegram", 29.5, 3);

    // What one pays for goes up to 1,000 a second.
    private static readonly PaceRule PaidBot = new("telegram paid", 900, 30);

    public static IReadOnlyList<PaceRule> Of(TelegramChat chat, bool isPaid)
    {
        var all = isPaid ? PaidBot : Bot;
        var perSecond = new PaceRule($"telegram {chat.Id}", 1, chat.IsPrivate ? 3 : 1);
        return chat.IsPrivate ? [perSecond, all] : [perSecond, new($"telegram {chat.Id} a minute", 17 / 60.0, 3), all];
    }

    /// <summary>Telegram asks to wait in this chat.</summary>
    public static void Hold(Pacer pacer, TelegramChat chat, DateTimeOffset until) => pacer.Hold(Of(chat, false)[0], until);

    /// <summary>Telegram asks to wait everywhere.</summary>
    public static void HoldAll(Pacer pacer, DateTimeOffset until)
    {
        pacer.Hold(Bot, until);
        pacer.Hold(PaidBot, until);
    }
}
