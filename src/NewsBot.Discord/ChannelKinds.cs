using System.Collections.Concurrent;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>What kind a channel is: from the gateway's book, or asked for once where there is no gateway.</summary>
internal sealed class ChannelKinds(GuildBook guilds, DiscordRest rest)
{
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<Snowflake, ChannelKind> _asked = [];

    /// <summary>Null when it is not known without asking.</summary>
    public ChannelKind? Known(DiscordPlace place) =>
        place.Guild is { } guild && guilds.Find(guild)?.Channel(place.Channel) is { } channel ? channel.Kind
        : _asked.TryGetValue(place.Channel, out var kind) ? kind : null;

    public async Task<(ChannelKind Kind, RestFailure? Why)> OfAsync(DiscordPlace place, CancellationToken stop)
    {
        if (Known(place) is { } known) return (known, null);
        if (place.Guild is null) return (ChannelKind.Direct, null);
        switch (await rest.GetChannelAsync(place.Channel, stop))
        {
            case Ok<ChannelPayload>(var channel):
                if (_asked.Count > MostRemembered) _asked.Clear();
                return (_asked[place.Channel] = channel.Type, null);
            case Failed<ChannelPayload>(var why):
                return (default, why);
            default:
                throw new InvalidOperationException("A call has two ends.");
        }
    }

    /// <summary>The forum's tags that a post is about, at most the five that Discord takes.</summary>
    public IReadOnlyList<Snowflake>? TagsOf(DiscordPlace place, IReadOnlyList<string> about)
    {
        if (place.Guild is not { } guild || guilds.Find(guild) is not { } known) return null;
        var fitting = known.TagsOf(place.Channel).Where(tag => about.Any(word => word.Equals(tag.Name, StringComparison.OrdinalIgnoreCase))).Take(5).Select(tag => tag.Id).ToArray();
        return fitting.Length > 0 ? fitting : null;
    }
}
