using System.Collections.Concurrent;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Talking;

/// <summary>
/// Servers come and go, channels are deleted, rights are taken and given back: channels are paused with the reason and keep what they are owed, and go on when
/// that is possible again.
/// </summary>
internal sealed class Servers(GuildBook guilds, Targets targets, ISubscriptions subscriptions, DiscordRest rest, DeliveryBell bell, INotebook notes)
{
    private static readonly Phrase Welcome = new("Hello! Those who manage this server choose what is posted where with /subscribe; everyone can use /latest and /search.");

    // Servers that were there when the session began: they are not new, whatever the notebook says.
    private readonly ConcurrentDictionary<Snowflake, bool> _known = [];

    public async Task HandleAsync(GatewayEvent happened, CancellationToken stop)
    {
        switch (happened)
        {
            case Ready ready:
                foreach (var guild in ready.Guilds) _known[guild] = true;
                break;
            case GuildAvailable(var guild):
                await ReviewAsync(guild.Id, stop);
                if (!_known.ContainsKey(guild.Id)) await GreetAsync(guild, stop);
                break;
            case GuildRemoved(var guild):
                _known.TryRemove(guild, out _);
                foreach (var channel in await OfAsync(guild, stop)) await subscriptions.PauseAsync(channel.Ref, "The bot was removed from the server.", stop);
                break;
            case ChannelRemoved(var channel):
                if (await OfAsync(channel.GuildId, stop) is { Count: > 0 } known && known.FirstOrDefault(it => DiscordPlace.Of(it.Ref).Channel == channel.Id) is { } gone)
                    await subscriptions.PauseAsync(gone.Ref, "The channel was deleted.", stop);
                break;
            case ChannelChanged(var channel): await ReviewAsync(channel.GuildId, stop); break;
            case RoleChanged(var guild, _): await ReviewAsync(guild, stop); break;
            case RoleRemoved(var guild, _): await ReviewAsync(guild, stop); break;
            case MemberChanged(var guild, _, _): await ReviewAsync(guild, stop); break;
        }
    }

    private async Task ReviewAsync(Snowflake guild, CancellationToken stop)
    {
        foreach (var channel in await OfAsync(guild, stop))
        {
            var place = DiscordPlace.Of(channel.Ref);
            // An archived thread is not told of and can still be written to, which opens it again.
            if (guilds.Find(guild)?.Channel(place.Channel) is null) continue;
            if (!targets.MayPost(guild, place.Channel)) await subscriptions.PauseAsync(channel.Ref, "The bot may not write here; it needs the permissions View Channel, Send Messages and Embed Links.", stop);
            else if (channel is { PausedAt: not null, PausedWhy: not null } && await subscriptions.ResumeAsync(channel.Ref, stop)) bell.Ring();
        }
    }

    private async Task GreetAsync(GuildPayload guild, CancellationToken stop)
    {
        var note = $"met {guild.Id}";
        if (await notes.ReadAsync(DiscordPlatform.PlatformName, note, stop) is not null) return;
        await notes.WriteAsync(DiscordPlatform.PlatformName, note, "", stop);
        var places = (guild.Channels ?? []).Where(channel => channel.Type is ChannelKind.Text).OrderByDescending(channel => channel.Id == guild.SystemChannelId);
        if (places.FirstOrDefault(channel => targets.MayPost(guild.Id, channel.Id)) is { } place)
            _ = await rest.CreateMessageAsync(place.Id, new MessageBody { Content = Welcome.In(Languages.OfLocale(guild.PreferredLocale) ?? Language.English) }, stop: stop);
    }

    private Task<IReadOnlyList<Channel>> OfAsync(Snowflake guild, CancellationToken stop) => subscriptions.StartingWithAsync(DiscordPlatform.PlatformName, $"{guild}/", stop);
}
