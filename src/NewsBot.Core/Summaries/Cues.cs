namespace NewsBot.Core.Summaries;

/// <summary>What one sees of a sentence without understanding it.</summary>
/// <param name="Words">Between spaces; where a script writes none, two signs count as a word.</param>
/// <param name="Numbers">Words with a digit.</param>
/// <param name="FullNames">Pairs of capitalised words: an article gives a name in full where it brings somebody in.</param>
/// <param name="NewNames">Capitalised words that no earlier sentence had.</param>
internal readonly record struct Cues(double Words, int Numbers, int FullNames, int NewNames, bool HasQuote)
{
    /// <param name="named">The capitalised words of earlier sentences; this one's are added.</param>
    public static Cues Of(string sentence, HashSet<string> named)
    {
        var (words, numbers, fullNames, newNames) = (0, 0, 0, 0);
        var isAfterName = false;
        foreach (var part in sentence.AsSpan().Split(' '))
        {
            var word = sentence.AsSpan(part).Trim("\"“”„«»‘’'()[],.;:!?…—–-");
            if (word.IsEmpty) continue;
            words++;
            if (word.ContainsAnyInRange('0', '9')) numbers++;
            var isName = char.IsUpper(word[0]) && !(words == 1 && OpeningWords.Contains(word));
            if (isName && isAfterName && word.Length > 1) fullNames++;
            if (isName && words > 1 && named.Add(word.ToString())) newNames++;
            isAfterName = isName && word.Length > 1;
        }
        return new(words + (Ideographs(sentence) / 2.0), numbers, fullNames, newNames, sentence.AsSpan().IndexOfAny("\"“„«") >= 0);
    }

    private static int Ideographs(string sentence)
    {
        var count = 0;
        foreach (var letter in sentence)
            if (letter is >= '\u3040' and <= '\u9FFF') count++;
        return count;
    }
}
