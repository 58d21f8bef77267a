using System.Globalization;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Feeds.Reading.Dates;

/// <summary>
/// RFC 822 and its relatives, whose month is a word: "Thu, 01 Jan 2004 19:48:21 GMT", "Sun Jan  4 16:29:06 2004", "1-Jan-04 7:48 PM". The order of the
/// parts is free, since each shows what it is.
/// </summary>
internal static class WordDate
{
    public static DateTimeOffset? Read(string text, TimeZoneInfo usual)
    {
        var fields = new DateFields();
        var words = Words(WithoutWeekday(text));
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(word[0]))
            {
                if (!Time(words, ref i, ref fields)) return null;
            }
            else if (!Part(word, i, ref fields)) return null;
        }
        return fields.Instant(usual);
    }

    // What stands before the first comma, in whatever language: "mar." is Tuesday there, and March elsewhere.
    private static string WithoutWeekday(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && text.AsSpan(0, comma).IndexOfAnyInRange('0', '9') < 0 && !text.AsSpan(0, comma).Contains(' ') ? text[(comma + 1)..] : text;
    }

    // "26-Jan-2004" is three words, but "-0800" and "2006/09/15" are one.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split([' ', '\t', '\n', '\r', ',', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            var isJoined = word.Any(char.IsLetter) && !word.Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(word[0]);
            if (isJoined) words.AddRange(word.Split('-', '/', '.').Where(part => part.Length > 0));
            else words.Add(word);
        }
        return words;
    }

    // The zone may be glued to the time, follow it, or be missing, as AM and PM may.
    private static bool Time(List<string> words, ref int i, ref DateFields fields)
    {
        var clock = words[i].AsSpan();
        if (!ClockTime.Clock(ref clock, ref fields)) return false;
        var rest = clock.ToString();
        while (i + 1 < words.Count && !IsYear(words[i + 1])) rest = $"{rest} {words[++i]}";
        var time = $"{fields.Hour:00}:{fields.Minute:00}:{fields.Second:00}{rest}";
        return ClockTime.Read(time, ref fields);
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit);

    private static bool Part(string word, int place, ref DateFields fields)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Number(number, word.Length, ref fields);
        if (word.Contains('/', StringComparison.Ordinal)) return Slashed(word.Split('/'), ref fields);
        if (MonthNames.Find(word) is { } month && fields.Month == 0)
        {
            fields.Month = month;
            return true;
        }
        // A day of the week, in whatever language; or the small words of some.
        return (place == 0 && word.All(letter => char.IsLetter(letter) || letter == '.')) || DateWords.IsWeekday(word.Trim('.').ToLowerInvariant()) || word is "de" or "of";
    }

    private static bool Number(int number, int digits, ref DateFields fields)
    {
        if (digits >= 4 && fields.Year == 0) fields.Year = number;
        else if (fields.Day == 0 && digits <= 2) fields.Day = number;
        else if (fields.Year == 0) fields.Year = DateFields.FullYear(number, digits);
        else return false;
        return true;
    }

    private static bool Slashed(string[] parts, ref DateFields fields)
    {
        if (parts.Length != 3 || fields.Year > 0 || parts[0].Length != 4) return false;
        return int.TryParse(parts[0], CultureInfo.InvariantCulture, out fields.Year)
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out fields.Month)
            && int.TryParse(parts[2], CultureInfo.InvariantCulture, out fields.Day);
    }
}
