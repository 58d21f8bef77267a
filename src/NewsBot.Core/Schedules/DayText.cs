using NewsBot.Core.Chat;

namespace NewsBot.Core.Schedules;

/// <summary>Days of the week as people type them in English and Ukrainian: "mon", "Wednesday", "пн", "неділю", "mon-fri", "будні".</summary>
internal static class DayText
{
    private static readonly (WeekDays Day, Phrase Short, string English, string Stem)[] Names =
    [
        (WeekDays.Monday, new("mon", "пн"), "monday", "понеділ"),
        (WeekDays.Tuesday, new("tue", "вт"), "tuesday", "вівтор"),
        (WeekDays.Wednesday, new("wed", "ср"), "wednesday", "серед"),
        (WeekDays.Thursday, new("thu", "чт"), "thursday", "четвер"),
        (WeekDays.Friday, new("fri", "пт"), "friday", "п'ятниц"),
        (WeekDays.Saturday, new("sat", "сб"), "saturday", "субот"),
        (WeekDays.Sunday, new("sun", "нд"), "sunday", "неділ"),
    ];

    /// <summary>A day, a few by name, or from one to another; <see cref="WeekDays.None"/> when it is none of these.</summary>
    public static WeekDays Read(string word) => word.Split('-', '–') switch
    {
        [var one] => One(one) is var day and not WeekDays.None ? day : Several(one),
        [var first, var last] when One(first) is var from and not WeekDays.None && One(last) is var to and not WeekDays.None => Range(from, to),
        _ => WeekDays.None,
    };

    /// <summary>As <see cref="Read"/> understands them, with a separator of one's own.</summary>
    public static string Write(WeekDays days, Language language, string separator) =>
        string.Join(separator, Names.Where(name => days.HasFlag(name.Day)).Select(name => name.Short.In(language)));

    private static WeekDays One(string word)
    {
        var folded = word.ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'');
        return Names.FirstOrDefault(name =>
            (folded.Length >= 3 && name.English.StartsWith(folded, StringComparison.Ordinal))
            || folded == name.Short.Ukrainian
            || folded.StartsWith(name.Stem, StringComparison.Ordinal)).Day;
    }

    private static WeekDays Several(string word) => word.ToLowerInvariant() switch
    {
        "workdays" or "weekdays" or "будні" => WeekDays.Workdays,
        "weekend" or "weekends" or "вихідні" => WeekDays.Weekend,
        _ => WeekDays.None,
    };

    // Over Sunday when it has to be: "fri-mon".
    private static WeekDays Range(WeekDays from, WeekDays to)
    {
        var days = from;
        for (var day = from; day != to; days |= day) day = day is WeekDays.Sunday ? WeekDays.Monday : (WeekDays)((int)day << 1);
        return days;
    }
}
