namespace NewsBot.Sources.Text;

internal enum DateTokenKind
{
    Number,
    Word,
    Sign,
    End,
}

/// <param name="Text">A number's digits, a word in lower case with straight apostrophes, or one sign with every dash as "-".</param>
/// <param name="IsGlued">True when no space stands before it.</param>
internal readonly record struct DateToken(DateTokenKind Kind, string Text, bool IsGlued)
{
    public static DateToken End { get; } = new(DateTokenKind.End, "", false);

    /// <summary>The number's value; at most eight digits, so it always fits.</summary>
    public int Value => Kind is DateTokenKind.Number && Text.Length <= 8 ? int.Parse(Text, System.Globalization.CultureInfo.InvariantCulture) : -1;

    public bool Is(char sign) => Kind is DateTokenKind.Sign && Text[0] == sign;

    public bool IsNumber(int minDigits, int maxDigits) => Kind is DateTokenKind.Number && Text.Length >= minDigits && Text.Length <= maxDigits;
}

internal static class DateTokens
{
    public static List<DateToken> Of(string text)
    {
        var tokens = new List<DateToken>();
        var at = 0;
        var isGlued = false;
        while (at < text.Length)
        {
            if (text[at] == ' ')
            {
                (isGlued, at) = (false, at + 1);
                continue;
            }
            var end = EndOf(text, at);
            tokens.Add(Token(text[at..end], isGlued));
            (isGlued, at) = (true, end);
        }
        return tokens;
    }

    private static int EndOf(string text, int start)
    {
        var end = start + 1;
        if (char.IsAsciiDigit(text[start]))
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        else if (char.IsLetter(text[start]))
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’' or 'ʼ')) end++;
        return end;
    }

    private static DateToken Token(string text, bool isGlued)
    {
        if (char.IsAsciiDigit(text[0])) return new(DateTokenKind.Number, text, isGlued);
        if (char.IsLetter(text[0])) return new(DateTokenKind.Word, text.ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\''), isGlued);
        return new(DateTokenKind.Sign, text is "–" or "—" or "−" or "‒" or "‑" ? "-" : text, isGlued);
    }
}
