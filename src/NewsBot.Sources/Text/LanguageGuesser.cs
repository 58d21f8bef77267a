using NewsBot.Core.Articles;

namespace NewsBot.Sources.Text;

/// <summary>
/// Guesses a text's language by its script, by letters that only one language has, and by its commonest small words and spellings.
/// It knows the languages of <see cref="LanguageTraits"/> and says nothing about others; src/notes/language.md tells why it is not a library.
/// </summary>
internal sealed class LanguageGuesser : ILanguageGuesser
{
    private const int FewestLetters = 20;

    /// <summary>Characters that are looked at; a language shows itself long before.</summary>
    private const int Enough = 2000;

    /// <summary>Of all letters, those that must be of one script: a Ukrainian story may well name an English firm.</summary>
    private const double MostOfText = 0.6;

    /// <summary>About two small words that no other language has, or twice as many that some share.</summary>
    private const double LeastScore = 1.5;

    /// <summary>Between close neighbours such as Danish and Norwegian one word may decide, but it must be one.</summary>
    private const double LeastLead = 0.5;

    /// <summary>With some ten small words ahead of every other language, the spellings need not be asked.</summary>
    private const double ClearLead = 10;

    private static readonly LanguageScores LatinScores = new(LanguageTraits.Latin);
    private static readonly LanguageScores CyrillicScores = new(LanguageTraits.Cyrillic);

    public string? Guess(string text)
    {
        var sample = (text.Length > Enough ? text[..Enough] : text).ToLowerInvariant();
        var scripts = Scripts.Of(sample);
        // A sign of these scripts says as much as several letters.
        if (scripts.Letters < FewestLetters && scripts.Ideographs < FewestLetters / 4) return null;
        return scripts.Main(MostOfText) switch
        {
            Script.Latin => Latin(sample),
            Script.Cyrillic => Cyrillic(sample),
            { } other => LanguageTraits.OfScript(other, sample),
            null => null,
        };
    }

    private static string? Cyrillic(string text)
    {
        var signs = text.Where(letter => letter > '\u007F').GroupBy(letter => letter).ToDictionary(group => group.Key, group => group.Count());
        int Count(string letters) => letters.Sum(letter => signs.GetValueOrDefault(letter));
        if (Count("ў") > 0 && Count("иъ") == 0) return "be";
        if (Count("ђјљњћџ") > 0) return Count("ѓќѕ") > 0 ? "mk" : "sr";
        if (Count("їєґ") > 0 || Count("і") > Count("ыэъё")) return Count("ыэъё") > Count("іїєґ") ? "ru" : "uk";
        // Bulgarian writes ъ where Russian has vowels, and has neither ы nor э.
        if (Count("ыэё") > 0) return Count("ў") > 0 ? "be" : "ru";
        return Best(CyrillicScores, text) ?? (Count("ъ") * 60 > text.Length ? "bg" : null);
    }

    private static string? Latin(string text) => Best(LatinScores, text);

    private static string? Best(LanguageScores languages, string text)
    {
        var words = text.Split(LanguageTraits.WordEnds, StringSplitOptions.RemoveEmptyEntries);
        var scores = languages.OfWords(words);
        var (first, second) = Leaders(languages, scores);
        if (first.Score - second.Score >= ClearLead && first.Score >= second.Score * 1.5) return first.Code;
        (first, second) = Leaders(languages, languages.WithSpellings(scores, words));
        return first.Score >= LeastScore && first.Score - second.Score >= LeastLead ? first.Code : null;
    }

    private static ((string Code, double Score) First, (string Code, double Score) Second) Leaders(LanguageScores languages, double[] scores) =>
        languages.Codes.Zip(scores).OrderByDescending(score => score.Second).Take(2).ToArray() is [var first, var second] ? (first, second) : default;
}
