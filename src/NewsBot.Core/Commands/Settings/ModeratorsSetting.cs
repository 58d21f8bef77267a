using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings moderators: a role whose members are moderators too.</summary>
internal sealed class ModeratorsSetting : ISetting
{
    private static readonly Phrase Title = new("Moderators' role on Discord (moderators)");

    public string Name => "moderators";

    public Phrase Wanted => RoleName.Wanted;

    public IReadOnlyList<string> Values { get; } = ["none"];

    public ChannelSettings? Change(Call call, string value) =>
        RoleName.TryRead(value, out var role) ? call.Channel.Settings with { ModeratorRole = role } : null;

    public Field? Field(ChannelSettings settings) => settings.ModeratorRole is { } role ? new(Title.In(settings.Language), role) : null;
}
