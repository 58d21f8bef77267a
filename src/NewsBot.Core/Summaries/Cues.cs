namespace NewsBot.Core.Summaries;

/// <summary>What one sees of a sentence without understanding it.</summary>
/// <param name="Words">Between spaces; where a script writes none, two signs count as a word.</param>
/// <param name="Numbers">Words with a digit.</param>
/// <param name="FullNames">Pairs of capitalised words: an article gives a name in full where it brings somebody in.</param>
internal readonly record struct Cues(double Words, int Numbers, int FullNames, bool HasQuote)
{
    public static Cues Of(string sentence)
    {
        var (words, numbers, fullNames) = (0, 0, 0);
        var isAfterName = false;
        foreach (var part in sentence.AsSpan().Split(' '))
        {
            var word = sentence.AsSpan(part).Trim("\"“”„«»‘’'()[],.;:!?…—–-");
            if (word.IsEmpty) continue;
            words++;
            if (word.ContainsAnyInRange('0', '9')) numbers++;
            var isName = char.IsUpper(word[0]) && !(words == 1 && OpeningWords.Contains(word));
            if (isName && isAfterName && word.Length > 1) fullNames++;
            isAfterName = isName && word.Length > 1;
        }
        return new(words + (Ideographs(sentence) / 2.0), numbers, fullNames, sentence.AsSpan().IndexOfAny("\"“„«") >= 0);
    }

    private static int Ideographs(string sentence)
    {
        var count = 0;
        foreach (var letter in sentence)
            if (letter is >= '\u3040' and <= '\u9FFF') count++;
        return count;
    }
}
