using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>A server's channels and open threads, named by a mention, an id or the link that Discord copies.</summary>
internal sealed class DiscordPlaces(GuildBook guilds) : IPlaces
{
    public string Platform => DiscordPlatform.PlatformName;

    public bool IsPrivate(ChannelRef channel) => DiscordPlace.Of(channel).Guild is null;

    public ChannelRef? WholeOf(ChannelRef place) =>
        DiscordPlace.Of(place) is { Guild: { } guild } thread && guilds.Find(guild)?.Channel(thread.Channel) is { IsThread: true } known ? new DiscordPlace(guild, known.Parent).Ref : null;

    public Task<ChannelRef?> FindAsync(ChannelRef near, string typed, CancellationToken stop)
    {
        // A mention is typed as <#id>; a link ends in the server's id and the channel's.
        var id = typed.Trim().TrimStart('<', '#').TrimEnd('>').Split('/')[^1];
        return Task.FromResult<ChannelRef?>(DiscordPlace.Of(near).Guild is { } guild && Snowflake.TryParse(id, out var channel) && guilds.Find(guild)?.Channel(channel) is not null
            ? new DiscordPlace(guild, channel).Ref
            : null);
    }

    public string? LinkOf(ChannelRef channel, string messageId) => PostedMessage.Read(channel, messageId) is { } posted
        ? $"https://discord.com/channels/{DiscordPlace.Of(channel).Guild?.ToString() ?? "@me"}/{posted.Channel}/{posted.Message}"
        : null;
}
