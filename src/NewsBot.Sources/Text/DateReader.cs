using System.Globalization;

namespace NewsBot.Sources.Text;

/// <summary>
/// Reads the dates that news sites print, in English and Ukrainian. A line counts as a date only when all of it is one: an
/// unknown word makes it a sentence. In 08/09/2024 the day comes first unless it cannot, as most of the world writes it.
/// </summary>
internal sealed class DateReader(TimeZoneInfo zone, DateTimeOffset fileTime)
{
    // "Mon, 08 Sep 2024 04:00:00 GMT, updated at" and then some.
    private const int LongestLine = 100;

    private static readonly string[] UpdateWords = ["updated", "modified", "edited", "оновлено", "змінено"];

    /// <summary>The date that a whole line is, or null.</summary>
    public DateLine? Line(string line)
    {
        if (line.Length is < 6 or > LongestLine || !line.Any(char.IsDigit)) return null;
        // "8 September 2024, updated 9 September 2024": the first date is the publication.
        var lower = line.ToLowerInvariant();
        var update = UpdateWords.Select(word => lower.IndexOf(word, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (update > 5) return Line(line[..update].TrimEnd(' ', '(', '|', ',', '·', '—', '-'));
        var tokens = DateTokens.Of(line);
        return At(tokens) is { } at ? new(at, IsUpdate: update >= 0, tokens.IsLabelled) : null;
    }

    /// <summary>A header's value; more patient than a line, since its name says that it is a date.</summary>
    public DateTimeOffset? Header(string? value) => value is null ? null : Line(value)?.At ?? Line(value.Split('(')[0].Trim())?.At;

    private DateTimeOffset? At(DateTokens tokens)
    {
        if (tokens.Day is not { } date) return null;
        var wall = date.ToDateTime(tokens.Time ?? TimeOnly.MinValue, DateTimeKind.Unspecified);
        var at = tokens.Offset is { } offset ? InOffset(wall, offset) : InZone(wall, tokens.Zone ?? zone);
        // A file can be older than what it says (a copy keeps its time), so the future is judged by a wide margin.
        return at.Year >= 1900 && at <= fileTime.AddYears(2) ? at.ToUniversalTime() : null;
    }

    private static DateTimeOffset InOffset(DateTime wall, TimeSpan offset) =>
        wall.Year is > 1 and < 9999 ? new(wall, offset) : default;

    // An hour that the clocks skipped is read as the hour after.
    private static DateTimeOffset InZone(DateTime wall, TimeZoneInfo zone)
    {
        if (wall.Year is <= 1 or >= 9999) return default;
        return zone.IsInvalidTime(wall) ? new DateTimeOffset(wall.AddHours(1), zone.GetUtcOffset(wall.AddHours(1))) : new DateTimeOffset(wall, zone.GetUtcOffset(wall));
    }
}

/// <param name="IsUpdate">The line said "Updated".</param>
/// <param name="IsLabelled">The line said what it is, so it counts wherever it stands.</param>
internal sealed record DateLine(DateTimeOffset At, bool IsUpdate, bool IsLabelled);
