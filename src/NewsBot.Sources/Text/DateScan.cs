namespace NewsBot.Sources.Text;

/// <summary>
/// Walks over a date's tokens and collects year, month, day, time and zone, each at most once. Anything that is none of these
/// and no small word ends the scan without a date, so a sentence that merely holds one is never taken for one.
/// </summary>
/// <remarks>
/// 08.09.2024, 08/09/2024 and 08-09-2024 are read day first, as most of the world writes them, and month first only when the
/// second number cannot be a month. A two-digit year is 1970 to 2069.
/// </remarks>
internal sealed class DateScan
{
    private readonly List<DateToken> _tokens;
    private int _at;
    private int _year;
    private int _month;
    private int _day;
    private TimeSpan? _time;
    private PrintedZone? _zone;

    private DateScan(List<DateToken> tokens) => _tokens = tokens;

    private DateToken Now => Peek(0);
    private bool HasDay => _year > 0 && _month > 0 && _day > 0;

    public static PrintedDate? Read(string text)
    {
        var scan = new DateScan(DateTokens.Of(text));
        while (scan.Now.Kind is not DateTokenKind.End)
            if (!scan.Step())
                return null;
        return scan.Result();
    }

    private PrintedDate? Result()
    {
        if (!HasDay || _month > 12 || _day > DateTime.DaysInMonth(_year, _month)) return null;
        return new(new DateTime(_year, _month, _day, 0, 0, 0, DateTimeKind.Unspecified) + (_time ?? default), _time is not null, _time is null ? null : _zone);
    }

    private bool Step() => Now.Kind switch
    {
        DateTokenKind.Number => Time() || NumericDay() || Compact() || LoneNumber(),
        DateTokenKind.Word => Word(),
        _ => Offset() || Punctuation(),
    };

    private DateToken Peek(int ahead) => _at + ahead < _tokens.Count ? _tokens[_at + ahead] : DateToken.End;

    // 04:00, 4:00:59.123, 4:00 p.m., 4 pm, 14h40, and after a whole day also 04.00
    private bool Time()
    {
        if (_time is not null || !Now.IsNumber(1, 2)) return false;
        var hasMinutes = Peek(1).IsGlued && Peek(2).IsGlued && Peek(2).IsNumber(1, 2)
            && (Peek(1).Is(':') || (Peek(2).IsNumber(2, 2) && (Peek(1).Text == "h" || (HasDay && Peek(1).Is('.')))));
        var (hour, minute) = (Now.Value, hasMinutes ? Peek(2).Value : 0);
        var (second, length) = hasMinutes ? Seconds(3) : (0, 1);
        var half = Half(length);
        if (!hasMinutes && half.Tokens == 0) return false;
        // "13:05 pm" is printed now and then, and means what it says.
        if (half.Tokens > 0 && hour is >= 1 and <= 12) hour = (hour % 12) + (half.IsAfternoon ? 12 : 0);
        return Take(hour, minute, second, length + half.Tokens);
    }

    private bool Take(int hour, int minute, int second, int length)
    {
        if (hour > 23 || minute > 59 || second > 60) return false;
        _time = new TimeSpan(hour, minute, Math.Min(second, 59));
        _at += length;
        return true;
    }

    private (int Second, int Length) Seconds(int ahead)
    {
        if (!(Peek(ahead).Is(':') && Peek(ahead + 1).IsGlued && Peek(ahead + 1).IsNumber(1, 2))) return (0, ahead);
        var second = Peek(ahead + 1).Value;
        ahead += 2;
        // A fraction is skipped: nobody reads an article by its milliseconds.
        var hasFraction = (Peek(ahead).Is('.') || Peek(ahead).Is(',')) && Peek(ahead + 1).IsGlued && Peek(ahead + 1).Kind is DateTokenKind.Number;
        return (second, hasFraction ? ahead + 2 : ahead);
    }

    // "am", "pm", "a.m.", "p. m."
    private (bool IsAfternoon, int Tokens) Half(int ahead)
    {
        var word = Peek(ahead).Text;
        if (word is "am" or "pm") return (word == "pm", Peek(ahead + 1).Is('.') ? 2 : 1);
        if (word is not ("a" or "p") || !Peek(ahead + 1).Is('.') || Peek(ahead + 2).Text != "m") return (false, 0);
        return (word == "p", Peek(ahead + 3).Is('.') ? 4 : 3);
    }

