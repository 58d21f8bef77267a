using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Talking;

/// <summary>Shows a reply: in the chat, to one person of a group, or in place of the card whose button was pressed.</summary>
internal sealed class Conversation(TelegramConnection connection, TelegramCards cards, TelegramSender sender, KnownChats chats, TelegramPaces paces, Pacer pacer, TimeProvider clock)
{
    /// <summary>Someone is waiting for an answer: longer than this is no answer any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int MostTries = 3;

    /// <param name="asked">The message that the reply answers; null when there is none to point at.</param>
    public async Task AnswerAsync(Reply reply, Caller caller, TelegramChat chat, Message? asked, User? person, CancellationToken stop)
    {
        var isGroup = !chat.IsPrivate;
        var reference = isGroup && asked is not null ? new ReplyParameters { MessageId = asked.Id, AllowSendingWithoutReply = true } : null;
        var only = isGroup && reply.IsPrivate && person is { IsBot: false } ? new EphemeralMessageParameters { ReceiverUserId = person.Id } : null;
        foreach (var card in reply.Cards) await SendAsync(card, caller, new(chat, reference, IsSilent: isGroup, Ephemeral: only), stop);
    }

    /// <summary>Puts a card where another was. False when that is not possible any more.</summary>
    public async Task<bool> ReplaceAsync(Card card, Caller caller, TelegramChat chat, Message shown, CancellationToken stop)
    {
        var drawn = await DrawAsync(card, caller, chat, stop);
        if (shown.Photo is not null && drawn.Text.Length > TelegramCards.MostCaption) return false;
        await TurnAsync(chat, stop);
        try
        {
            if (shown.Photo is not null) await connection.Client.EditMessageCaption(chat.Id, shown.Id, drawn.Text, captionEntities: drawn.Entities, replyMarkup: drawn.Keyboard, cancellationToken: stop);
            else await connection.Client.EditMessageText(chat.Id, shown.Id, drawn.Text, entities: drawn.Entities, replyMarkup: drawn.Keyboard, linkPreviewOptions: drawn.Preview, cancellationToken: stop);
            return true;
        }
        catch (Exception failure) when (TelegramFailures.IsNoChange(failure))
        {
            return true;
        }
        catch (global::Telegram.Bot.Exceptions.ApiRequestException failure) when (failure.ErrorCode == 400)
        {
            return false;
        }
    }

    private async Task SendAsync(Card card, Caller caller, Delivered how, CancellationToken stop)
    {
        var drawn = await DrawAsync(card, caller, how.Chat, stop);
        for (var attempt = 1; ; attempt++)
        {
            await TurnAsync(how.Chat, stop);
            try
            {
                await sender.SendAsync(drawn, card.Image, how, stop);
                return;
            }
            catch (global::Telegram.Bot.Exceptions.ApiRequestException failure) when (failure.ErrorCode == 400 && how.Ephemeral is not null)
            {
                // Telegram cannot show it to one person alone: better to all than to nobody.
                how = how with { Ephemeral = null };
            }
            catch (Exception failure) when (attempt < MostTries && TelegramFailures.Outcome(failure) is SendOutcome.Later later && (later.After ?? TimeSpan.Zero) <= Patience)
            {
                await Task.Delay(later.After ?? TimeSpan.FromSeconds(attempt), clock, stop);
            }
        }
    }

    private async Task<DrawnMessage> DrawAsync(Card card, Caller caller, TelegramChat chat, CancellationToken stop) =>
        cards.Draw(CardFitter.Fit(card, TelegramCards.Limits), chat, caller.Channel, await chats.ChannelTitleAsync(chat.Id, stop) is not null);

    // Replies count like posts. A turn that is too far away is not waited for: Telegram then says itself how long.
    private async Task TurnAsync(TelegramChat chat, CancellationToken stop)
    {
        foreach (var rule in paces.Of(chat, isPaid: false))
            if (pacer.Take(rule, clock.GetUtcNow(), Patience) is { IsTaken: true, Wait: var wait } && wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, stop);
    }
}
