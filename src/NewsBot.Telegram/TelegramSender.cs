using NewsBot.Core.Chat;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace NewsBot.Telegram;

/// <summary>Sends a drawn message in the best form that Telegram takes: with its picture, else as text, else without marks.</summary>
internal sealed class TelegramSender(TelegramConnection connection, TelegramPictures pictures)
{
    /// <exception cref="Telegram.Bot.Exceptions.RequestException">It could not be sent, or nobody knows whether it was.</exception>
    public async Task<Message> SendAsync(DrawnMessage drawn, CardImage? image, Delivered how, CancellationToken stop)
    {
        try
        {
            return await InBestFormAsync(drawn, image, how, stop);
        }
        catch (Exception failure) when (how.IsPaid && TelegramFailures.IsAboutPayment(failure))
        {
            // The bot's Stars are used up: slower, and free.
            return await InBestFormAsync(drawn, image, how with { IsPaid = false }, stop);
        }
    }

    private async Task<Message> InBestFormAsync(DrawnMessage drawn, CardImage? image, Delivered how, CancellationToken stop)
    {
        if (image is not null && drawn.Text.Length <= TelegramCards.MostCaption && await WithPictureAsync(drawn, image, how, stop) is { } pictured) return pictured;
        try
        {
            return await AsTextAsync(drawn, drawn.Entities, how, stop);
        }
        catch (Exception failure) when (TelegramFailures.IsAboutMarkup(failure))
        {
            return await AsTextAsync(drawn, [], how, stop);
        }
    }

    // Null: Telegram cannot show the picture, and has not sent anything.
    private async Task<Message?> WithPictureAsync(DrawnMessage drawn, CardImage image, Delivered how, CancellationToken stop)
    {
        using var picture = await pictures.FindAsync(image, stop);
        if (picture is null) return null;
        try
        {
            var sent = await connection.Client.SendPhoto(
                how.Chat.Id, picture.File, drawn.Text,
                captionEntities: drawn.Entities, replyMarkup: drawn.Keyboard, messageThreadId: how.Chat.Thread,
                replyParameters: how.Reply, disableNotification: how.IsSilent, allowPaidBroadcast: how.IsPaid, ephemeralMessageParameters: how.Ephemeral,
                cancellationToken: stop);
            await pictures.RememberAsync(picture, sent, CancellationToken.None);
            return sent;
        }
        catch (Exception failure) when (TelegramFailures.IsAboutPicture(failure) || TelegramFailures.IsAboutMarkup(failure))
        {
            if (picture.Name is null) await pictures.ForgetAsync(image, stop);
            return null;
        }
    }

    private Task<Message> AsTextAsync(DrawnMessage drawn, IReadOnlyList<MessageEntity> entities, Delivered how, CancellationToken stop) => connection.Client.SendMessage(
        how.Chat.Id, drawn.Text,
        entities: entities, replyMarkup: drawn.Keyboard, linkPreviewOptions: drawn.Preview, messageThreadId: how.Chat.Thread,
        replyParameters: how.Reply, disableNotification: how.IsSilent, allowPaidBroadcast: how.IsPaid, ephemeralMessageParameters: how.Ephemeral,
        cancellationToken: stop);
}

/// <summary>Where a message goes and how.</summary>
/// <param name="Ephemeral">Set when only one member of a group is to see it.</param>
internal sealed record Delivered(TelegramChat Chat, ReplyParameters? Reply = null, bool IsSilent = false, bool IsPaid = false, EphemeralMessageParameters? Ephemeral = null);
