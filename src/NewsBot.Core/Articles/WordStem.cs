namespace NewsBot.Core.Articles;

/// <summary>
/// A folded word without its ending, so that "elections" finds "election" and «виборів» finds «вибори». The script decides which endings
/// are known, not the article's language: the same word then has the same stem in an article and in a question, whoever guessed what.
/// </summary>
public static class WordStem
{
    private const int Shortest = 3;
    private const int Longest = 40;

    public static string Of(string word) => word switch
    {
        { Length: < Shortest or > Longest } => word,
        _ when IsLatin(word) => EnglishStem.Of(word),
        _ when IsCyrillic(word) => CyrillicStem.Of(word),
        _ => word,
    };

    private static bool IsLatin(string word)
    {
        foreach (var letter in word)
            if (!char.IsAsciiLetterLower(letter)) return false;
        return true;
    }

    private static bool IsCyrillic(string word)
    {
        foreach (var letter in word)
            if (letter is not (>= 'а' and <= 'џ' or 'ґ')) return false;
        return true;
    }
}
