using NewsBot.Core.Articles;

namespace NewsBot.Tests.Units.Stories;

/// <summary>Rewrites an article as another desk would, more or less.</summary>
internal static class Changing
{
    /// <param name="rate">Share of the words that become others, 0 to 1.</param>
    public static ArticleContent Words(ArticleContent original, double rate, int seed)
    {
        var random = new Random(seed);
        return original with { Body = [.. original.Body.Select(it => string.Join(' ', it.Split(' ').Select(word => random.NextDouble() < rate ? $"other{random.Next(100_000)}" : word)))] };
    }
}
