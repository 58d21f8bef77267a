using System.Collections.Concurrent;
using System.Globalization;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram;

/// <summary>
/// Configures a channel from the private chat, since a channel's posts have no author. Opening checks with Telegram that the person administers it and
/// that the bot may post there; the person's rights are asked for again at every command.
/// </summary>
internal sealed class TelegramDesk(TelegramConnection connection, TelegramCaller callers, KnownChats chats, INotebook notes, ISubscriptions subscriptions) : IChannelDesk
{
    private static readonly Phrase OnlyPrivately = new("Please do that in a private chat with me.");
    private static readonly Phrase Unknown = new("I cannot see '{0}'; add me to it as an administrator who may post, then try again.");
    private static readonly Phrase NotYours = new("You are not an administrator of {0}, as far as Telegram tells me.");
    private static readonly Phrase MayNotPost = new("I may not post in {0}; make me an administrator who may post messages.");

    private const int MostRemembered = 10_000;

    // Every message and every press asks; the notebook is asked once.
    private readonly ConcurrentDictionary<long, string?> _open = [];

    public string Platform => TelegramPlatform.PlatformName;

    public async Task<DeskAnswer> OpenAsync(Call call, string name, CancellationToken stop)
    {
        if (PersonOf(call.Caller) is not { } person) return new(null, call.Say(OnlyPrivately));
        var shown = CardFitter.Cut(name, 60);
        if (await FindAsync(name, stop) is not { } chat) return new(null, call.Say(Unknown, shown));
        var title = chat.Title ?? shown;
        if (!await callers.IsAdministratorAsync(chat.Id, person, stop)) return new(null, call.Say(NotYours, title));
        if (!await MayPostAsync(chat, stop)) return new(null, call.Say(MayNotPost, title));
        if (chat.Type is ChatType.Channel) await chats.RememberChannelAsync(chat.Id, title, stop);
        await WriteAsync(person, $"{chat.Id.ToString(CultureInfo.InvariantCulture)} {title}", stop);
        await subscriptions.ResumeAsync(new TelegramChat(chat.Id).Ref, stop);
        return new(title, null);
    }

    public Task CloseAsync(Caller caller, CancellationToken stop) =>
        PersonOf(caller) is { } person ? WriteAsync(person, null, stop) : Task.CompletedTask;

    public async Task<string?> OpenedAsync(Caller caller, CancellationToken stop) =>
        PersonOf(caller) is { } person && (await ReadAsync(person, stop))?.Split(' ', 2) is [_, var title] ? title : null;

    /// <summary>The channel that a person configures from their private chat now; null when it is that chat itself.</summary>
    public async Task<ChannelRef?> AboutAsync(TelegramChat chat, long person, CancellationToken stop) =>
        chat.IsPrivate && (await ReadAsync(person, stop))?.Split(' ', 2) is [var id, _] ? new ChannelRef(Platform, id) : null;

    private async ValueTask<string?> ReadAsync(long person, CancellationToken stop)
    {
        if (_open.TryGetValue(person, out var known)) return known;
        if (_open.Count > MostRemembered) _open.Clear();
        return _open[person] = await notes.ReadAsync(Platform, Note(person), stop);
    }

    private Task WriteAsync(long person, string? note, CancellationToken stop)
    {
        _open[person] = note;
        return notes.WriteAsync(Platform, Note(person), note, stop);
    }

    private async Task<ChatFullInfo?> FindAsync(string name, CancellationToken stop)
    {
        var wanted = name.Replace("https://t.me/", "@", StringComparison.OrdinalIgnoreCase).Trim();
        var isId = long.TryParse(wanted, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id);
        if (!isId && (wanted.Length < 2 || !wanted.TrimStart('@').All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))) return null;
        if (isId && id > 0) return null;
        try
        {
            return await connection.Client.GetChat(isId ? new ChatId(id) : new ChatId($"@{wanted.TrimStart('@')}"), stop);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<bool> MayPostAsync(ChatFullInfo chat, CancellationToken stop)
    {
        if (connection.Me is not { } me) return false;
        try
        {
            return await connection.Client.GetChatMember(chat.Id, me.Id, stop) is var member && (chat.Type is ChatType.Channel
                ? member is ChatMemberAdministrator { CanPostMessages: true }
                : member.IsInChat && member is not ChatMemberRestricted { CanSendMessages: false });
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    // While a channel is configured, the caller's channel is that one; the person is the same.
    private static long? PersonOf(Caller caller) => long.TryParse(caller.Person, NumberStyles.None, CultureInfo.InvariantCulture, out var person) ? person : null;

    private static string Note(long person) => $"desk {person.ToString(CultureInfo.InvariantCulture)}";
}
