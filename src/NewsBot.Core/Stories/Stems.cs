namespace NewsBot.Core.Stories;

/// <summary>
/// Cuts endings off folded words, roughly: for telling whether two reports use the same words, where being too coarse now and then costs
/// little. English and Slavic endings; other words keep their first letters.
/// </summary>
internal static class Stems
{
    private const int Longest = 8;
    private const int ShortestCyrillic = 3;

    // Longest first within each: the first that fits is cut.
    private static readonly string[] CyrillicEndings =
    [
        "уватимуть", "уватиме", "уватися", "увався", "увалися", "овується", "уються", "ується", "ювання", "ування", "ленням", "лення", "ення", "ення", "ення",
        "лися", "лась", "лося", "вшись", "ються", "ється", "иться", "яться", "атися", "итися", "ними", "ного", "ному", "ують", "увати", "ював", "увала", "ували", "ував",
        "ами", "ями", "ого", "ому", "ими", "іми", "ій", "ові", "еві", "єві", "ова", "ову", "овом", "ева", "єва", "євом", "ами", "иться", "ів", "їв", "ься", "ати", "ити", "іти", "яти",
        "али", "или", "іли", "яли", "ала", "ила", "іла", "яла", "ало", "ило", "іло", "ають", "яють", "ить", "ять", "ать", "ить", "ає", "яє", "ує", "ює", "ав", "ив", "яв",
        "их", "іх", "ах", "ях", "ом", "ем", "єм", "ам", "ям", "им", "ою", "ею", "єю", "ої", "ий", "ій", "ей", "ая", "яя", "ое", "ые", "ый", "ов", "ев", "ок",
        "а", "я", "о", "е", "є", "и", "і", "ї", "у", "ю", "ь", "й", "ы",
    ];

    public static string Of(string word)
    {
        if (word.Length == 0 || char.IsAsciiDigit(word[0])) return word;
        var stem = word[0] is >= '\u0400' and <= '\u04FF' ? Cyrillic(word) : Latin(word);
        return stem.Length > Longest ? stem[..Longest] : stem;
    }

    private static string Cyrillic(string word)
    {
        foreach (var ending in CyrillicEndings)
            if (word.Length - ending.Length >= (ending.Length > 1 && word.Length > 4 ? ShortestCyrillic : 2) && word.EndsWith(ending, StringComparison.Ordinal))
                return Undoubled(word[..^ending.Length]);
        return Undoubled(word);
    }

    private static string Latin(string word)
    {
        word = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
        var stem = word switch
        {
            { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal) => $"{word[..^3]}y",
            { Length: > 5 } when word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
            { Length: > 4 } when word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal) || word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("ly", StringComparison.Ordinal) => word[..^2],
            { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
            _ => word,
        };
        return Undoubled(stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem);
    }

    private static string Undoubled(string stem) => stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
}
