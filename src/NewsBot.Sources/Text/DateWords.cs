namespace NewsBot.Sources.Text;

/// <summary>The words that occur in a printed date, in the languages that our readers' newsrooms write. All are looked up in lower case.</summary>
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

    // Month by month: German, French, Spanish, Italian, Portuguese, Dutch and Polish, whole and as they are cut short.
    private static readonly string[] Abroad =
    [
        "januar jänner jän janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty",
        "februar feber février févr fév febrero febbraio fevereiro fev februari lutego luty lut",
        "märz mär mrz mars marzo março maart mrt marca marzec",
        "avril avr abril abr aprile kwietnia kwiecień kwi",
        "mai mayo maggio mag maio mei maja maj",
        "juni juin junio giugno giu junho czerwca czerwiec cze",
        "juli juillet juil julio luglio lug julho lipca lipiec lip",
        "août aout agosto ago augustus sierpnia sierpień sie",
        "septembre septiembre setiembre settembre setembro set września wrzesień wrz",
        "oktober okt octobre octubre ottobre ott outubro out października październik paź",
        "novembre noviembre novembro listopada listopad lis",
        "dezember dez décembre déc diciembre dic dicembre dezembro december grudnia grudzień gru",
    ];

    private static readonly Dictionary<string, int> Months = Stems.Select(stem => stem.Stem).Concat(MonthNames).Distinct()
        .ToDictionary(name => name, name => Stems.First(stem => name.StartsWith(stem.Stem, StringComparison.Ordinal)).Month)
        .Concat(Abroad.SelectMany((names, month) => names.Split(' ').Select(name => KeyValuePair.Create(name, month + 1)))).DistinctBy(pair => pair.Key).ToDictionary();

    private static readonly HashSet<string> Weekdays =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "понеділок", "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя", "понеділка", "вівторка", "середи", "четверга", "п'ятниці", "суботи", "неділі",
        "пн", "вт", "ср", "чт", "пт", "сб", "нд",
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "вс",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela",
    ];

    private static readonly HashSet<string> SmallWords =
    [
        "on", "at", "of", "the", "st", "nd", "rd", "th", "year", "time", "local", "hrs", "h",
        "о", "об", "в", "у", "від", "го", "р", "рр", "року", "рік", "год", "година", "годині", "за", "час", "часом", "г", "года",
        "er", "um", "uhr", "den", "der", "le", "à", "de", "del", "las", "alle", "ore", "om", "uur", "godz", "dnia", "às",
    ];

    public static int? Month(string word) => Months.TryGetValue(word, out var month) ? month : null;

    public static bool IsWeekday(string word) => Weekdays.Contains(word);

    public static bool IsSmall(string word) => SmallWords.Contains(word);
}
