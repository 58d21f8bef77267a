namespace NewsBot.Benchmarks.Summaries;

/// <summary>LexRank (G. Erkan, D. Radev, 2004) with its threshold of 0.1 on the cosine of term frequency times inverse frequency within the article.</summary>
public static class LexRank
{
    private const double Threshold = 0.1;

    public static double[] Scores(IReadOnlyList<string> sentences)
    {
        var counts = sentences.Select(Rouge.Tokens).Select(tokens => tokens.Where(token => !EnglishSmallWords.Contains(token)).CountBy(token => token).ToDictionary()).ToArray();
        var frequency = counts.SelectMany(count => count.Keys).CountBy(word => word).ToDictionary();
        var vectors = counts.Select(count => Unit(count.ToDictionary(word => word.Key, word => word.Value * Math.Log((double)counts.Length / frequency[word.Key])))).ToArray();
        var similarity = new double[vectors.Length, vectors.Length];
        for (var i = 0; i < vectors.Length; i++)
            for (var j = 0; j < i; j++)
                if (vectors[i].Sum(word => word.Value * vectors[j].GetValueOrDefault(word.Key)) > Threshold)
                    similarity[i, j] = similarity[j, i] = 1;
        return RandomWalk.Rank(similarity);
    }

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(value => value * value));
        return length == 0 ? vector : vector.ToDictionary(it => it.Key, it => it.Value / length);
    }
}
