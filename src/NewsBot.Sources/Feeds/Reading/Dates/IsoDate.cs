namespace NewsBot.Sources.Feeds.Reading.Dates;

/// <summary>ISO 8601 and what looks like it: 2003-12-31T10:14:55-08:00, 2003-12-31 10:14, 20031231, 2003-335, 03-12-31, 2003-12.</summary>
internal static class IsoDate
{
    public static DateTimeOffset? Read(ReadOnlySpan<char> text, TimeZoneInfo usual)
    {
        var fields = new DateFields { Month = 1, Day = 1 };
        var rest = text;
        if (!Day(ref rest, ref fields)) return null;
        if (rest.IsEmpty) return fields.Instant(usual);
        if (rest[0] is not ('T' or 't' or ' ' or '\t')) return null;
        rest = rest[1..].TrimStart();
        return ClockTime.Read(rest, ref fields) ? fields.Instant(usual) : null;
    }

    private static bool Day(ref ReadOnlySpan<char> rest, ref DateFields fields)
    {
        var digits = Digits(rest);
        var first = rest[..digits];
        rest = rest[digits..];
        var isDivided = rest is [('-' or '/' or '.'), >= '0' and <= '9', ..];
        if (!isDivided) return Packed(first, ref fields);
        if (digits is not (2 or 4)) return false;
        fields.Year = DateFields.FullYear(Number(first), digits);
        rest = rest[1..];
        digits = Digits(rest);
        var second = rest[..digits];
        rest = rest[digits..];
        if (rest is [('-' or '/' or '.'), >= '0' and <= '9', ..])
        {
            rest = rest[1..];
            digits = Digits(rest);
            if (second.Length > 3 || digits > 2) return false;
            (fields.Month, fields.Day) = (Number(second), Number(rest[..digits]));
            rest = rest[digits..];
            return true;
        }
        if (second.Length == 3) return DayOfYear(Number(second), ref fields);
        fields.Month = Number(second);
        return second.Length is 1 or 2 && first.Length == 4;
    }

    private static bool Packed(ReadOnlySpan<char> digits, ref DateFields fields)
    {
        var yearDigits = digits.Length is 4 or 7 or 8 ? 4 : 2;
        if (digits.Length is not (4 or 5 or 6 or 7 or 8)) return false;
        fields.Year = DateFields.FullYear(Number(digits[..yearDigits]), yearDigits);
        var rest = digits[yearDigits..];
        if (rest.Length == 3) return DayOfYear(Number(rest), ref fields);
        if (rest.Length == 4) (fields.Month, fields.Day) = (Number(rest[..2]), Number(rest[2..]));
        return true;
    }

    private static bool DayOfYear(int day, ref DateFields fields)
    {
        if (day < 1 || day > (DateTime.IsLeapYear(fields.Year) ? 366 : 365)) return false;
        var date = new DateOnly(fields.Year, 1, 1).AddDays(day - 1);
        (fields.Month, fields.Day) = (date.Month, date.Day);
        return true;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits < 0 ? text.Length : digits;
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and < 9 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : -1;
}
