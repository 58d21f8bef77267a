using System.Globalization;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>A day of the calendar, year and all: 2026-09-03.</summary>
public sealed record DayOption(string Name, Phrase Description) : Option<DateOnly>(Name, Description)
{
    private static readonly Phrase Wrong = new("'{0}' is a day such as 2026-09-03.");

    public override string? Complaint(string raw, Language language) => Read(raw) is null ? Wrong.In(language, Name) : null;

    public override DateOnly Value(string raw) => Read(raw) ?? throw new ArgumentException("Not a day.", nameof(raw));

    private static DateOnly? Read(string raw) =>
        DateOnly.TryParseExact(raw, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1000 ? day : null;
}
