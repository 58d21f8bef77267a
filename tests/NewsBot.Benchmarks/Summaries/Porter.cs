namespace NewsBot.Benchmarks.Summaries;

/// <summary>
/// Porter's stemmer (M. F. Porter, An algorithm for suffix stripping, 1980), in NLTK's reading, which the published ROUGE figures use. Only for
/// scoring: the bot itself knows more languages than English.
/// </summary>
public static class Porter
{
    private static readonly (string End, string New)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"),
        ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
        ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("fulli", "ful"),
    ];

    private static readonly (string End, string New)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];

    /// <param name="word">Lower-case ASCII.</param>
    public static string Stem(string word)
    {
        if (word.Length < 3) return word;
        word = Plural(word);
        word = PastAndProgressive(word);
        if (word[^1] == 'y' && word.Length > 2 && !IsVowel(word, word.Length - 2)) word = word[..^1] + "i";
        word = Replaced(word, Step2);
        word = Replaced(word, Step3);
        word = WithoutEnd(word);
        if (word[^1] == 'e' && (Measure(word[..^1]) > 1 || (Measure(word[..^1]) == 1 && !EndsShort(word[..^1])))) word = word[..^1];
        return word.EndsWith("ll", StringComparison.Ordinal) && Measure(word[..^1]) > 1 ? word[..^1] : word;
    }

    private static string Plural(string word)
    {
        if (Ends(word, "sses")) return word[..^2];
        if (Ends(word, "ies")) return word.Length == 4 ? word[..^1] : word[..^2];
        return Ends(word, "s") && !Ends(word, "ss") ? word[..^1] : word;
    }

    private static string PastAndProgressive(string word)
    {
        if (Ends(word, "ied")) return word.Length == 4 ? word[..^1] : word[..^2];
        if (Ends(word, "eed")) return Measure(word[..^3]) > 0 ? word[..^1] : word;
        foreach (var end in (string[])["ed", "ing"])
            if (Ends(word, end) && HasVowel(word[..^end.Length])) return Mended(word[..^end.Length]);
        return word;
    }

    private static string Mended(string word)
    {
        if (Ends(word, "at") || Ends(word, "bl") || Ends(word, "iz")) return word + "e";
        if (EndsDouble(word) && word[^1] is not ('l' or 's' or 'z')) return word[..^1];
        return Measure(word) == 1 && EndsShort(word) ? word + "e" : word;
    }

    private static string Replaced(string word, (string End, string New)[] rules)
    {
        foreach (var (end, replacement) in rules)
            if (Ends(word, end)) return Measure(word[..^end.Length]) > 0 ? word[..^end.Length] + replacement : word;
        return word;
    }

    private static string WithoutEnd(string word)
    {
        foreach (var end in Step4)
        {
            if (!Ends(word, end)) continue;
            var kept = end is "sion" or "tion" ? word[..^3] : word[..^end.Length];
            return Measure(kept) > 1 ? kept : word;
        }
        return word;
    }

    private static bool Ends(string word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    private static bool IsVowel(string word, int at) => word[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => true,
        'y' => at > 0 && !IsVowel(word, at - 1),
        _ => false,
    };

    private static bool HasVowel(string word) => Enumerable.Range(0, word.Length).Any(at => IsVowel(word, at));

    // How many times a vowel is followed by a consonant.
    private static int Measure(string word) => Enumerable.Range(1, Math.Max(0, word.Length - 1)).Count(at => IsVowel(word, at - 1) && !IsVowel(word, at));

    private static bool EndsDouble(string word) => word.Length > 1 && word[^1] == word[^2] && !IsVowel(word, word.Length - 1);

    private static bool EndsShort(string word) =>
        (word.Length >= 3 && !IsVowel(word, word.Length - 3) && IsVowel(word, word.Length - 2) && !IsVowel(word, word.Length - 1) && word[^1] is not ('w' or 'x' or 'y'))
        || (word.Length == 2 && IsVowel(word, 0) && !IsVowel(word, 1));
}
