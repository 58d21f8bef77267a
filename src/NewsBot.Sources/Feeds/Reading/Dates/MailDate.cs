namespace NewsBot.Sources.Feeds.Reading.Dates;

/// <summary>RFC 822 written exactly, as nearly all feeds have it: "Thu, 01 Jan 2004 19:48:21 GMT". The quick way; all that differs is left to <see cref="WordDate"/>.</summary>
internal static class MailDate
{
    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";

    public static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        if (text is [_, _, _, ',', ' ', ..]) text = text[5..];
        if (text is [_, ' ', ..] && char.IsAsciiDigit(text[0])) return After(text[2..], text[0] - '0');
        return text is [>= '0' and <= '9', >= '0' and <= '9', ' ', ..] ? After(text[3..], Number(text[..2])) : null;
    }

    // "Jan 2004 19:48:21 GMT"
    private static DateTimeOffset? After(ReadOnlySpan<char> text, int day)
    {
        if (text.Length < 18 || text[3] != ' ' || text[8] != ' ' || text[11] != ':' || text[14] != ':' || text[17] != ' ') return null;
        var month = Months.AsSpan().IndexOf(text[..3]);
        var fields = new DateFields
        {
            Year = Number(text[4..8]),
            Month = month >= 0 && month % 3 == 0 ? (month / 3) + 1 : 0,
            Day = day,
            Hour = Number(text[9..11]),
            Minute = Number(text[12..14]),
            Second = Number(text[15..17]),
        };
        if (!Zone(text[18..], out var zone)) return null;
        fields.Zone = zone;
        return fields.Instant(TimeZoneInfo.Utc);
    }

    private static bool Zone(ReadOnlySpan<char> text, out TimeSpan zone)
    {
        zone = default;
        if (text is "GMT" or "UTC" or "Z" or "+0000") return true;
        if (text.Length != 5 || text[0] is not ('+' or '-') || text[1..].ContainsAnyExceptInRange('0', '9')) return false;
        zone = new(Number(text[1..3]), Number(text[3..]), 0);
        if (text[0] == '-') zone = -zone;
        return true;
    }

    // A wrong sign makes a number that no date has.
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = char.IsAsciiDigit(digit) ? (number * 10) + digit - '0' : 1_000_000;
        return number;
    }
}
