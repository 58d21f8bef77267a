using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>
/// Who is asking, and their role: moderators are those who may manage the server, or have the role that the channel's settings name. Discord's own permissions for
/// commands are only defaults that a server can change, so they are checked here again.
/// </summary>
internal sealed class DiscordCaller(ISubscriptions subscriptions, IOptions<DiscordOptions> options)
{
    private readonly HashSet<string> _operators = [.. options.Value.Operators];
    private readonly HashSet<string> _newsroom = [.. options.Value.Newsroom];

    /// <param name="place">The channel that the command is about.</param>
    public async Task<Caller> OfAsync(Interaction interaction, DiscordPlace place, CancellationToken stop) =>
        await WhoAsync(interaction, place, stop) with { Speaks = DiscordLocales.Of(interaction) };

    private async Task<Caller> WhoAsync(Interaction interaction, DiscordPlace place, CancellationToken stop)
    {
        var person = interaction.Caller?.Id.ToString() ?? "";
        if (_operators.Contains(person)) return new(place.Ref, person, Role.Operator, IsNewsroom: true);
        // Where the bot itself is not, only what a person may do anywhere: it was installed by them, not by the server.
        if (interaction.GuildId is not { } guild) return new(place.Ref, person, IsDirect(interaction) ? Role.Moderator : Role.Reader);
        if (interaction.AuthorizingIntegrationOwners is { Count: > 0 } owners && !owners.ContainsKey("0")) return new(place.Ref, person, Role.Reader);
        var isModerator = await IsModeratorAsync(interaction.Member, place, stop);
        return new(place.Ref, person, isModerator ? Role.Moderator : Role.Reader, isModerator && _newsroom.Contains(guild.ToString()));
    }

    private async Task<bool> IsModeratorAsync(Member? member, DiscordPlace place, CancellationToken stop)
    {
        if (member is null) return false;
        if (member.Permissions is { } granted && (granted & (Permissions.ManageGuild | Permissions.Administrator)) != 0) return true;
        var role = (await subscriptions.FindAsync(place.Ref, stop)).Settings.ModeratorRole;
        return Snowflake.TryParse(role, out var named) && member.Roles.Contains(named);
    }

    // A private chat with the bot; in a group's private chat others would get what one of them follows.
    private static bool IsDirect(Interaction interaction) => interaction.Context is null or InteractionContext.BotDm;
}
