using System.Buffers;
using System.Globalization;

namespace NewsBot.Sources.Feeds.Reading.Dates;

/// <summary>The time of day and its zone: 10:14:55.123-08:00, 1014Z, 11:23:17 PM, 오후 11:23:17.</summary>
internal static class ClockTime
{
    private static readonly SearchValues<char> ClockSigns = SearchValues.Create("0123456789:.,");

    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    public static bool Read(ReadOnlySpan<char> text, ref DateFields fields)
    {
        var isKorean = text.StartsWith("오");
        var isAfternoon = text.StartsWith("오후");
        if (isKorean) text = text[2..].TrimStart();
        if (!Clock(ref text, ref fields)) return false;
        if (isKorean)
        {
            fields.Hour = TwelveHours(fields.Hour, isAfternoon);
            fields.Zone = Korea;
        }
        text = text.TrimStart();
        if (text.StartsWith("am", StringComparison.OrdinalIgnoreCase) || text.StartsWith("pm", StringComparison.OrdinalIgnoreCase))
        {
            fields.Hour = TwelveHours(fields.Hour, text[0] is 'p' or 'P');
            text = text[2..].TrimStart();
        }
        if (text.Trim(" ()").IsEmpty) return true;
        if (!FeedZone.Read(text, out var zone)) return false;
        fields.Zone = zone;
        return true;
    }

    /// <summary>Two or three numbers with colons between, perhaps with a fraction; or four or six digits.</summary>
    public static bool Clock(ref ReadOnlySpan<char> text, ref DateFields fields)
    {
        var end = text.IndexOfAnyExcept(ClockSigns);
        var clock = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[end..];
        if (clock.IndexOfAny('.', ',') is >= 0 and var point)
        {
            var isFraction = double.TryParse($"0.{clock[(point + 1)..]}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fields.Fraction);
            if (!isFraction && !clock[(point + 1)..].IsEmpty) return false;
            clock = clock[..point];
        }
        Span<Range> parts = stackalloc Range[4];
        var count = clock.Split(parts, ':');
        if (count == 1) return Packed(clock, ref fields);
        if (count is not (2 or 3) || !Two(clock[parts[0]], out fields.Hour) || !Two(clock[parts[1]], out fields.Minute)) return false;
        return count == 2 || Two(clock[parts[2]], out fields.Second);
    }

    private static bool Packed(ReadOnlySpan<char> digits, ref DateFields fields)
    {
        if (digits.Length is not (2 or 4 or 6) || !Two(digits[..2], out fields.Hour)) return false;
        if (digits.Length >= 4 && !Two(digits[2..4], out fields.Minute)) return false;
        return digits.Length < 6 || Two(digits[4..], out fields.Second);
    }

    private static bool Two(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static int TwelveHours(int hour, bool isAfternoon) => (hour % 12) + (isAfternoon ? 12 : 0);
}
