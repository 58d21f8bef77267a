namespace NewsBot.Benchmarks.Summaries;

/// <summary>TextRank (R. Mihalcea, P. Tarau, TextRank: bringing order into texts, 2004): shared words over the sum of the logarithms of the lengths.</summary>
public static class TextRank
{
    public static double[] Scores(IReadOnlyList<string> sentences)
    {
        var words = sentences.Select(Rouge.Tokens).Select(tokens => tokens.Where(token => !EnglishSmallWords.Contains(token)).ToHashSet()).ToArray();
        var similarity = new double[words.Length, words.Length];
        for (var i = 0; i < words.Length; i++)
            for (var j = 0; j < i; j++)
            {
                var shared = words[i].Count(words[j].Contains);
                var size = Math.Log(Math.Max(1, words[i].Count)) + Math.Log(Math.Max(1, words[j].Count));
                similarity[i, j] = similarity[j, i] = shared == 0 || size <= 0 ? 0 : shared / size;
            }
        return RandomWalk.Rank(similarity);
    }
}
