using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings support: whether a post now and then carries a button to support the newsroom.</summary>
internal sealed class SupportSetting : ISetting
{
    private static readonly Phrase Title = new("A support button under a post now and then (support)");

    public string Name => "support";

    public Phrase Wanted { get; } = new("Support is on or off.");

    public IReadOnlyList<string> Values => OnOff.Values;

    public ChannelSettings? Change(Call call, string value) =>
        OnOff.Read(value) is { } isOn ? call.Channel.Settings with { ShowsSupport = isOn } : null;

    public Field? Field(ChannelSettings settings) => !settings.ShowsSupport ? OnOff.Field(Title, settings.ShowsSupport, settings) : null;
}
