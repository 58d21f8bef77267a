using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings publish: whether announcements go on to the servers that follow them.</summary>
internal sealed class PublishSetting : ISetting
{
    private static readonly Phrase Title = new("Announcements go on to followers (publish)");

    public string Name => "publish";

    public Phrase Wanted { get; } = new("Publish is on or off.");

    public IReadOnlyList<string> Values => OnOff.Values;

    public ChannelSettings? Change(Call call, string value) =>
        OnOff.Read(value) is { } isOn ? call.Channel.Settings with { Publishes = isOn } : null;

    public Field? Field(ChannelSettings settings) => !settings.Publishes ? OnOff.Field(Title, settings.Publishes, settings) : null;
}
