using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Telegram;

/// <summary>A forum's topics, named by their number or by the link that Telegram copies: https://t.me/c/1234/56. Telegram cannot be asked which there are.</summary>
internal sealed partial class TelegramPlaces : IPlaces
{
    public string Platform => TelegramPlatform.PlatformName;

    public bool IsPrivate(ChannelRef channel) => TelegramChat.Of(channel).IsPrivate;

    public ChannelRef? WholeOf(ChannelRef place) => TelegramChat.Of(place) is { Thread: not null } topic ? new TelegramChat(topic.Id).Ref : null;

    public Task<ChannelRef?> FindAsync(ChannelRef near, string typed, CancellationToken stop) => Task.FromResult(Find(TelegramChat.Of(near), typed.Trim()));

    // Only groups with the mark of a supergroup and channels have such links; members alone can open them.
    public string? LinkOf(ChannelRef channel, string messageId)
    {
        var chat = TelegramChat.Of(channel);
        var id = chat.Id.ToString(CultureInfo.InvariantCulture);
        if (!id.StartsWith("-100", StringComparison.Ordinal) || PostedMessage.Read(messageId) is not { } posted) return null;
        return string.Create(CultureInfo.InvariantCulture, $"https://t.me/c/{id[4..]}/{(chat.Thread is { } thread ? $"{thread}/" : "")}{posted.Id}");
    }

    private static ChannelRef? Find(TelegramChat chat, string typed)
    {
        if (chat.IsPrivate || Shape().Match(typed) is not { Success: true } match) return null;
        // A private link names its group, as its id without the mark of a supergroup.
        if (match.Groups["group"].Value is { Length: > 0 } group && $"-100{group}" != chat.Id.ToString(CultureInfo.InvariantCulture)) return null;
        return int.TryParse(match.Groups["topic"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var topic) && topic > 0
            ? TelegramChat.Of(chat.Id, topic, isTopic: true).Ref
            : null;
    }

    [GeneratedRegex(@"^((https?://)?t\.me/c/(?<group>\d{1,15})/)?(?<topic>\d{1,10})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
