using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Talking;

/// <summary>
/// Which channel a command is about: the one it was used in, or another of the same server that the caller can see. Before a channel begins to follow, the bot must be
/// able to write there; the answer names what is missing.
/// </summary>
internal sealed class Targets(GuildBook guilds, DiscordRest rest)
{
    private static readonly Phrase NotHere = new("That channel is not one of this server's that you can see.");
    private static readonly Phrase Missing = new("I may not post in that channel yet; give me: {0}.");

    private static readonly (Permissions Permission, string Name)[] Needed =
        [(Permissions.ViewChannel, "View Channel"), (Permissions.SendMessages, "Send Messages"), (Permissions.EmbedLinks, "Embed Links")];

    /// <summary>The place, or one sentence about what is wrong with it.</summary>
    public async Task<(DiscordPlace Place, string? Complaint)> OfAsync(Interaction interaction, CommandSpec spec, IReadOnlyList<InteractionOption> options, Language language, CancellationToken stop)
    {
        var here = new DiscordPlace(interaction.GuildId, interaction.ChannelId ?? default);
        var named = SlashLines.Value(options, DiscordMenu.ChannelOption);
        if (!Snowflake.TryParse(named, out var channel)) return (here, spec.Path == "subscribe" && interaction.GuildId is not null ? Complaint(interaction.AppPermissions, IsThread(interaction.Channel), language) : null);
        if (interaction.GuildId is not { } guild || interaction.Data?.Resolved?.Channels?.GetValueOrDefault(channel) is not { } resolved
            || resolved.Permissions is not { } theirs || (theirs & Permissions.ViewChannel) == 0
            || await KnownAsync(guild, interaction, stop) is not { } known || (known.Channel(channel) is null && !IsThread(resolved)))
            return (here, NotHere.In(language));
        var place = new DiscordPlace(guild, channel);
        // An archived thread is in no list; whether it can be written to shows when it is.
        return (place, spec.Path == "subscribe" && known.Channel(channel) is not null ? Complaint(guilds.Ours(guild, channel), IsThread(resolved), language) : null);
    }

    private async Task<Guild?> KnownAsync(Snowflake guild, Interaction interaction, CancellationToken stop)
    {
        if (guilds.Find(guild) is { } known) return known;
        if (await rest.GetGuildAsync(guild, stop) is not Ok<GuildPayload>(var described)
            || await rest.GetGuildChannelsAsync(guild, stop) is not Ok<IReadOnlyList<ChannelPayload>>(var channels)
            || await rest.GetMemberAsync(guild, interaction.ApplicationId, stop) is not Ok<Member>(var ourselves)) return null;
        return guilds.Add(described with { Channels = channels, Members = [ourselves] });
    }

    /// <summary>Whether a post would get through, as far as is known.</summary>
    public bool MayPost(Snowflake guild, Snowflake channel)
    {
        if (guilds.Find(guild)?.Channel(channel) is not { } place) return false;
        var ours = guilds.Ours(guild, channel);
        return Lacking(ours, place.IsThread).Length == 0;
    }

    private static string? Complaint(Permissions? ours, bool isThread, Language language) =>
        ours is { } granted && Lacking(granted, isThread) is { Length: > 0 } lacking ? Missing.In(language, string.Join(", ", lacking)) : null;

    private static string[] Lacking(Permissions granted, bool isThread) => (granted & Permissions.Administrator) != 0 ? [] :
        [.. Needed.Select(need => isThread && need.Permission == Permissions.SendMessages ? (Permission: Permissions.SendMessagesInThreads, Name: "Send Messages in Threads") : need)
            .Where(need => (granted & need.Permission) == 0).Select(need => need.Name)];

    private static bool IsThread(ChannelPayload? channel) => channel?.Type is ChannelKind.PublicThread or ChannelKind.PrivateThread or ChannelKind.AnnouncementThread;
}
