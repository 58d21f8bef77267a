namespace NewsBot.Sources.Text;

/// <summary>A date as it was printed: a wall clock's time, with a zone if one stood beside it.</summary>
/// <param name="HasTime">False for a day alone; its time is midnight.</param>
internal sealed record PrintedDate(DateTime Local, bool HasTime, PrintedZone? Zone)
{
    public const int FirstYear = 1900;
    public const int LastYear = 2999;

    public DateTimeOffset In(TimeZoneInfo zone) => new(Local, WholeMinutes(Zone?.At(Local) ?? zone.GetUtcOffset(Local)));

    // DateTimeOffset throws on the odd seconds of the local mean times that were in use before the 1920s.
    private static TimeSpan WholeMinutes(TimeSpan offset) => TimeSpan.FromMinutes(Math.Truncate(offset.TotalMinutes));
}
