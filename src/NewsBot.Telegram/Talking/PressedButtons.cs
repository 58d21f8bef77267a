using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Talking;

/// <summary>
/// Buttons. A press is always answered, else the client shows a clock for ever. What it carries is a stranger's copy of our data, so its signature is
/// checked, and the one who presses is asked for their role, whoever the card was made for.
/// </summary>
internal sealed class PressedButtons(
    ICommandBook commands, TelegramConnection connection, TelegramCaller callers, TelegramDesk desk, SignedLines lines, Conversation conversation, ISubscriptions subscriptions)
{
    /// <summary>Characters of a notice above the chat; core.telegram.org/bots/api, answerCallbackQuery.</summary>
    private const int MostNotice = 200;

    private static readonly Phrase Stale = new("This button is too old; please type the command again.");

    public async Task HandleAsync(CallbackQuery press, Func<Task> answering, CancellationToken stop)
    {
        string? notice = null;
        try
        {
            notice = await RunAsync(press, answering, stop);
        }
        finally
        {
            await AnswerAsync(press, notice, stop);
        }
    }

    // A text to show above the chat, or null when the answer is in the chat.
    private async Task<string?> RunAsync(CallbackQuery press, Func<Task> answering, CancellationToken stop)
    {
        if (press.Message is not { } shown) return Stale.In(Language.English);
        var chat = TelegramChat.Of(shown.Chat.Id, shown.MessageThreadId, shown.IsTopicMessage);
        var about = await desk.AboutAsync(chat, press.From.Id, stop);
        var settings = (await subscriptions.FindAsync(about ?? chat.Ref, stop)).Settings;
        if (lines.ReadButton(chat.Id, about ?? chat.Ref, press.Data ?? "") is not { } line) return Stale.In(settings.Language);
        var caller = await callers.OfAsync(chat, press.From, null, about, stop);
        var reply = await commands.RunAsync(caller, line, stop);
        if (line.StartsWith("manage", StringComparison.OrdinalIgnoreCase)) caller = caller with { Channel = await desk.AboutAsync(chat, press.From.Id, stop) ?? chat.Ref };
        await answering();
        if (reply is { IsPrivate: true, ReplacesCard: false } && !chat.IsPrivate && Notice(reply) is { } notice) return notice;
        if (reply is { ReplacesCard: true, Cards: [var card] } && await conversation.ReplaceAsync(card, caller, chat, shown, stop)) return null;
        await conversation.AnswerAsync(reply, caller, chat, shown, press.From, stop);
        return null;
    }

    private static string? Notice(Reply reply) =>
        reply.Cards is [{ Title: null, Buttons.Count: 0, Fields.Count: 0 } card] && card.Body.ToString() is { Length: <= MostNotice } text ? text : null;

    private async Task AnswerAsync(CallbackQuery press, string? notice, CancellationToken stop)
    {
        try
        {
            await connection.Client.AnswerCallbackQuery(press.Id, notice, showAlert: notice is not null, cancellationToken: stop);
        }
        catch (global::Telegram.Bot.Exceptions.RequestException) when (!stop.IsCancellationRequested)
        {
            // Too late, or it does not arrive: the client gives up waiting by itself.
        }
    }
}
