using System.Collections.Frozen;

namespace NewsBot.Core.Articles;

/// <summary>
/// Porter's second English stemmer, after its description at https://snowballstem.org/algorithms/english/stemmer.html. Words are folded before,
/// so apostrophes do not occur.
/// </summary>
internal static class EnglishStem
{
    private static readonly FrozenDictionary<string, string> Special = new Dictionary<string, string>
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
        ["evening"] = "evening",
        ["evenings"] = "evening",
        ["vying"] = "vie",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Whole =
        new[] { "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Openings = ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    // Longest first: the longest that fits decides, also when it stands outside its region.
    private static readonly (string Ending, string Instead)[] Second =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"), ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"),
        ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"), ("ogist", "og"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Ending, string Instead)[] Third =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Fourth =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"];

    public static string Of(string word)
    {
        if (Special.TryGetValue(word, out var special)) return special;
        var stem = WithConsonantY(word);
        var (r1, r2) = Regions(stem);
        stem = Plural(stem);
        if (Whole.Contains(stem)) return stem;
        stem = Participle(stem, r1);
        if (stem.Length > 2 && stem[^1] is 'y' or 'Y' && !IsVowel(stem[^2])) stem = $"{stem[..^1]}i";
        stem = SecondStep(stem, r1);
        stem = ThirdStep(stem, r1, r2);
        stem = FourthStep(stem, r2);
        return Last(stem, r1, r2).Replace('Y', 'y');
    }

    private static string WithConsonantY(string word)
    {
        if (!word.Contains('y', StringComparison.Ordinal)) return word;
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1]))) letters[i] = 'Y';
        return new(letters);
    }

    // R1 begins behind the first consonant that follows a vowel, R2 is R1's R1.
    private static (int R1, int R2) Regions(string word)
    {
        var opening = Openings.FirstOrDefault(opening => word.StartsWith(opening, StringComparison.Ordinal));
        var r1 = opening?.Length ?? Behind(word, 0);
        return (r1, Behind(word, r1));
    }

    private static int Behind(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
            if (!IsVowel(word[i]) && IsVowel(word[i - 1])) return i + 1;
        return word.Length;
    }

    private static string Plural(string word)
    {
        if (Ends(word, "sses")) return word[..^2];
        if (Ends(word, "ied") || Ends(word, "ies")) return word[..^(word.Length > 4 ? 2 : 1)];
        if (Ends(word, "us") || Ends(word, "ss") || !Ends(word, "s")) return word;
        return HasVowel(word, word.Length - 2) ? word[..^1] : word;
    }

    private static string Participle(string word, int r1)
    {
        if (Ends(word, "eedly")) return word.Length - 5 >= r1 ? word[..^3] : word;
        if (Ends(word, "eed")) return word.Length - 3 >= r1 ? word[..^1] : word;
        var cut = Ends(word, "ingly") ? 5 : Ends(word, "edly") ? 4 : Ends(word, "ing") ? 3 : Ends(word, "ed") ? 2 : 0;
        if (cut == 0 || !HasVowel(word, word.Length - cut)) return word;
        var stem = word[..^cut];
        if (Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz")) return $"{stem}e";
        // add, ebb, egg: two letters before would be left with one.
        if (stem.Length > 1 && stem[^1] == stem[^2] && !(stem.Length == 3 && stem[0] is 'a' or 'e' or 'o') && stem[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't') return stem[..^1];
        return r1 >= stem.Length && EndsShort(stem, stem.Length) ? $"{stem}e" : stem;
    }

    private static string SecondStep(string word, int r1)
    {
        foreach (var (ending, instead) in Second)
        {
            if (!Ends(word, ending)) continue;
            var from = word.Length - ending.Length;
            var fits = ending switch
            {
                "ogi" or "ogist" => from > 0 && word[from - 1] == 'l',
                "li" => from > 0 && word[from - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                _ => true,
            };
            return from >= r1 && fits ? word[..from] + instead : word;
        }
        return word;
    }

    private static string ThirdStep(string word, int r1, int r2)
    {
        foreach (var (ending, instead) in Third)
        {
            if (!Ends(word, ending)) continue;
            var from = word.Length - ending.Length;
            return from >= (ending == "ative" ? r2 : r1) ? word[..from] + instead : word;
        }
        return word;
    }

    private static string FourthStep(string word, int r2)
    {
        foreach (var ending in Fourth)
        {
            if (!Ends(word, ending)) continue;
            var from = word.Length - ending.Length;
            return from >= r2 && (ending != "ion" || (from > 0 && word[from - 1] is 's' or 't')) ? word[..from] : word;
        }
        return word;
    }

    private static string Last(string word, int r1, int r2)
    {
        var from = word.Length - 1;
        var goes = Ends(word, "e")
            ? from >= r2 || (from >= r1 && !EndsShort(word, from))
            : Ends(word, "ll") && from >= r2;
        return goes ? word[..from] : word;
    }

    // A vowel between consonants, the last of them not w, x or Y; or a vowel at the beginning before a consonant.
    private static bool EndsShort(string word, int length) => length switch
    {
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        > 2 => !IsVowel(word[length - 3]) && IsVowel(word[length - 2]) && !IsVowel(word[length - 1]) && word[length - 1] is not ('w' or 'x' or 'Y'),
        _ => false,
    };

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
            if (IsVowel(word[i])) return true;
        return false;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
