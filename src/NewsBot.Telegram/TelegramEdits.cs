using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace NewsBot.Telegram;

/// <summary>
/// Changes and removes what was posted. A text stays a text unless it gets a picture; a picture can never be taken off a message again
/// (core.telegram.org/bots/api, editMessageMedia), so there the words under it are changed.
/// </summary>
internal sealed class TelegramEdits(TelegramConnection connection, TelegramCards cards, TelegramPictures pictures, KnownChats chats)
{
    // An even grey, 640 by 320, that takes the place of a picture which is to be seen no more.
    private const string Grey =
        "iVBORw0KGgoAAAANSUhEUgAAAoAAAAFAAgAAAABDFop3AAAA40lEQVR42u3OMQEAAAwCIPtHMaX/EuyABKTPRVBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQ"
        + "UFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQ"
        + "UFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUPAaBw7XvWqk"
        + "kqYAAAAASUVORK5CYII=";

    /// <returns>The message as it is to be kept from now on.</returns>
    /// <exception cref="Telegram.Bot.Exceptions.RequestException">It could not be changed, or nobody knows whether it was.</exception>
    public async Task<PostedMessage> EditAsync(PostedMessage posted, Card card, ChannelRef channel, CancellationToken stop)
    {
        var chat = TelegramChat.Of(channel);
        var opensPrivately = await chats.ChannelTitleAsync(chat.Id, stop) is not null;
        var drawn = cards.Draw(card, chat, channel, opensPrivately);
        var caption = drawn.Text.Length <= TelegramCards.MostCaption || !posted.IsPhoto ? drawn : cards.DrawCaption(card, chat, channel, opensPrivately);
        if (card.Image is { } image && caption.Text.Length <= TelegramCards.MostCaption && await HasPictureAsync(posted, chat, caption, image, stop)) return posted with { IsPhoto = true };
        await WithoutMarksAtWorstAsync(posted.IsPhoto ? caption : drawn, words => WordsAsync(posted, chat, words, stop));
        return posted;
    }

    /// <summary>Deletes it, or puts the note in its place where Telegram no longer deletes it: after 48 hours in some chats.</summary>
    /// <inheritdoc cref="EditAsync" path="/exception"/>
    public async Task WithdrawAsync(PostedMessage posted, Card note, ChannelRef channel, CancellationToken stop)
    {
        var chat = TelegramChat.Of(channel);
        try
        {
            await connection.Client.DeleteMessage(chat.Id, posted.Id, stop);
        }
        catch (Exception failure) when (TelegramFailures.IsGone(failure))
        {
            // That is what was wanted.
        }
        catch (Exception failure) when (TelegramFailures.IsUndeletable(failure))
        {
            var drawn = cards.Draw(note, chat, channel, opensPrivately: true);
            await UnlessItIsSoAsync(() => posted.IsPhoto ? PictureAsync(posted, chat, drawn, InputFile.FromStream(new MemoryStream(Convert.FromBase64String(Grey)), "grey.png"), stop) : WordsAsync(posted, chat, drawn, stop));
        }
    }

    // False: Telegram cannot show the picture, and has changed nothing.
    private async Task<bool> HasPictureAsync(PostedMessage posted, TelegramChat chat, DrawnMessage caption, CardImage image, CancellationToken stop)
    {
        using var picture = await pictures.FindAsync(image, stop);
        if (picture is null) return false;
        try
        {
            await UnlessItIsSoAsync(async () => await pictures.RememberAsync(picture, await PictureAsync(posted, chat, caption, picture.File, stop), CancellationToken.None));
            return true;
        }
        catch (Exception failure) when (TelegramFailures.IsAboutPicture(failure) || TelegramFailures.IsAboutMarkup(failure))
        {
            if (picture.Name is null) await pictures.ForgetAsync(image, stop);
            return false;
        }
    }

    private Task<Message> PictureAsync(PostedMessage posted, TelegramChat chat, DrawnMessage caption, InputFile file, CancellationToken stop) => connection.Client.EditMessageMedia(
        chat.Id, posted.Id, new InputMediaPhoto(file) { Caption = caption.Text, CaptionEntities = [.. caption.Entities] }, replyMarkup: caption.Keyboard, cancellationToken: stop);

    private Task<Message> WordsAsync(PostedMessage posted, TelegramChat chat, DrawnMessage words, CancellationToken stop) => posted.IsPhoto
        ? connection.Client.EditMessageCaption(chat.Id, posted.Id, words.Text, captionEntities: words.Entities, replyMarkup: words.Keyboard, cancellationToken: stop)
        : connection.Client.EditMessageText(chat.Id, posted.Id, words.Text, entities: words.Entities, linkPreviewOptions: words.Preview, replyMarkup: words.Keyboard, cancellationToken: stop);

    private static async Task WithoutMarksAtWorstAsync(DrawnMessage drawn, Func<DrawnMessage, Task> edit)
    {
        try
        {
            await UnlessItIsSoAsync(() => edit(drawn));
        }
        catch (Exception failure) when (TelegramFailures.IsAboutMarkup(failure))
        {
            await UnlessItIsSoAsync(() => edit(drawn with { Entities = [] }));
        }
    }

    private static async Task UnlessItIsSoAsync(Func<Task> edit)
    {
        try
        {
            await edit();
        }
        catch (Exception failure) when (TelegramFailures.IsNoChange(failure))
        {
            // An earlier try got through.
        }
    }
}
