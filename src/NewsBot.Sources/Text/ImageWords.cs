namespace NewsBot.Sources.Text;

/// <summary>Recognises the words of an image's file name, which a saved page leaves as a line of lower-case words.</summary>
internal static class ImageWords
{
    private static readonly HashSet<string> Prose = ["the", "a", "an", "is", "are", "was", "were", "he", "she", "it", "they", "we", "you", "that", "which", "і", "й", "та", "що", "це", "був", "була", "було", "були", "є", "він", "вона", "вони", "ми", "ви"];
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".gif"];

    /// <param name="isAfterHeadMark">The line before was a date or the title again: there, words alone are enough.</param>
    public static bool Are(string line, bool isAfterHeadMark)
    {
        var words = line.Split(' ');
        if (line.Length > 600 || words.Length + line.Count(letter => letter is '_' or '-') < 3) return false;
        if (line.Any(letter => char.IsUpper(letter) || letter is ',' or '!' or '?' or ';' or ':' or '"' or '“' or '”' or '«' or '»')) return false;
        var isFileName = words.Any(IsFileToken);
        if (line.Contains('.') && !(isFileName && !line.Contains(". ", StringComparison.Ordinal))) return false;
        return isFileName || (isAfterHeadMark && words.Length >= 4 && !line.EndsWith('.') && !words.Any(Prose.Contains));
    }

    // 01000000-0aff-0242-ec8f-08db196d102f_w1023_r1_s, photo_2024, img00123, market-square.jpg
    private static bool IsFileToken(string word) =>
        Endings.Any(word.EndsWith)
        || word.Contains('_')
        || (word.Length >= 8 && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter) && word.Count(letter => letter == '-') != 1)
        || word.Count(letter => letter == '-') >= 3;
}
