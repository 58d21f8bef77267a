using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram;

/// <summary>Draws cards as messages. The only place where a card becomes anything of Telegram's.</summary>
internal sealed class TelegramCards(SignedLines lines, TelegramConnection connection)
{
    /// <summary>UTF-16 units of a message's text; of a picture's caption. core.telegram.org/bots/api, sendMessage and sendPhoto.</summary>
    public const int MostText = 4096;
    public const int MostCaption = 1024;

    /// <summary>Telegram allows more, but a phone shows no more than this in one look. The word joiners that <see cref="SafeText"/> adds need some room.</summary>
    public static CardLimits Limits { get; } = new(256, 3200, 12, 100, 1000, 300, 3900, 30, 40);

    private const int RowLength = 24;
    private const int MostInRow = 8;

    /// <param name="inChat">Where it is shown.</param>
    /// <param name="about">The channel that its buttons are about; another one while a channel is configured from a private chat.</param>
    /// <param name="opensPrivately">True where a press could not be answered to the one who pressed (channels): buttons lead to the private chat then.</param>
    public DrawnMessage Draw(Card card, TelegramChat inChat, ChannelRef about, bool opensPrivately)
    {
        var link = WebAddress.OrNull(card.Link);
        var text = new MessageText();
        if (card.Title is { } title) text.Add(title, Mark.Strong, link);
        if (!card.Body.IsEmpty) text.Gap().Add(card.Body, StartLink);
        foreach (var field in card.Fields) text.Gap().Add(field.Name, Mark.Strong).Add("\n").Add(field.Value, StartLink);
        if (!string.IsNullOrEmpty(card.Footer)) text.Gap().Add(card.Footer, Mark.Emphasis);
        return new(text.ToString(), text.Entities, Keyboard(card, inChat, about, opensPrivately), Preview(card));
    }

    /// <summary>The same with so much less in its body that it fits under a picture.</summary>
    public DrawnMessage DrawCaption(Card card, TelegramChat inChat, ChannelRef about, bool opensPrivately)
    {
        for (var room = MostCaption; ; room -= 64)
        {
            var drawn = Draw(CardFitter.Fit(card, Limits with { Total = room }), inChat, about, opensPrivately);
            if (drawn.Text.Length <= MostCaption || room <= 0) return drawn;
        }
    }

    /// <summary>An address that opens the private chat and types a line there; null when that is not possible.</summary>
    public string? StartLink(string line) =>
        connection.Username is { Length: > 0 } name && lines.Start(line) is { } payload ? $"https://t.me/{name}?start={payload}" : null;

    private InlineKeyboardMarkup? Keyboard(Card card, TelegramChat inChat, ChannelRef about, bool opensPrivately)
    {
        var rows = new List<List<InlineKeyboardButton>>();
        var length = 0;
        foreach (var (button, label) in card.Buttons.Select(button => (Button(button, inChat, about, opensPrivately), button.Label)))
        {
            if (button is null) continue;
            var isShort = label.Length <= 2;
            if (rows.Count == 0 || length + label.Length > RowLength || rows[^1].Count == (isShort ? MostInRow : 3))
            {
                rows.Add([]);
                length = 0;
            }
            rows[^1].Add(button);
            length += label.Length + 2;
        }
        return rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);
    }

    private InlineKeyboardButton? Button(Button button, TelegramChat inChat, ChannelRef about, bool opensPrivately)
    {
        var label = SafeText.Of(button.Label, isOurs: true);
        if (WebAddress.OrNull(button.Target) is { } address) return InlineKeyboardButton.WithUrl(label, address);
        if (button.Line is not { } line) return null;
        if (opensPrivately) return StartLink(line) is { } start ? InlineKeyboardButton.WithUrl(label, start) : null;
        return lines.Button(inChat.Id, about, line) is { } data ? InlineKeyboardButton.WithCallbackData(label, data) : null;
    }

    // Only an article with a picture that is not shown by us has its page previewed; a list's links would preview one of them by chance.
    private static LinkPreviewOptions Preview(Card card) => card.Image is not null && WebAddress.OrNull(card.Link) is { } link
        ? new() { Url = link, PreferLargeMedia = true }
        : new() { IsDisabled = true };
}
