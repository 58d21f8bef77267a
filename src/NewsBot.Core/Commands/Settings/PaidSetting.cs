using System.Globalization;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings paid: posts a day that may be paid for, where a platform sells speed.</summary>
internal sealed class PaidSetting : ISetting
{
    private const int Most = 10_000;

    private static readonly Phrase Title = new("Paid posts a day (paid)");

    public string Name => "paid";

    public Phrase Wanted { get; } = new("Paid is the most posts a day that may cost Telegram Stars to go out faster, 0 to 10000; 0 pays for none.");

    public IReadOnlyList<string> Values { get; } = ["0"];

    public ChannelSettings? Change(Call call, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Most ? call.Channel.Settings with { PaidPerDay = count } : null;

    public Field? Field(ChannelSettings settings) =>
        settings.PaidPerDay > 0 ? new(Title.In(settings.Language), settings.PaidPerDay.ToString(Culture.Of(settings.Language))) : null;
}
