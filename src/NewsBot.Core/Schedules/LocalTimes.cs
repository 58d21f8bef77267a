namespace NewsBot.Core.Schedules;

/// <summary>
/// When a clock on the wall shows a given time. TimeZoneInfo only answers the other way round reliably (its IsInvalidTime does not know
/// of changes of the base offset, such as the day that Samoa skipped), so this asks it for offsets alone.
/// </summary>
internal static class LocalTimes
{
    /// <summary>
    /// The first and the last instant at which the clock shows the time. They differ only in the hour that is repeated when clocks go
    /// back; a time that is skipped when clocks go forward counts as the instant of the change.
    /// </summary>
    public static (DateTimeOffset First, DateTimeOffset Last) Of(DateTime local, TimeZoneInfo zone)
    {
        var asUtc = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        // Offsets lie between -12 and +14 hours: a day on either side is certainly before and after.
        var (before, after) = (zone.GetUtcOffset(asUtc.AddDays(-1)), zone.GetUtcOffset(asUtc.AddDays(1)));
        var (byOld, byNew) = (asUtc - before, asUtc - after);
        return (zone.GetUtcOffset(byOld) == before, zone.GetUtcOffset(byNew) == after) switch
        {
            (true, true) => (byOld, byNew),
            (true, false) => (byOld, byOld),
            (false, true) => (byNew, byNew),
            _ => Both(Change(byNew, byOld, zone)),
        };
    }

    public static DateTime At(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    private static (DateTimeOffset, DateTimeOffset) Both(DateTimeOffset instant) => (instant, instant);

    // Clocks change at whole seconds.
    private static DateTimeOffset Change(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var old = zone.GetUtcOffset(from);
        while (to - from > TimeSpan.FromSeconds(1))
        {
            var middle = from + TimeSpan.FromSeconds(Math.Floor((to - from).TotalSeconds / 2));
            if (zone.GetUtcOffset(middle) == old) from = middle;
            else to = middle;
        }
        return to;
    }
}
