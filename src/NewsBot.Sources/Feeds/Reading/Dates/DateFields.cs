namespace NewsBot.Sources.Feeds.Reading.Dates;

/// <summary>The parts of a date as they were read, none checked yet.</summary>
internal struct DateFields
{
    public int Year;
    public int Month;
    public int Day;
    public int Hour;
    public int Minute;
    public int Second;

    /// <summary>Of a second.</summary>
    public double Fraction;

    /// <summary>Null when none stands beside the date.</summary>
    public TimeSpan? Zone;

    /// <param name="usual">The zone of a date without one.</param>
    /// <returns>Null when there is no such day or time.</returns>
    public readonly DateTimeOffset? Instant(TimeZoneInfo usual)
    {
        if (Year is < 1 or > 9998 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)) return null;
        // A day may end at 24:00, and a minute with a leap second.
        if (Hour > 24 || Minute > 59 || Second > 60 || Zone?.Duration() > TimeSpan.FromHours(24)) return null;
        var local = new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Utc).AddHours(Hour).AddMinutes(Minute).AddSeconds(Math.Min(Second, 59) + Fraction);
        if (Year == 1 && Month == 1) return null;
        return new DateTimeOffset(local - (Zone ?? usual.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified))), TimeSpan.Zero);
    }

    public static int FullYear(int year, int digits) => digits > 2 ? year : year + (year < 70 ? 2000 : 1900);
}