    // 2024-09-08, 2024/9/8, 08.09.2024, 8. 9. 2024, 08/09/24
    private bool NumericDay()
    {
        if (_year > 0 || _month > 0 || _day > 0) return false;
        var sign = Peek(1);
        var isThree = sign.Kind is DateTokenKind.Sign && sign.Text is "-" or "/" or "." && Peek(3).Text == sign.Text && Peek(2).IsNumber(1, 2);
        if (!isThree) return false;
        if (Now.IsNumber(4, 4) && Peek(4).IsNumber(1, 2)) return TakeDay(Now.Value, Peek(2).Value, Peek(4).Value);
        if (!Now.IsNumber(1, 2) || !(Peek(4).IsNumber(4, 4) || Peek(4).IsNumber(2, 2))) return false;
        var (first, second, full) = (Now.Value, Peek(2).Value, FullYear(Peek(4)));
        return second > 12 ? TakeDay(full, first, second) : TakeDay(full, second, first);
    }

    private bool TakeDay(int newYear, int newMonth, int newDay)
    {
        (_year, _month, _day) = (newYear, newMonth, newDay);
        _at += 5;
        return _year is >= PrintedDate.FirstYear and <= PrintedDate.LastYear && _month is >= 1 and <= 12 && _day is >= 1 and <= 31;
    }

    private static int FullYear(DateToken token) => token.Text.Length > 2 ? token.Value : token.Value + (token.Value < 70 ? 2000 : 1900);

    // 20240908T0400Z
    private bool Compact()
    {
        if (_year > 0 || _month > 0 || _day > 0 || !Now.IsNumber(8, 8) || Peek(1).Text != "t" || !Peek(1).IsGlued || !Peek(2).IsGlued) return false;
        if (!Peek(2).IsNumber(4, 4) && !Peek(2).IsNumber(6, 6)) return false;
        (_year, _month, _day) = (Now.Value / 10000, Now.Value / 100 % 100, Now.Value % 100);
        var digits = Peek(2).Text.Length == 6 ? Peek(2).Value : Peek(2).Value * 100;
        return _year is >= PrintedDate.FirstYear and <= PrintedDate.LastYear && _month is >= 1 and <= 12 && _day is >= 1
            && Take(digits / 10000, digits / 100 % 100, digits % 100, 3);
    }

    // In a date with the month's name: the day, and the year in four digits, or in two when it comes last.
    private bool LoneNumber()
    {
        var number = Now;
        _at++;
        if (number.IsNumber(4, 4) && _year == 0)
            return (_year = number.Value) is >= PrintedDate.FirstYear and <= PrintedDate.LastYear;
        if (number.IsNumber(1, 2) && _day == 0)
            return (_day = number.Value) is >= 1 and <= 31;
        if (number.IsNumber(2, 2) && _year == 0 && _month > 0 && _day > 0)
            return (_year = FullYear(number)) > 0;
        return false;
    }

    private bool Word()
    {
        var word = Now.Text;
        _at++;
        if (DateWords.Month(word) is { } named) return _month == 0 && (_month = named) > 0;
        if (word is "midnight" or "noon" && _time is null) return (_time = TimeSpan.FromHours(word == "noon" ? 12 : 0)) is not null;
        if (ZoneWords.Find(word) is { } found) return _zone is null && (_zone = found) is not null;
        return DateWords.IsWeekday(word) || DateWords.IsSmall(word) || (word == "t" && _time is null);
    }

    // +03:00, +0300, -5 after a time; "UTC+3", "GMT -04:00". "Sep 8, 2024 - 04:00" has a dash, not a minus: a space follows it.
    private bool Offset()
    {
        var isAfterZone = _zone is { Named: null } known && known.Fixed == default && _at > 0 && _tokens[_at - 1].Kind is DateTokenKind.Word;
        if (_time is null || (_zone is not null && !isAfterZone) || !(Now.Is('+') || Now.Is('-')) || !Peek(1).IsGlued) return false;
        var hasMinutes = Peek(1).IsNumber(1, 2) && Peek(2).Is(':') && Peek(3).IsGlued && Peek(3).IsNumber(2, 2);
        if (!hasMinutes && !Peek(1).IsNumber(4, 4) && !(Peek(1).IsNumber(1, 2) && (isAfterZone || Now.Is('+') || Now.IsGlued))) return false;
        var minutes = hasMinutes ? (Peek(1).Value * 60) + Peek(3).Value
            : Peek(1).Text.Length == 4 ? (Peek(1).Value / 100 * 60) + (Peek(1).Value % 100)
            : Peek(1).Value * 60;
        // 14 hours is the farthest that any country stands from UTC, and as far as DateTimeOffset goes.
        if (minutes > 14 * 60) return false;
        _zone = new(TimeSpan.FromMinutes(Now.Is('-') ? -minutes : minutes));
        _at += hasMinutes ? 4 : 2;
        return true;
    }

    private bool Punctuation() => ",.-/|()[]·•;".Contains(_tokens[_at++].Text[0]);
}
