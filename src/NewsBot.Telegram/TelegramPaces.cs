using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;

namespace NewsBot.Telegram;

/// <summary>
/// Telegram's limits as token buckets (core.telegram.org/bots/faq: 30 messages a second, one a second in a chat, 20 a minute in a group). Where a
/// window is named, rate and burst together stay within it. Topics of a group share its buckets.
/// </summary>
internal sealed class TelegramPaces(IOptions<TelegramOptions> options)
{
    // A little less than is allowed: what is sent evenly arrives unevenly.
    private readonly PaceRule _bot = new("telegram", options.Value.PerSecond * 29.5 / 30, Math.Max(3, options.Value.PerSecond / 30));

    // What one pays for goes up to 1,000 a second.
    private static readonly PaceRule PaidBot = new("telegram paid", 900, 30);

    public IReadOnlyList<PaceRule> Of(TelegramChat chat, bool isPaid)
    {
        var all = isPaid ? PaidBot : _bot;
        var perSecond = new PaceRule($"telegram {chat.Id}", 1, chat.IsPrivate ? 3 : 1);
        return chat.IsPrivate ? [perSecond, all] : [perSecond, new($"telegram {chat.Id} a minute", 17 / 60.0, 3), all];
    }

    /// <summary>Telegram asks to wait in this chat.</summary>
    public void Hold(Pacer pacer, TelegramChat chat, DateTimeOffset until) => pacer.Hold(Of(chat, false)[0], until);

    /// <summary>Telegram asks to wait everywhere.</summary>
    public void HoldAll(Pacer pacer, DateTimeOffset until)
    {
        pacer.Hold(_bot, until);
        pacer.Hold(PaidBot, until);
    }
}
