using NewsBot.Core.Articles;

namespace NewsBot.Core.Topics;

/// <summary>The topics in force, ready to match; and the one place that changes them.</summary>
public sealed class TopicBook(ITopics topics, IArchive archive, TimeProvider clock)
{
    /// <summary>Newest articles that are asked again when a rule changes; older ones keep what they were given.</summary>
    public const int Reassigned = 2000;

    // Another node may change topics in the same database; a few seconds of an older rule harm nobody.
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private volatile Snapshot? _current;

    public async Task<IReadOnlyList<Topic>> AllAsync(CancellationToken stop) => (await CurrentAsync(stop)).Topics;

    public async Task<TopicMatcher> MatcherAsync(CancellationToken stop) => (await CurrentAsync(stop)).Matcher;

    public async Task<Topic?> FindAsync(string key, CancellationToken stop) =>
        (await AllAsync(stop)).FirstOrDefault(topic => topic.Key == key);

    /// <summary>Takes over the settings file's topics at start.</summary>
    public async Task ConfigureAsync(IReadOnlyList<Topic> configured, CancellationToken stop)
    {
        foreach (var changed in await topics.ConfigureAsync(configured, stop)) await AssignAsync(changed, stop);
        _current = null;
    }

    public async Task SaveAsync(Topic topic, CancellationToken stop)
    {
        await topics.SaveAsync(topic, stop);
        await AssignAsync(topic, stop);
        _current = null;
    }

    public async Task<bool> RemoveAsync(string key, CancellationToken stop)
    {
        var removed = await topics.RemoveAsync(key, stop);
        _current = null;
        return removed;
    }

    private async Task AssignAsync(Topic topic, CancellationToken stop)
    {
        var matcher = new TopicMatcher([topic]);
        var belonging = new List<ArticleId>();
        const int page = 200;
        for (var skip = 0; skip < Reassigned; skip += page)
        {
            var articles = await archive.LatestAsync(new(Skip: skip, Take: page), stop);
            belonging.AddRange(articles.Where(article => matcher.Match(article.Content, article.Source).Count > 0).Select(article => article.Id));
            if (articles.Count < page) break;
        }
        await topics.AssignAsync(topic.Key, belonging, stop);
    }

    private async Task<Snapshot> CurrentAsync(CancellationToken stop)
    {
        if (_current is { } current && clock.GetElapsedTime(current.ReadAt) < Freshness) return current;
        var all = await topics.AllAsync(stop);
        return _current = new(all, new(all), clock.GetTimestamp());
    }

    private sealed record Snapshot(IReadOnlyList<Topic> Topics, TopicMatcher Matcher, long ReadAt);
}
