namespace NewsBot.Core.Articles;

/// <summary>The same day in earlier years, as a clock on somebody's wall shows it.</summary>
public static class Anniversaries
{
    /// <summary>Years that are looked back over.</summary>
    public const int Years = 100;

    /// <summary>The latest first. The 29th of February has none in most years.</summary>
    /// <param name="day">The day whose anniversaries are wanted; it is not among them.</param>
    public static IEnumerable<Period> Of(DateOnly day, TimeZoneInfo zone)
    {
        for (var year = day.Year - 1; year >= Math.Max(1, day.Year - Years); year--)
            if (day.Day <= DateTime.DaysInMonth(year, day.Month))
                yield return Of(new(year, day.Month, day.Day), new DateOnly(year, day.Month, day.Day).AddDays(1), zone);
    }

    private static Period Of(DateOnly day, DateOnly next, TimeZoneInfo zone) => new(Midnight(day, zone), Midnight(next, zone));

    // Where clocks go forward at midnight, the day begins with its first hour that there is.
    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new(DateTime.SpecifyKind(midnight, DateTimeKind.Unspecified), offset);
    }
}
