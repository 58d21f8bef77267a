using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>A channel or thread of a server, or a private one, as the second half of a <see cref="ChannelRef"/>: "guild/channel", "dm/channel".</summary>
/// <param name="Guild">Null for a private channel.</param>
internal readonly record struct DiscordPlace(Snowflake? Guild, Snowflake Channel)
{
    private const string Direct = "dm";

    public ChannelRef Ref => new(DiscordPlatform.PlatformName, $"{Guild?.ToString() ?? Direct}/{Channel}");

    public static DiscordPlace Of(ChannelRef channel)
    {
        var parts = channel.Id.Split('/');
        return new(Snowflake.TryParse(parts[0], out var guild) ? guild : null, Snowflake.TryParse(parts[^1], out var id) ? id : default);
    }
}
