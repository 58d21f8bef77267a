using NewsBot.Core.Articles;

namespace NewsBot.Sources.Text;

/// <summary>
/// Guesses a text's language by its script, by letters that only one language has, and by its commonest small words. It knows the
/// languages of the table below and says nothing about others; src/notes/language.md tells why it is not a library.
/// </summary>
internal sealed class LanguageGuesser : ILanguageGuesser
{
    private const int FewestLetters = 20;

    /// <summary>Letters that are looked at; a language shows itself long before.</summary>
    private const int Enough = 4000;

    private static readonly (string Language, HashSet<string> Words)[] Latin =
    [
        ("en", ["the", "of", "and", "to", "in", "is", "that", "for", "was", "with", "are", "on", "by", "this", "from", "have", "not", "it", "be", "has", "at", "you", "will", "their", "which", "they", "were"]),
        ("de", ["der", "die", "und", "das", "den", "nicht", "ist", "mit", "auf", "für", "fur", "von", "dem", "eine", "ein", "sich", "des", "auch", "im", "zu", "wir", "sie", "wird", "bei", "nach", "aus", "einen", "ich"]),
        ("fr", ["les", "des", "et", "est", "dans", "une", "pour", "qui", "sur", "pas", "du", "au", "avec", "par", "ce", "sont", "le", "il", "plus", "nous", "vous", "aux", "cette", "ont", "ses", "un"]),
        ("es", ["el", "los", "las", "del", "una", "por", "con", "para", "como", "se", "su", "mas", "pero", "lo", "al", "es", "y", "fue", "sus", "esta", "muy", "en", "ha", "son", "un"]),
        ("pl", ["nie", "sie", "na", "jest", "ze", "do", "to", "jak", "ale", "po", "przez", "dla", "od", "oraz", "tym", "byl", "ktore", "ktory", "z", "w", "i", "przy", "roku", "jego", "tego", "sa", "ma"]),
        ("it", ["il", "di", "che", "la", "per", "una", "del", "della", "non", "con", "sono", "gli", "dei", "delle", "nel", "piu", "anche", "alla", "da", "si", "ha", "le", "come", "ma"]),
        ("pt", ["nao", "uma", "para", "com", "os", "do", "da", "em", "que", "dos", "das", "mais", "como", "foi", "ao", "pela", "pelo", "sao", "um", "no", "na", "por", "tambem", "seu", "ser"]),
        ("nl", ["het", "een", "van", "de", "en", "dat", "niet", "zijn", "op", "te", "voor", "met", "aan", "ook", "er", "maar", "bij", "naar", "om", "uit", "wordt", "ik", "je", "deze", "heeft"]),
        ("cs", ["je", "se", "na", "ze", "by", "jsem", "jsou", "ale", "pro", "jako", "tak", "ktery", "ktere", "byl", "bude", "v", "a", "i", "si", "jeho", "podle", "pri", "uz", "co", "od"]),
    ];

    public string? Guess(string text)
    {
        var sample = (text.Length > Enough ? text[..Enough] : text).ToLowerInvariant();
        var letters = sample.Count(char.IsLetter);
        if (letters < FewestLetters) return null;
        var cyrillic = sample.Count(letter => letter is >= '\u0400' and <= '\u04FF');
        if (cyrillic * 10 > letters * 6) return Cyrillic(sample);
        return sample.Count(letter => letter is >= 'a' and <= 'z' or >= '\u00DF' and <= '\u024F') * 10 > letters * 8 ? ByWords(sample) : null;
    }

    private static string? Cyrillic(string text)
    {
        int Count(string own) => text.Count(own.Contains);
        if (Count("ў") > 0) return "be";
        if (Count("іїєґ") > 0 && Count("ыэъё") * 4 < Count("іїєґ")) return "uk";
        if (Count("ыэё") > 0) return "ru";
        if (Count("ђјљњћџ") > 0) return Count("ѓќѕ") > 0 ? "mk" : "sr";
        // Bulgarian writes ъ often and no ы; a short Russian or Ukrainian text may hold none of the telling letters.
        if (Count("ъ") * 100 > text.Length) return "bg";
        return Folding.Words(text).Any(word => word is "що" or "та" or "й" or "від" or "як" or "про" or "не" && Count("и") > 0 && Count("ы") == 0 && word is not "не") ? "uk" : "ru";
    }

    private static string? ByWords(string text)
    {
        var words = Folding.Words(text).ToArray();
        var scores = Latin.Select(language => (language.Language, Score: words.Count(language.Words.Contains))).OrderByDescending(pair => pair.Score).ToArray();
        // One small word may stand in any language; two that outweigh the next language's do not.
        return scores[0].Score >= 2 && scores[0].Score > scores[1].Score ? scores[0].Language : null;
    }
}
