namespace NewsBot.Core.Articles;

/// <summary>Cuts a paragraph into sentences. When in doubt it does not cut: a long sentence is better than half of one.</summary>
public static class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "rep", "sen", "gov", "st", "jr", "sr", "vs", "no", "etc", "e.g", "i.e", "u.s", "u.k", "u.n", "p.m", "a.m",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "inc", "ltd", "co", "corp",
        "м", "р", "рр", "ст", "ім", "вул", "пл", "обл", "с", "смт", "напр", "див", "т", "д", "п", "грн", "млн", "млрд", "тис", "проф", "ген", "гр",
    };

    public static IEnumerable<string> Of(string paragraph)
    {
        var start = 0;
        for (var i = 0; i < paragraph.Length; i++)
        {
            if (!IsEnd(paragraph[i])) continue;
            var dot = i;
            while (i + 1 < paragraph.Length && (IsEnd(paragraph[i + 1]) || IsClosing(paragraph[i + 1]))) i++;
            if (!BeginsSentence(paragraph, i + 1) || (paragraph[dot] == '.' && i == dot && EndsAbbreviation(paragraph, start, dot))) continue;
            yield return paragraph[start..(i + 1)].Trim();
            start = i + 1;
        }
        if (paragraph[start..].Trim() is { Length: > 0 } rest) yield return rest;
    }

    private static bool IsEnd(char letter) => letter is '.' or '!' or '?' or '…';

    private static bool IsClosing(char letter) => letter is '"' or '”' or '’' or '»' or ')' or ']';

    private static bool BeginsSentence(string text, int at)
    {
        if (at >= text.Length) return true;
        if (!char.IsWhiteSpace(text[at])) return false;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '“' or '„' or '«' or '‘' or '(' or '—' or '–')) at++;
        return at >= text.Length || char.IsUpper(text[at]) || char.IsDigit(text[at]) || char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.OtherLetter;
    }

    private static bool EndsAbbreviation(string text, int start, int dot)
    {
        var wordStart = dot;
        while (wordStart > start && !char.IsWhiteSpace(text[wordStart - 1]) && text[wordStart - 1] is not ('(' or '“' or '«')) wordStart--;
        var word = text[wordStart..dot];
        var isInitial = word.Length == 1 && char.IsUpper(word[0]);
        return isInitial || Abbreviations.Contains(word);
    }
}
