using BenchmarkDotNet.Attributes;
using NewsBot.Core.Articles;
using NewsBot.Core.Topics;

namespace NewsBot.Benchmarks.Articles;

/// <summary>One article against ten thousand topics: all at once, beside one rule after another, and beside only folding the article's words.</summary>
[MemoryDiagnoser]
public class MatchingBenchmark
{
    private const int Topics = 10_000;

    private readonly ArticleContent _article = Article();
    private readonly TopicMatcher _all = new(Rules());
    private readonly TopicMatcher[] _each = Rules().Select(topic => new TopicMatcher([topic])).ToArray();

    [Benchmark(Baseline = true)]
    public int FoldingTheWordsAlone() => Folding.Words(string.Join('\n', _article.Body)).Count();

    [Benchmark]
    public int AllTopicsInOnePass() => _all.Match(_article, "seeds").Count;

    [Benchmark]
    public int OneTopicAfterAnother() => _each.Sum(matcher => matcher.Match(_article, "seeds").Count);

    private static Topic[] Rules()
    {
        var random = new Random(1);
        return Enumerable.Range(0, Topics).Select(i => new Topic($"t{i}", $"Topic {i}", new()
        {
            Any = [Word(random, 50_000), $"{Word(random, 500)} {Word(random, 500)}", Word(random, 5_000) + (i % 5 == 0 ? "*" : "")],
            None = [Word(random, 5_000)],
        })).ToArray();
    }

    private static ArticleContent Article()
    {
        var random = new Random(2);
        return new()
        {
            Title = "An article of ordinary length",
            Published = DateTimeOffset.UnixEpoch,
            Body = Enumerable.Range(0, 10).Select(_ => string.Join(' ', Enumerable.Range(0, 40).Select(_ => Word(random, 5_000)))).ToArray(),
        };
    }

    // Small numbers come often, as common words do.
    private static string Word(Random random, int vocabulary) => $"word{(int)(vocabulary * Math.Pow(random.NextDouble(), 3))}x";
}
