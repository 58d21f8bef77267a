using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Talking;

/// <summary>What people type: commands in groups, anything in the private chat, and posts of a channel that they forward there to configure it.</summary>
internal sealed class TypedMessages(ICommandBook commands, TelegramConnection connection, TelegramCaller callers, TelegramDesk desk, SignedLines lines, Memberships memberships, Conversation conversation)
{
    /// <summary>Characters of what is typed that are looked at; Telegram carries 4096.</summary>
    private const int MostTyped = 4096;

    /// <param name="answering">Called right before the answer is sent.</param>
    public async Task HandleAsync(Message message, Func<Task> answering, CancellationToken stop)
    {
        var chat = TelegramChat.Of(message.Chat.Id, message.MessageThreadId, message.IsTopicMessage);
        // The linked channel's posts arrive in its group by themselves; other bots are not talked to.
        if (message.IsAutomaticForward || (message.From is { IsBot: true } && message.SenderChat is null)) return;
        if (message.From is { } newcomer) await memberships.MeetAsync(chat, newcomer, stop);
        var about = message.From is { } person ? await desk.AboutAsync(chat, person.Id, stop) : null;
        var caller = await callers.OfAsync(chat, message.From, message.SenderChat, about, stop);
        if (LineOf(message, chat) is not { } line) return;
        var reply = await commands.RunAsync(caller, line, stop);
        // Opening or closing the desk changes what the buttons below the answer are about.
        if (message.From is { } author && line.StartsWith("manage", StringComparison.OrdinalIgnoreCase)) caller = caller with { Channel = await desk.AboutAsync(chat, author.Id, stop) ?? chat.Ref };
        await answering();
        await conversation.AnswerAsync(reply, caller, chat, message, message.From, stop);
    }

    private string? LineOf(Message message, TelegramChat chat)
    {
        if (chat.IsPrivate && message.ForwardOrigin is MessageOriginChannel { Chat.Id: var channel }) return $"manage {channel}";
        if (message.Text is not { Length: > 0 and <= MostTyped } text) return null;
        // In a group only commands are for us.
        if (!chat.IsPrivate && !text.StartsWith('/')) return null;
        if (TelegramMenu.Line(text, commands.Specs, connection.Username) is not { } line) return null;
        var (word, rest) = CommandLine.NextWord(line.TrimStart('/'));
        if (!word.Equals("start", StringComparison.OrdinalIgnoreCase)) return line;
        return rest.Length == 0 ? "about" : lines.ReadStart(rest) ?? "about";
    }
}
