using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings silent: posts make no sound.</summary>
internal sealed class SilentSetting : ISetting
{
    private static readonly Phrase Title = new("Without a sound (silent)");

    public string Name => "silent";

    public Phrase Wanted { get; } = new("Silent is on or off.");

    public IReadOnlyList<string> Values => OnOff.Values;

    public ChannelSettings? Change(Call call, string value) =>
        OnOff.Read(value) is { } isOn ? call.Channel.Settings with { IsSilent = isOn } : null;

    public Field Field(ChannelSettings settings) => OnOff.Field(Title, settings.IsSilent, settings);

    public Button Button(ChannelSettings settings) => OnOff.Turn(Title, Name, settings.IsSilent, settings);
}
