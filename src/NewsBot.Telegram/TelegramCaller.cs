using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram;

/// <summary>
/// Who is asking, and their role. Administrators of a group are its moderators, as Telegram says when asked; it is asked again after a minute
/// and whenever a membership changes. When it cannot be asked, the answer is reader.
/// </summary>
internal sealed class TelegramCaller(TelegramConnection connection, IOptions<TelegramOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<(long Chat, long Person), (bool Is, DateTimeOffset Until)> _administrators = [];
    private readonly HashSet<string> _operators = [.. options.Value.Operators];
    private readonly long[] _newsroom = [.. options.Value.Newsroom.Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    /// <param name="author">Null when a chat speaks.</param>
    /// <param name="speaker">The chat that speaks, if one does: the group itself for an administrator who stays anonymous.</param>
    /// <param name="about">The channel that is configured from here, when that is another one.</param>
    public async Task<Caller> OfAsync(TelegramChat chat, User? author, Chat? speaker, ChannelRef? about, CancellationToken stop)
    {
        if (speaker is not null) return Anonymous(chat, speaker);
        if (author is null) return new(chat.Ref, "", Role.Reader);
        var person = author.Id.ToString(CultureInfo.InvariantCulture);
        if (_operators.Contains(person)) return new(about ?? chat.Ref, person, Role.Operator, IsNewsroom: true);
        var subject = about is { } other ? TelegramChat.Of(other) : chat;
        var isModerator = subject.IsPrivate ? subject.Id == author.Id : await IsAdministratorAsync(subject.Id, author.Id, stop);
        return new(about ?? chat.Ref, person, isModerator ? Role.Moderator : Role.Reader, isModerator && await IsNewsroomAsync(chat, author.Id, stop));
    }

    public async Task<bool> IsAdministratorAsync(long chat, long person, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (_administrators.TryGetValue((chat, person), out var known) && known.Until > now) return known.Is;
        try
        {
            var member = await connection.Client.GetChatMember(chat, person, stop);
            var isAdministrator = member.Status is ChatMemberStatus.Creator or ChatMemberStatus.Administrator;
            if (_administrators.Count > 10_000) _administrators.Clear();
            _administrators[(chat, person)] = (isAdministrator, now + Kept);
            return isAdministrator;
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>A membership changed in this chat.</summary>
    public void Forget(long chat)
    {
        foreach (var key in _administrators.Keys.Where(key => key.Chat == chat)) _administrators.TryRemove(key, out _);
    }

    // The group's own name means one of its administrators, for this group only. Any other chat that speaks is a reader: anyone may write as a channel of theirs.
    private Caller Anonymous(TelegramChat chat, Chat speaker)
    {
        var isOwn = speaker.Id == chat.Id && !chat.IsPrivate;
        return new(chat.Ref, speaker.Id.ToString(CultureInfo.InvariantCulture), isOwn ? Role.Moderator : Role.Reader, isOwn && _newsroom.Contains(chat.Id));
    }

    private async Task<bool> IsNewsroomAsync(TelegramChat chat, long person, CancellationToken stop)
    {
        if (_newsroom.Contains(chat.Id)) return true;
        if (!chat.IsPrivate) return false;
        foreach (var group in _newsroom)
            if (await IsAdministratorAsync(group, person, stop)) return true;
        return false;
    }
}
