using System.Buffers;
using System.Globalization;

namespace NewsBot.Core.Summaries;

/// <summary>Decides whether a mark such as "." ends a sentence. Looks a bounded way to either side, so that every text is read in linear time.</summary>
internal static class SentenceEnd
{
    /// <summary>UTF-16 units that are looked at behind a mark.</summary>
    private const int Ahead = 80;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"”’'»“」");

    public static bool IsMark(char letter) => letter is '.' or '!' or '?' or '…' || IsWideMark(letter);

    public static bool IsCloser(char letter) => letter is '"' or '”' or '’' or '\'' or '»' or '“' or ')' or ']' or '」' or '』';

    public static bool IsOpener(char letter) => letter is '"' or '“' or '„' or '«' or '‘' or '\'' or '(' or '[' or '—' or '–' or '-' or '•' or '¿' or '¡' or '「' or '『';

    /// <param name="text">The paragraph.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="mark">The first of its closing marks.</param>
    /// <param name="after">What follows the last of its marks and closing quotes.</param>
    public static bool Is(string text, int start, int mark, int after)
    {
        if (after >= text.Length) return true;
        if (IsWideMark(text[mark])) return true;
        if (!char.IsWhiteSpace(text[after])) return false;
        var next = NextLetter(text, after);
        if (next < 0) return true;
        if (!BeginsSentence(text[next])) return false;
        var isSingleStop = text[mark] == '.' && !IsMark(text[mark + 1]);
        if (isSingleStop) return !BelongsToWord(text, start, mark, next);
        return !(IsQuoted(text, mark, after) && SaysWhoSpoke(text, next));
    }

    // Chinese and Japanese end sentences with these, and write no space behind.
    private static bool IsWideMark(char letter) => letter is '。' or '！' or '？';

    private static bool BeginsSentence(char letter) =>
        char.IsUpper(letter) || char.IsDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.OtherLetter or UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate or UnicodeCategory.CurrencySymbol
        || letter is '#' or '@';

    private static int NextLetter(string text, int from)
    {
        var end = Math.Min(text.Length, from + Ahead);
        for (var i = from; i < end; i++)
            if (!char.IsWhiteSpace(text[i]) && !IsOpener(text[i]))
                return i;
        return end == text.Length ? -1 : end;
    }

    private static bool BelongsToWord(string text, int start, int stop, int next)
    {
        var word = WordBefore(text, start, stop);
        if (word.IsEmpty) return false;
        if (Abbreviations.NeverEnds(word)) return true;
        if (IsNumber(word)) return IsListNumber(text, start, stop, word) || DayNumbers.IsFollowedByMonth(word, WordAt(text, next));
        return Abbreviations.MayEnd(word) && !OpensSentence(text, next, word);
    }

    // "She came at 5 p.m. The door…" ends; "the U.S. Army", "J. A. Smith", "No. 5" go on.
    private static bool OpensSentence(string text, int next, ReadOnlySpan<char> before)
    {
        var word = WordAt(text, next);
        var isInitial = word.Length == 1 && next + 1 < text.Length && text[next + 1] == '.';
        return !isInitial && !(word.Length == 1 && Abbreviations.IsInitial(before)) && OpeningWords.Contains(word);
    }

    private static ReadOnlySpan<char> WordBefore(string text, int start, int stop)
    {
        var first = stop;
        while (first > start && stop - first <= Abbreviations.Longest && (char.IsLetterOrDigit(text[first - 1]) || (text[first - 1] == '.' && first < stop))) first--;
        return text.AsSpan(first..stop);
    }

    private static ReadOnlySpan<char> WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < Ahead && (char.IsLetterOrDigit(text[end]) || (text[end] is '\'' or '’' && end > at))) end++;
        return text.AsSpan(at..end);
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => word.Length <= 2 && !word.ContainsAnyExceptInRange('0', '9');

    // "1. Introduction": the number is all there is before the stop.
    private static bool IsListNumber(string text, int start, int stop, ReadOnlySpan<char> word) => text.AsSpan(start..stop).TrimStart().Length == word.Length;

    private static bool IsQuoted(string text, int mark, int after) => text[mark] is '!' or '?' && text.AsSpan(mark..after).ContainsAny(Quotes);

    // “Why?” Smith asked.
    private static bool SaysWhoSpoke(string text, int from)
    {
        var rest = text.AsSpan(from, Math.Min(Ahead, text.Length - from));
        var words = 0;
        foreach (var part in rest.Split(' '))
        {
            var word = rest[part];
            if (SpeechWords.Contains(word.TrimEnd(",.:"))) return true;
            if (++words == 4 || word.IsEmpty || word[^1] is '.' or '!' or '?') return false;
        }
        return false;
    }
}
