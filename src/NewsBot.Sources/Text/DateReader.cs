namespace NewsBot.Sources.Text;

/// <summary>Reads printed dates into instants, and believes none that lies in the future.</summary>
/// <param name="zone">Where a date without a zone of its own was written.</param>
/// <param name="latest">Later dates are out of sense: an article cannot be newer than its file.</param>
internal sealed class DateReader(TimeZoneInfo zone, DateTimeOffset latest)
{
    /// <summary>Characters; a longer line is prose.</summary>
    public const int MaxLength = 80;

    private static readonly DateTimeOffset ClocksAreSet = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A day's grace covers a file whose zone was guessed wrong. A file time before 2000 was never a real one
    /// (archives and reproducible builds write 1970 or 1980), so it limits nothing.
    /// </summary>
    public static DateReader For(TimeZoneInfo zone, DateTimeOffset fileTime) =>
        new(zone, fileTime < ClocksAreSet || fileTime.Year > PrintedDate.LastYear ? DateTimeOffset.MaxValue : fileTime.AddDays(1));

    public DateTimeOffset? Read(string text) => Printed(text)?.In(zone);

    /// <summary>The date if the whole text is one, however it is decorated with weekdays and small words.</summary>
    public PrintedDate? Printed(string text)
    {
        if (text.Length is < 6 or > MaxLength || !text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        return DateScan.Read(text) is { } printed && printed.In(zone) <= latest ? printed : null;
    }
}
