namespace NewsBot.Sources.Text;

/// <summary>The words that occur in a printed date, in English, Ukrainian and Russian. All are looked up in lower case.</summary>
internal static class DateWords
{
    // Whole names are matched by their beginnings, since Ukrainian and Russian months are declined: вересень, вересня, вер.
    private static readonly (string Stem, int Month)[] Stems =
    [
        ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("may", 5), ("jun", 6),
        ("jul", 7), ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12),
        ("січ", 1), ("лют", 2), ("бер", 3), ("кві", 4), ("тра", 5), ("чер", 6),
        ("лип", 7), ("сер", 8), ("вер", 9), ("жов", 10), ("лис", 11), ("гру", 12),
        ("янв", 1), ("фев", 2), ("мар", 3), ("апр", 4), ("май", 5), ("мая", 5), ("июн", 6),
        ("июл", 7), ("авг", 8), ("сен", 9), ("окт", 10), ("ноя", 11), ("дек", 12),
    ];

    private static readonly string[] MonthNames =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "sept",
        "січень", "січня", "лютий", "лютого", "березень", "березня", "берез", "квітень", "квітня", "квіт", "травень", "травня", "трав",
        "червень", "червня", "черв", "липень", "липня", "серпень", "серпня", "серп", "вересень", "вересня", "верес",
        "жовтень", "жовтня", "жовт", "листопад", "листопада", "листоп", "грудень", "грудня", "груд",
        "январь", "января", "февраль", "февраля", "февр", "март", "марта", "апрель", "апреля", "июнь", "июня", "июль", "июля",
        "август", "августа", "сентябрь", "сентября", "сент", "октябрь", "октября", "ноябрь", "ноября", "нояб", "декабрь", "декабря",
    ];

    private static readonly Dictionary<string, int> Months = Stems.Select(stem => stem.Stem).Concat(MonthNames).Distinct()
        .ToDictionary(name => name, name => Stems.First(stem => name.StartsWith(stem.Stem, StringComparison.Ordinal)).Month);

    private static readonly HashSet<string> Weekdays =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "понеділок", "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя", "понеділка", "вівторка", "середи", "четверга", "п'ятниці", "суботи", "неділі",
        "пн", "вт", "ср", "чт", "пт", "сб", "нд",
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "вс",
    ];

    private static readonly HashSet<string> SmallWords =
    [
        "on", "at", "of", "the", "st", "nd", "rd", "th", "year", "time", "local", "hrs", "h",
        "о", "об", "в", "у", "від", "го", "р", "рр", "року", "рік", "год", "година", "годині", "за", "час", "часом", "г", "года",
    ];

    public static int? Month(string word) => Months.TryGetValue(word, out var month) ? month : null;

    public static bool IsWeekday(string word) => Weekdays.Contains(word);

    public static bool IsSmall(string word) => SmallWords.Contains(word);
}
