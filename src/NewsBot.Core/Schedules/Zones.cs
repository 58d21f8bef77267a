namespace NewsBot.Core.Schedules;

/// <summary>Time zones by their IANA names.</summary>
public static class Zones
{
    /// <summary>UTC when this computer does not know the zone: it was known when it was set, so its data is older now.</summary>
    public static TimeZoneInfo Of(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
