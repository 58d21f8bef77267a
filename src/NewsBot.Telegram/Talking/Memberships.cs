using System.Collections.Concurrent;
using System.Globalization;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Talking;

/// <summary>
/// The bot is let in, promoted, blocked or thrown out, a group gets another id, a topic opens again: channels are made, paused and resumed, and keep
/// what they follow and what they are owed.
/// </summary>
internal sealed class Memberships(ISubscriptions subscriptions, TelegramCaller callers, KnownChats chats, Conversation conversation, DeliveryBell bell, INotebook notes)
{
    private static readonly Phrase Welcome = new("Hello! Administrators choose what is posted here; everyone can ask for the latest headlines and search.");

    private const int MostRemembered = 10_000;

    // Every message asks; the notebook is asked once.
    private readonly ConcurrentDictionary<long, bool> _met = [];

    public async Task HandleAsync(ChatMemberUpdated change, CancellationToken stop)
    {
        var chat = new TelegramChat(change.Chat.Id);
        callers.Forget(chat.Id);
        if (change.Chat.Type is ChatType.Channel) await chats.RememberChannelAsync(chat.Id, change.Chat.Title ?? "", stop);
        if (WhyNot(change) is { } why) await PauseAsync(chat, why, stop);
        else await ResumeAsync(chat, change, stop);
    }

    /// <summary>Somebody begins to talk with the bot: it speaks their language from the first word, where it can.</summary>
    public async Task MeetAsync(TelegramChat chat, User person, CancellationToken stop)
    {
        if (!chat.IsPrivate || _met.ContainsKey(chat.Id)) return;
        if (_met.Count > MostRemembered) _met.Clear();
        _met[chat.Id] = true;
        if (await notes.ReadAsync(TelegramPlatform.PlatformName, Met(chat), stop) is not null) return;
        await notes.WriteAsync(TelegramPlatform.PlatformName, Met(chat), "", stop);
        var channel = await subscriptions.FindAsync(chat.Ref, stop);
        if (LanguageOf(person) is var language && language != channel.Settings.Language) await subscriptions.SaveAsync(channel with { Settings = channel.Settings with { Language = language } }, stop);
    }

    /// <summary>A service message, if it is one that matters to us.</summary>
    public async Task HandleAsync(Message message, CancellationToken stop)
    {
        var chat = TelegramChat.Of(message.Chat.Id, message.MessageThreadId, isTopic: message.IsTopicMessage);
        if (message.MigrateToChatId is { } to) await MoveAsync(chat.Id, to, stop);
        if (message.MigrateFromChatId is { } from) await MoveAsync(from, chat.Id, stop);
        if (message.ForumTopicReopened is not null && await subscriptions.ResumeAsync(chat.Ref, stop)) bell.Ring();
        if (message.NewChatMembers is not null || message.LeftChatMember is not null) callers.Forget(chat.Id);
    }

    private static string? WhyNot(ChatMemberUpdated change) => change.NewChatMember switch
    {
        ChatMemberBanned when change.Chat.Type is ChatType.Private => "The person blocked the bot.",
        ChatMemberBanned or ChatMemberLeft => "The bot was removed from the chat.",
        ChatMemberRestricted { CanSendMessages: false } => "The bot may not write here; make it an administrator or allow members to write.",
        ChatMemberAdministrator { CanPostMessages: true } => null,
        _ when change.Chat.Type is ChatType.Channel => "The bot may not post here; make it an administrator who may post messages.",
        _ => null,
    };

    private async Task PauseAsync(TelegramChat chat, string why, CancellationToken stop)
    {
        foreach (var channel in await OfChatAsync(chat, stop)) await subscriptions.PauseAsync(channel.Ref, why, stop);
    }

    private async Task ResumeAsync(TelegramChat chat, ChatMemberUpdated change, CancellationToken stop)
    {
        var known = await OfChatAsync(chat, stop);
        foreach (var channel in known)
            if (await subscriptions.ResumeAsync(channel.Ref, stop)) bell.Ring();
        if (known.Count > 0) return;
        var language = LanguageOf(change.From);
        await subscriptions.SaveAsync(new(chat.Ref) { Settings = new(language) }, stop);
        if (change.Chat.Type is not (ChatType.Group or ChatType.Supergroup)) return;
        // Added, then promoted: two changes, one welcome.
        if (await notes.ReadAsync(TelegramPlatform.PlatformName, Met(chat), stop) is not null) return;
        await notes.WriteAsync(TelegramPlatform.PlatformName, Met(chat), "", stop);
        await conversation.AnswerAsync(Reply.Of(new Card { Body = Welcome.In(language), Buttons = [Button.Type("subscribe", "subscribe"), Button.Type("latest", "latest"), Button.Type("help", "help")] }), new(chat.Ref, "", Role.Reader), chat, null, null, stop);
    }

    private async Task<IReadOnlyList<Channel>> OfChatAsync(TelegramChat chat, CancellationToken stop) =>
        [.. (await subscriptions.StartingWithAsync(TelegramPlatform.PlatformName, chat.Id.ToString(CultureInfo.InvariantCulture), stop)).Where(channel => TelegramChat.Of(channel.Ref).Id == chat.Id)];

    private static Language LanguageOf(User? person) => Languages.OfLocale(person?.LanguageCode) ?? Language.English;

    private static string Met(TelegramChat chat) => $"met {chat.Id.ToString(CultureInfo.InvariantCulture)}";

    private async Task MoveAsync(long from, long to, CancellationToken stop)
    {
        callers.Forget(from);
        await subscriptions.MoveAsync(new TelegramChat(from).Ref, new TelegramChat(to).Ref, stop);
        bell.Ring();
    }
}
