using System.Globalization;

namespace NewsBot.Core.Schedules;

/// <summary>A time of day as people type it: 8, 8:00, 08:00, 8.30, 24:00.</summary>
internal static class TimeText
{
    private static readonly string[] Shapes = ["H:mm", "H.mm", "%H"];

    public static TimeOnly? Read(string text) => text is "24" or "24:00"
        ? TimeOnly.MinValue
        : TimeOnly.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static string Write(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
