using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Sources;

/// <summary>Reads a source once: each article gets its name, its topics, its channels, and is stored and owed in one transaction.</summary>
public sealed partial class Harvest(IHarvestStore store, TopicBook topics, ISubscriptions subscriptions, DeliveryBell bell, ILogger<Harvest> log)
{
    /// <summary>Articles in one transaction. Within it they are put in order of publication, so a first read posts oldest first.</summary>
    private const int BatchSize = 200;

    /// <param name="isOwed">False for an import: the articles are kept and can be searched, and nothing is posted.</param>
    public async Task<StoreReport> ReadAsync(IArticleSource source, bool isOwed, CancellationToken stop)
    {
        var bookmarks = await store.BookmarksAsync(source.Key, stop);
        var report = StoreReport.Nothing;
        var batch = new List<Found>();
        await foreach (var found in source.ReadAsync(bookmarks, stop))
        {
            batch.Add(found);
            if (batch.Count < BatchSize) continue;
            report += await StoreAsync(source.Key, batch, isOwed, stop);
            batch.Clear();
        }
        return batch.Count > 0 ? report + await StoreAsync(source.Key, batch, isOwed, stop) : report;
    }

    /// <summary>Keeps what a source that reads in its own time has found.</summary>
    public async Task<StoreReport> StoreAsync(string source, IReadOnlyList<Found> batch, bool isOwed, CancellationToken stop)
    {
        var matcher = await topics.MatcherAsync(stop);
        var breaking = (await topics.AllAsync(stop)).Where(topic => topic.IsBreaking).Select(topic => topic.Key).ToHashSet();
        var read = batch.OrderBy(Published).Select(found => found is Found.Item item ? Read(source, item, matcher) : null).ToArray();
        var channels = isOwed ? await subscriptions.FollowersAsync([.. read.OfType<Article>().SelectMany(article => article.Topics).Distinct()], stop) : [];
        var harvested = batch.OrderBy(Published).Zip(read, (found, article) => article is null ? new(found, null, []) : Keep(isOwed ? found : Imported((Found.Item)found), article, channels, breaking)).ToArray();
        var report = await store.StoreAsync(source, harvested, stop);
        if (report.Owed + report.Edits > 0) bell.Ring();
        foreach (var problem in batch.OfType<Found.Problem>()) LogProblem(source, problem.Place, problem.What);
        return report;
    }

    /// <summary>What a source found, as it would be stored; who gets it is another question.</summary>
    private static Article Read(string source, Found.Item item, TopicMatcher matcher)
    {
        var content = item.Article.Content;
        return new(item.Article.Id, source, item.Place, content, Summary.Of(content)) { Topics = matcher.Match(content, source) };
    }

    private static Harvested Keep(Found found, Article article, IReadOnlyList<Channel> channels, HashSet<string> breaking)
    {
        var followers = channels.Where(channel => channel.FollowsEverything || channel.Follows.Intersect(article.Topics).Any()).ToArray();
        return new(found, article, Places(followers, article)) { IsBreaking = breaking.Overlaps(article.Topics), TakesEveryReport = Places(followers.Where(channel => channel.Settings.TakesEveryReport), article) };
    }

    private static ChannelRef[] Places(IEnumerable<Channel> channels, Article article) => [.. channels.Select(channel => channel.PlaceOf(article.Topics)).Distinct()];

    private static Found.Item Imported(Found.Item item) => item with { Unposted = item.Unposted ?? Unposted.Import };

    private static DateTimeOffset Published(Found found) => found is Found.Item item ? item.Article.Content.Published : DateTimeOffset.MinValue;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: {Place} was not read: {What}")]
    private partial void LogProblem(string source, string place, string what);
}
