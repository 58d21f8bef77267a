namespace NewsBot.Sources.Text;

/// <summary>Names of months and weekdays in English and Ukrainian, whole and short, in the cases that dates use.</summary>
internal static class Months
{
    private static readonly string[][] Names =
    [
        ["january", "jan", "січень", "січня", "січ"],
        ["february", "feb", "лютий", "лютого", "лют"],
        ["march", "mar", "березень", "березня", "бер"],
        ["april", "apr", "квітень", "квітня", "квіт", "кві"],
        ["may", "травень", "травня", "трав", "тра"],
        ["june", "jun", "червень", "червня", "черв", "чер"],
        ["july", "jul", "липень", "липня", "лип"],
        ["august", "aug", "серпень", "серпня", "серп", "сер"],
        ["september", "sept", "sep", "вересень", "вересня", "вер"],
        ["october", "oct", "жовтень", "жовтня", "жовт", "жов"],
        ["november", "nov", "листопад", "листопада", "лист", "лис"],
        ["december", "dec", "грудень", "грудня", "груд", "гру"],
    ];

    private static readonly string[] Weekdays =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "понеділок", "понеділка", "вівторок", "вівторка", "середа", "середу", "середи", "четвер", "четверга", "п", "ятниця", "ятницю", "ятниці", "субота", "суботу", "суботи", "неділя", "неділю", "неділі",
        "пн", "вт", "ср", "чт", "пт", "сб", "нд",
    ];

    private static readonly Dictionary<string, int> Numbers =
        Names.SelectMany((names, i) => names.Select(name => (name, number: i + 1))).ToDictionary(pair => pair.name, pair => pair.number);

    /// <summary>1 to 12, or null for another word; lower case.</summary>
    public static int? Number(string word) => Numbers.TryGetValue(word, out var number) ? number : null;

    public static bool IsWeekday(string word) => Weekdays.Contains(word);
}
