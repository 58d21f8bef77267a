using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings breaking: whether topics marked as breaking are posted at night and before the digest.</summary>
internal sealed class BreakingSetting : ISetting
{
    private static readonly Phrase Title = new("Breaking news comes at once (breaking)");

    public string Name => "breaking";

    public Phrase Wanted { get; } = new("Breaking is on or off.");

    public IReadOnlyList<string> Values => OnOff.Values;

    public ChannelSettings? Change(Call call, string value) =>
        OnOff.Read(value) is { } isOn ? call.Channel.Settings with { BreakingOverrides = isOn } : null;

    public Field? Field(ChannelSettings settings) => settings.Quiet is not null || settings.Digest is not null || !settings.BreakingOverrides ? OnOff.Field(Title, settings.BreakingOverrides, settings) : null;
}
