using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings ping: a role that posts ping.</summary>
internal sealed class PingSetting : ISetting
{
    private static readonly Phrase Title = new("Role that posts ping on Discord (ping)");

    public string Name => "ping";

    public Phrase Wanted => RoleName.Wanted;

    public IReadOnlyList<string> Values { get; } = ["none"];

    public ChannelSettings? Change(Call call, string value) =>
        RoleName.TryRead(value, out var role) ? call.Channel.Settings with { Pings = role } : null;

    public Field? Field(ChannelSettings settings) => settings.Pings is { } role ? new(Title.In(settings.Language), role) : null;
}
