using System.Collections.Concurrent;
using System.Globalization;
using NewsBot.Core.Chat;

namespace NewsBot.Telegram;

/// <summary>Which chats are broadcast channels: nobody can be answered privately there, so buttons lead to the private chat instead.</summary>
internal sealed class KnownChats(INotebook notes)
{
    private readonly ConcurrentDictionary<long, string?> _titles = [];

    /// <summary>The channel's title, or null when this chat is no channel.</summary>
    public async ValueTask<string?> ChannelTitleAsync(long chat, CancellationToken stop)
    {
        if (chat > 0) return null;
        if (_titles.TryGetValue(chat, out var known)) return known;
        return _titles[chat] = await notes.ReadAsync(TelegramPlatform.PlatformName, Note(chat), stop);
    }

    public Task RememberChannelAsync(long chat, string title, CancellationToken stop)
    {
        _titles[chat] = title;
        return notes.WriteAsync(TelegramPlatform.PlatformName, Note(chat), title, stop);
    }

    private static string Note(long chat) => $"channel {chat.ToString(CultureInfo.InvariantCulture)}";
}
