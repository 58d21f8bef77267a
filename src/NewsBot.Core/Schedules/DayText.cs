using System.Globalization;
using System.Text;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Schedules;

/// <summary>Days of the week as people type them in the bot's languages: "mon", "Wednesday", "пн", "неділю", "Montag", "środę", "mon-fri", "будні".</summary>
internal static class DayText
{
    private static readonly (WeekDays Day, Phrase Short, string English, string[] Stems)[] Names =
    [
        (WeekDays.Monday, new("mon"), "monday", ["понеділ", "montag", "lundi", "lunes", "poniedzi"]),
        (WeekDays.Tuesday, new("tue"), "tuesday", ["вівтор", "dienstag", "mardi", "martes", "wtor"]),
        (WeekDays.Wednesday, new("wed"), "wednesday", ["серед", "mittwoch", "mercredi", "miércoles", "środ"]),
        (WeekDays.Thursday, new("thu"), "thursday", ["четвер", "donnerstag", "jeudi", "jueves", "czwart"]),
        (WeekDays.Friday, new("fri"), "friday", ["п'ятниц", "freitag", "vendredi", "viernes", "piąt"]),
        (WeekDays.Saturday, new("sat"), "saturday", ["субот", "samstag", "sonnabend", "samedi", "sábado", "sobot"]),
        (WeekDays.Sunday, new("sun"), "sunday", ["неділ", "sonntag", "dimanche", "domingo", "niedziel"]),
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
        var folded = Plain(word);
        return Names.FirstOrDefault(name =>
            (folded.Length >= 3 && name.English.StartsWith(folded, StringComparison.Ordinal))
            || Languages.All.Any(language => folded == Plain(name.Short.In(language).TrimEnd('.')))
            || name.Stems.Any(stem => folded.StartsWith(Plain(stem), StringComparison.Ordinal))).Day;
    }

    // Accents are often left out where they are hard to type: "mie", "sroda".
    private static string Plain(string word) =>
        string.Concat(word.ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'').Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark));

    private static WeekDays Several(string word) => word.ToLowerInvariant() switch
    {
        "workdays" or "weekdays" or "будні" or "werktags" or "werktage" or "laborables" or "robocze" => WeekDays.Workdays,
        "weekend" or "weekends" or "week-end" or "вихідні" or "wochenende" => WeekDays.Weekend,
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
