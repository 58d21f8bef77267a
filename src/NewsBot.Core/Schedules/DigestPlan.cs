namespace NewsBot.Core.Schedules;

/// <summary>
/// When a channel gets its digest: on some days of the week, at a time by the clock on its wall. Each such day has one slot: of a time that
/// is shown twice the first, of a time that is skipped the instant of the change. A day that was skipped as a whole has none.
/// </summary>
/// <param name="Days">At least one.</param>
public sealed record DigestPlan(WeekDays Days, TimeOnly At)
{
    // A week, and a day on either side for slots that stand in another date's daylight.
    private const int DaysAround = 9;

    /// <summary>The first slot after an instant.</summary>
    public DigestSlot Next(DateTimeOffset after, TimeZoneInfo zone) => Slots(after, zone, -1, DaysAround).First(slot => slot.Instant > after);

    /// <summary>The newest slot that is not after an instant.</summary>
    public DigestSlot Last(DateTimeOffset now, TimeZoneInfo zone) => Slots(now, zone, -DaysAround, 1).Last(slot => slot.Instant <= now);

    private IEnumerable<DigestSlot> Slots(DateTimeOffset around, TimeZoneInfo zone, int from, int to)
    {
        var today = DateOnly.FromDateTime(LocalTimes.At(around, zone));
        for (var day = today.AddDays(from); day <= today.AddDays(to); day = day.AddDays(1))
        {
            if (!Days.HasFlag(Of(day.DayOfWeek))) continue;
            var instant = LocalTimes.Of(day.ToDateTime(At), zone).First;
            if (DateOnly.FromDateTime(LocalTimes.At(instant, zone)) == day) yield return new(instant, day, At);
        }
    }

    private static WeekDays Of(DayOfWeek day) => day is DayOfWeek.Sunday ? WeekDays.Sunday : (WeekDays)(1 << ((int)day - 1));
}

/// <param name="Instant">When it is.</param>
/// <param name="Day">The day that it belongs to in the channel's zone.</param>
public readonly record struct DigestSlot(DateTimeOffset Instant, DateOnly Day, TimeOnly At)
{
    /// <summary>The same for one slot whenever it is asked, such as "2026-11-23T08:00".</summary>
    public string Name => $"{Day:yyyy-MM-dd}T{At:HH\\:mm}";
}
