using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>What switches say alike.</summary>
internal static class OnOff
{
    public static readonly IReadOnlyList<string> Values = ["on", "off"];

    private static readonly Phrase On = new("on");
    private static readonly Phrase Off = new("off");

    public static bool? Read(string value) => value.ToLowerInvariant() switch
    {
        "on" or "yes" or "увімкнено" or "так" => true,
        "off" or "no" or "вимкнено" or "ні" => false,
        _ => null,
    };

    public static bool IsOff(string value) => Read(value) is false;

    public static string Say(bool isOn, Language language) => (isOn ? On : Off).In(language);

    public static Field Field(Phrase title, bool isOn, ChannelSettings settings) => new(title.In(settings.Language), Say(isOn, settings.Language));

    /// <summary>Turns the switch to its other side.</summary>
    public static Button Turn(Phrase title, string name, bool isOn, ChannelSettings settings) =>
        Chat.Button.Type($"{title.In(settings.Language)}: {Say(!isOn, settings.Language)}", $"settings {name} {(isOn ? "off" : "on")}");
}
