using System.Globalization;

namespace NewsBot.Core.Articles;

/// <summary>What an article must be beside its words. Of several wanted values of a kind one must fit, of unwanted ones none may.</summary>
/// <param name="Value">A topic's or source's key in lower case, folded words of an author, or a language's two letters.</param>
public sealed record SearchFilter(FilterKind Kind, string Value, bool IsUnwanted = false);

public enum FilterKind
{
    Topic,
    Source,
    Author,
    Language,
}

public enum SearchOrder
{
    /// <summary>Best first; the fresher of two that are about as good.</summary>
    Relevance,

    /// <summary>Newest first.</summary>
    Date,
}

/// <summary>A day, or a span before now.</summary>
/// <param name="Unit">h, d, w, m (months) or y; any other: <paramref name="Day"/> counts.</param>
public readonly record struct SearchMoment(DateTimeOffset Day, int Count = 0, char Unit = ' ')
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy-M", "yyyy", "d.M.yyyy", "yyyy/M/d", "yyyy.M.d"];

    public DateTimeOffset At(DateTimeOffset now) => Unit switch
    {
        'h' => now.AddHours(-Count),
        'd' => now.AddDays(-Count),
        'w' => now.AddDays(-7 * Count),
        'm' => now.AddMonths(-Count),
        'y' => now.AddYears(-Count),
        // "today" and "yesterday": whole days of the reader's clock would need the reader's zone; UTC stands in.
        't' => new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-Count),
        _ => Day,
    };

    /// <summary>Reads 2024-09-08, 2024-09, 2024, 08.09.2024, 12h, 3d, 2w, 1m, 1y, today and yesterday; null for anything else.</summary>
    public static SearchMoment? Read(string text) => text.ToLowerInvariant() switch
    {
        "today" or "сьогодні" => new(default, 0, 't'),
        "yesterday" or "вчора" or "учора" => new(default, 1, 't'),
        var span when Span(span) is { } read => read,
        var day when DateTimeOffset.TryParseExact(day, Days, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year >= 1000 => new(at),
        _ => null,
    };

    // Ukrainian letters too: 3д, 2т, 1м, 1р, 12г. More than four digits reach beyond the calendar.
    private static SearchMoment? Span(string text)
    {
        if (text.Length is < 2 or > 4 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        var unit = text[^1] switch
        {
            'h' or 'г' => 'h',
            'd' or 'д' => 'd',
            'w' or 'т' => 'w',
            'm' or 'м' => 'm',
            'y' or 'р' => 'y',
            _ => ' ',
        };
        return unit == ' ' ? null : new(default, count, unit);
    }
}
