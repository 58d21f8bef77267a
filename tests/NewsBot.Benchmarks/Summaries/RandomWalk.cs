namespace NewsBot.Benchmarks.Summaries;

/// <summary>PageRank over a written-out matrix of similarities: how TextRank and LexRank are usually built, quadratic in the sentences.</summary>
public static class RandomWalk
{
    private const double Damping = 0.85;
    private const int Steps = 30;

    public static double[] Rank(double[,] similarity)
    {
        var count = similarity.GetLength(0);
        var degrees = Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Sum(j => similarity[i, j])).ToArray();
        var rank = Enumerable.Repeat(1.0, count).ToArray();
        for (var step = 0; step < Steps; step++)
            rank = [.. Enumerable.Range(0, count).Select(i => 1 - Damping + (Damping * Enumerable.Range(0, count).Sum(j => degrees[j] > 0 ? similarity[j, i] * rank[j] / degrees[j] : 0)))];
        return rank;
    }
}
