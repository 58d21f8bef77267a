using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings zone: the clock that dates, quiet hours and digests go by.</summary>
internal sealed class ZoneSetting : ISetting
{
    private static readonly Phrase Title = new("Time zone (zone)");

    public string Name => "zone";

    public Phrase Wanted { get; } = new("'{0}' is no time zone I know; write one such as Europe/Kyiv or UTC.");

    public IReadOnlyList<string> Values { get; } = ["Europe/Kyiv", "Europe/Warsaw", "Europe/Berlin", "Europe/London", "America/New_York", "UTC"];

    public ChannelSettings? Change(Call call, string value) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) ? call.Channel.Settings with { Zone = zone.Id } : null;

    public Field Field(ChannelSettings settings) => new(Title.In(settings.Language), settings.Zone);
}
