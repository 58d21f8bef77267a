namespace NewsBot.Core.Summaries;

/// <summary>
/// How much of the article each sentence shares: LexRank's random walk (G. Erkan, D. Radev, LexRank, 2004) over the cosine of the sentences'
/// words. The graph is never written down: a step goes from sentences to words and back, so it costs what the text is long, not its square.
/// </summary>
internal static class Centrality
{
    private const double Damping = 0.85;
    private const int Steps = 20;

    /// <summary>One value a sentence; the mean is 1.</summary>
    /// <param name="sentences">Each sentence's different terms.</param>
    public static double[] Of(IReadOnlyList<int[]> sentences, Terms terms)
    {
        var weights = Enumerable.Range(0, terms.Count).Select(terms.Weight).ToArray();
        var lengths = sentences.Select(sentence => Math.Sqrt(sentence.Sum(term => weights[term] * weights[term]))).ToArray();
        var walk = new Walk(sentences, weights, lengths);
        var ones = new double[sentences.Count];
        Array.Fill(ones, 1);
        var degrees = walk.Neighbours(ones);
        var rank = (double[])ones.Clone();
        for (var step = 0; step < Steps; step++)
        {
            for (var i = 0; i < rank.Length; i++) rank[i] = degrees[i] > 0 ? rank[i] / degrees[i] : 0;
            rank = walk.Neighbours(rank);
            for (var i = 0; i < rank.Length; i++) rank[i] = 1 - Damping + (Damping * rank[i]);
        }
        return rank;
    }

    private sealed record Walk(IReadOnlyList<int[]> Sentences, double[] Weights, double[] Lengths)
    {
        // The product of the matrix of cosines with a vector, through the words.
        public double[] Neighbours(double[] values)
        {
            var words = new double[Weights.Length];
            for (var i = 0; i < values.Length; i++)
                if (Lengths[i] > 0)
                    foreach (var term in Sentences[i]) words[term] += values[i] * Weights[term] / Lengths[i];
            var result = new double[values.Length];
            for (var i = 0; i < values.Length; i++)
                if (Lengths[i] > 0)
                    foreach (var term in Sentences[i]) result[i] += words[term] * Weights[term] / Lengths[i];
            return result;
        }
    }
}
