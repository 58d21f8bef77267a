using NewsBot.Core.Chat;
using NewsBot.Core.Schedules;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings quiet: hours in which nothing is posted here; what waited comes when they end.</summary>
internal sealed class QuietSetting(TimeProvider clock) : ISetting
{
    private static readonly Phrase Title = new("Quiet hours (quiet)");

    public string Name => "quiet";

    public Phrase Wanted { get; } = new("Quiet hours run from one time to another, such as settings quiet 22:00-07:00; settings quiet off ends them.");

    public IReadOnlyList<string> Values { get; } = ["22:00-07:00", "off"];

    public ChannelSettings? Change(Call call, string value)
    {
        var settings = call.Channel.Settings;
        if (OnOff.IsOff(value)) return settings with { Quiet = null, WaitedUntil = settings.Quiet is null ? settings.WaitedUntil : clock.GetUtcNow() };
        return QuietText.Read(value) is { } hours ? settings with { Quiet = hours } : null;
    }

    public Field? Field(ChannelSettings settings) => settings.Quiet is { } hours ? new(Title.In(settings.Language), QuietText.Write(hours)) : null;

    public Button Button(ChannelSettings settings) => settings.Quiet is null
        ? Chat.Button.Type($"{Title.In(settings.Language)}: 22:00-07:00", "settings quiet 22:00-07:00")
        : Chat.Button.Type($"{Title.In(settings.Language)}: {OnOff.Say(false, settings.Language)}", "settings quiet off");
}
