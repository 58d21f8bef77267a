namespace NewsBot.Core.Summaries;

/// <summary>How a sentence stands to what somebody said: a quotation shows who spoke, and is shown from its first mark to its last.</summary>
internal static class Quotation
{
    /// <summary>True when a quotation begins before the sentence or goes on behind it.</summary>
    public static bool IsCut(string sentence)
    {
        var (straight, curly, angular) = (0, 0, 0);
        foreach (var letter in sentence)
        {
            if (letter is '"') straight++;
            if (letter is '“' or '„') curly++;
            if (letter is '”' || (letter is '“' && curly > 1 && sentence.Contains('„', StringComparison.Ordinal))) curly -= letter is '”' ? 1 : 2;
            if (letter is '«') angular++;
            if (letter is '»') angular--;
        }
        return straight % 2 != 0 || curly != 0 || angular != 0;
    }

    /// <summary>True when nearly all of the sentence is quoted and nothing says by whom.</summary>
    public static bool IsUnattributed(string sentence)
    {
        var outside = 0;
        var isInside = false;
        foreach (var letter in sentence)
        {
            if (letter is '"') isInside = !isInside;
            else if (letter is '“' or '„' or '«') isInside = true;
            else if (letter is '”' or '»') isInside = false;
            else if (!isInside && char.IsLetter(letter)) outside++;
        }
        return outside < 4;
    }
}
