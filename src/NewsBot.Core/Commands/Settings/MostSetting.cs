using System.Globalization;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings most: posts in ten minutes before the rest comes as one card.</summary>
internal sealed class MostSetting : ISetting
{
    private const int Highest = 1000;

    private static readonly Phrase Title = new("Most posts in ten minutes (most)");

    public string Name => "most";

    public Phrase Wanted { get; } = new(
        "Most is how many posts may come in ten minutes, 1 to 1000; more come as one card. Write off for no limit, such as settings most 10.");

    public IReadOnlyList<string> Values { get; } = ["5", "10", "30", "off"];

    public ChannelSettings? Change(Call call, string value) => value.Equals("off", StringComparison.OrdinalIgnoreCase)
        ? call.Channel.Settings with { Most = 0 }
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= Highest ? call.Channel.Settings with { Most = count } : null;

    public Field? Field(ChannelSettings settings) => settings.Most is { } most
        ? new(Title.In(settings.Language), most == 0 ? "off" : most.ToString(Culture.Of(settings.Language)))
        : null;
}
