namespace NewsBot.Core.Articles;

/// <summary>
/// A light stemmer for Ukrainian, of our own: Snowball has none, and the dictionaries that others use weigh more than the bot. It takes off
/// one ending of declension or conjugation and evens out what declension changes in the stem (ніч, ночі; можливість, можливості; питань, питання).
/// Russian words lose the endings that both languages share.
/// </summary>
internal static class CyrillicStem
{
    private const int Shortest = 3;

    // Longest first: the first that leaves a stem is taken off.
    private static readonly string[] Endings =
    [
        .. new[]
        {
            // nouns on -ія, -ій, -ння and the like
            "іями", "іям", "іях", "ією", "ія", "ії", "ію", "ій", "ие", "ия", "ии", "ию", "ией", "ием", "иям", "иях", "иями",
            // nouns
            "ами", "ями", "ові", "еві", "єві", "ою", "ею", "єю", "ом", "ем", "єм", "ам", "ям", "ах", "ях", "ів", "їв", "ей", "ей",
            "а", "я", "о", "е", "є", "и", "і", "ї", "у", "ю", "ь", "й", "ы", "э",
            // adjectives
            "ими", "іми", "ого", "ому", "ої", "ий", "их", "іх", "им", "ім", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ой", "ых", "ым", "ыми", "его", "ему", "його", "йому", "ьої", "ьою", "ього", "ьому",
            // verbs
            "увати", "ювати", "ували", "ювали", "увала", "ювала", "ував", "ював", "увало", "ують", "юють", "ує", "ює", "уємо", "юємо", "уєте", "уєш",
            "ати", "яти", "ити", "іти", "їти", "али", "яли", "или", "іли", "їли", "ала", "яла", "ила", "іла", "їла", "ало", "яло", "ило", "іло", "їло", "ав", "яв", "ив", "ають", "яють", "ає", "яє", "аємо", "аєте",
            "ить", "їть", "ать", "ять", "уть", "ють", "имо", "ите", "емо", "ете", "атиме", "итиме", "атимуть", "итимуть", "уватиме", "уватимуть",
            "ать", "ять", "ить", "ал", "ял", "ил", "ует", "уют", "ает", "ают", "ит", "ят",
        }.Distinct().OrderByDescending(ending => ending.Length),
    ];

    // Towns whose -ів is part of the name and turns into -ов-: Харків, у Харкові.
    private static readonly string[] Towns = ["харк", "льв", "черніг", "глух", "кан"];

    public static string Of(string word)
    {
        foreach (var town in Towns)
            if (word.StartsWith(town, StringComparison.Ordinal) && word[town.Length..] is "ів" or "ова" or "ову" or "ові" or "овом")
                return $"{town}ов";
        return Evened(WithoutEnding(WithoutSelf(word)));
    }

    // -ся and -сь, "oneself".
    private static string WithoutSelf(string word) =>
        word.Length > 5 && (word.EndsWith("ся", StringComparison.Ordinal) || (word.EndsWith("сь", StringComparison.Ordinal) && word[^3] is 'а' or 'и' or 'о' or 'я' or 'в')) ? word[..^2] : word;

    private static string WithoutEnding(string word)
    {
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= Shortest && word.EndsWith(ending, StringComparison.Ordinal) && HasVowel(word, word.Length - ending.Length))
                return word[..^ending.Length];
        return word;
    }

    private static string Evened(string stem)
    {
        if (stem.Length > Shortest && stem[^1] is 'ь' or 'й') stem = stem[..^1];
        if (stem.Length > Shortest && stem[^1] == stem[^2]) stem = stem[..^1];
        if (stem.EndsWith("їв", StringComparison.Ordinal)) return $"{stem[..^2]}єв";
        if (stem.Length > 5 && stem.EndsWith("іст", StringComparison.Ordinal)) return $"{stem[..^3]}ост";
        // ніч, ночі: і in the last closed syllable is о in an open one. Before two consonants it stays (місто).
        return stem.Length >= Shortest && stem[^2] == 'і' && !IsVowel(stem[^1]) && stem[^1] != 'й' && !IsVowel(stem[^3]) ? $"{stem[..^2]}о{stem[^1]}" : stem;
    }

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
            if (IsVowel(word[i])) return true;
        return false;
    }

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'є' or 'и' or 'і' or 'ї' or 'о' or 'у' or 'ю' or 'я' or 'ы' or 'э';
}
