using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Text;

/// <summary>The parts of a date line. <see cref="Day"/> is null unless every word of the line belongs to a date.</summary>
internal sealed partial class DateTokens
{
    private static readonly string[] LabelWords =
    [
        "published", "posted", "updated", "modified", "edited", "created", "date", "on", "at", "of", "the", "last", "first", "publication",
        "опубліковано", "оновлено", "змінено", "дата", "о", "об", "року", "р", "рік", "в", "у", "публікації",
    ];

    private static readonly Dictionary<string, TimeSpan> Offsets = new()
    {
        ["utc"] = TimeSpan.Zero, ["gmt"] = TimeSpan.Zero, ["z"] = TimeSpan.Zero, ["bst"] = TimeSpan.FromHours(1),
        ["cet"] = TimeSpan.FromHours(1), ["cest"] = TimeSpan.FromHours(2), ["eet"] = TimeSpan.FromHours(2), ["eest"] = TimeSpan.FromHours(3), ["msk"] = TimeSpan.FromHours(3),
        ["est"] = TimeSpan.FromHours(-5), ["edt"] = TimeSpan.FromHours(-4), ["cst"] = TimeSpan.FromHours(-6), ["cdt"] = TimeSpan.FromHours(-5),
        ["mst"] = TimeSpan.FromHours(-7), ["mdt"] = TimeSpan.FromHours(-6), ["pst"] = TimeSpan.FromHours(-8), ["pdt"] = TimeSpan.FromHours(-7),
    };

    private static readonly string[] KyivWords = ["kyiv", "kiev", "ukraine", "київ", "києвом", "київським", "часом", "time"];

    private readonly List<int> _numbers = [];
    private int? _month;
    private int? _year;
    private DateOnly? _numeric;
    private int? _half;
    private bool _isAllKnown = true;

    private DateTokens() { }

    public DateOnly? Day { get; private set; }
    public TimeOnly? Time { get; private set; }
    public TimeSpan? Offset { get; private set; }
    public TimeZoneInfo? Zone { get; private set; }

    /// <summary>It says "Published" or the like.</summary>
    public bool IsLabelled { get; private set; }

    public static DateTokens Of(string line)
    {
        var tokens = new DateTokens();
        var lower = line.ToLowerInvariant().Replace("a.m.", "am", StringComparison.Ordinal).Replace("p.m.", "pm", StringComparison.Ordinal);
        var at = 0;
        foreach (Match match in Token().Matches(lower))
        {
            if (lower[at..match.Index].Any(letter => !IsSeparator(letter))) tokens._isAllKnown = false;
            tokens.Take(match);
            at = match.Index + match.Length;
        }
        if (lower[at..].Any(letter => !IsSeparator(letter))) tokens._isAllKnown = false;
        tokens.Settle();
        return tokens;
    }

    private static bool IsSeparator(char letter) => letter is ' ' or ',' or '.' or '-' or '–' or '—' or '|' or '/' or ':' or '·' or '•' or '(' or ')' or '@' or '\'' or '’' or '+';

    private void Take(Match match)
    {
        if (match.Groups["iso"].Success) TakeIso(match);
        else if (match.Groups["time"].Success) TakeTime(match);
        else if (match.Groups["numeric"].Success) TakeNumeric(match);
        else if (match.Groups["offset"].Success) Offset = Shift(match.Groups["offset"].Value);
        else if (match.Groups["number"].Success) TakeNumber(match);
        else TakeWord(match.Value);
    }

    private void TakeIso(Match match)
    {
        _numeric ??= Date(Number(match, "y"), Number(match, "mo"), Number(match, "d"));
        if (_numeric is null) _isAllKnown = false;
    }

    private void TakeTime(Match match)
    {
        var (hour, minute, second) = (Number(match, "h"), Number(match, "mi"), match.Groups["s"].Success ? Number(match, "s") : 0);
        if (hour > 23 || minute > 59 || second > 59 || Time is not null) _isAllKnown = false;
        else Time = new(hour, minute, second);
    }

    private void TakeNumeric(Match match)
    {
        var (a, b, year) = (Number(match, "a"), Number(match, "b"), Number(match, "c"));
        if (match.Groups["c"].Length == 2) year += year < 70 ? 2000 : 1900;
        _numeric ??= Date(year, b, a) ?? Date(year, a, b);
        if (_numeric is null) _isAllKnown = false;
    }

    private void TakeNumber(Match match)
    {
        var number = int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (match.Groups["number"].Length == 4) _year ??= number;
        else if (match.Groups["half"].Success && number is >= 1 and <= 12 && Time is null) (Time, _half) = (new(number, 0), match.Groups["half"].Value == "pm" ? 12 : 0);
        else _numbers.Add(number);
    }

    private void TakeWord(string word)
    {
        if (Months.Number(word) is { } month && _month is null) _month = month;
        else if (word is "am" or "pm") _half = word == "pm" ? 12 : 0;
        else if (Offsets.TryGetValue(word, out var offset)) Offset = offset;
        else if (KyivWords.Contains(word)) Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Kyiv", out var kyiv) ? kyiv : null;
        else if (LabelWords.Contains(word)) IsLabelled |= word.Length > 6;
        else if (!Months.IsWeekday(word)) _isAllKnown = false;
    }

    private void Settle()
    {
        if (_half is { } half && Time is { } time)
        {
            if (time.Hour is 0 or > 12) _isAllKnown = false;
            else Time = new(time.Hour % 12 + half, time.Minute, time.Second);
        }
        if (!_isAllKnown) return;
        if (_numeric is not null && _month is null && _year is null && _numbers.Count == 0) Day = _numeric;
        else if (_numeric is null && _month is { } month && _year is { } year && _numbers.Count == 1) Day = Date(year, month, _numbers[0]);
    }

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static TimeSpan? Shift(string text)
    {
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal).PadRight(2, '0');
        var (hours, minutes) = digits.Length > 2 ? (digits[..2], digits[2..]) : (digits, "0");
        var shift = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        return shift > TimeSpan.FromHours(14) ? null : text[0] == '+' ? shift : -shift;
    }

    [GeneratedRegex("""
        (?<iso>(?<y>\d{4})[-/.](?<mo>\d{1,2})[-/.](?<d>\d{1,2})t?)
        |(?<time>(?<h>\d{1,2}):(?<mi>\d{2})(:(?<s>\d{2})([.,]\d{1,9})?)?)
        |(?<numeric>(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<c>\d{4}|\d{2}))
        |(?<offset>[+-]\d{2}:?\d{2}|[+-]\d{1,2})
        |(?<number>\d{1,4})\s?((?<half>am|pm)\b|st\b|nd\b|rd\b|th\b|-?го\b)?
        |[\p{L}]+
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
