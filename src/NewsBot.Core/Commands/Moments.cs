using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Instants by the clock on the channel's wall: "14:05" of today, with the day otherwise, with the year when it is another one.</summary>
internal static class Moments
{
    public static string Of(DateTimeOffset at, DateTimeOffset now, ChannelSettings settings)
    {
        var zone = ArticleCard.ZoneOf(settings);
        var (local, today) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(now, zone));
        var form = local.Date == today.Date ? "HH:mm" : local.Year == today.Year ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm";
        return local.ToString(form, Culture.Of(settings.Language));
    }
}
