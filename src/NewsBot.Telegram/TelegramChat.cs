using System.Globalization;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Telegram;

/// <summary>A chat, or a topic in one, as the second half of a <see cref="ChannelRef"/>: "-1001234" or "-1001234/56".</summary>
/// <param name="Id">Negative for groups and channels; a private chat has the id of its person.</param>
/// <param name="Thread">The topic's id. A group's General topic has none: Telegram refuses its id 1.</param>
internal readonly record struct TelegramChat(long Id, int? Thread = null)
{
    private const int GeneralTopic = 1;

    public bool IsPrivate => Id > 0;

    public ChannelRef Ref => new(TelegramPlatform.PlatformName, Thread is { } thread ? string.Create(CultureInfo.InvariantCulture, $"{Id}/{thread}") : Id.ToString(CultureInfo.InvariantCulture));

    public static TelegramChat Of(long id, int? thread, bool isTopic) => new(id, isTopic && !(id < 0 && thread == GeneralTopic) ? thread : null);

    public static TelegramChat Of(ChannelRef channel)
    {
        var parts = channel.Id.Split('/');
        return new(long.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : null);
    }
}
