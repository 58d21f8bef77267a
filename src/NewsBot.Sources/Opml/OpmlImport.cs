using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Sources.Opml;

/// <summary>Takes over the feeds of another reader; its folders become topics. Nothing is fetched: each feed has its turn like any that was just added.</summary>
public sealed class OpmlImport(IWebSources sources, TopicBook topics, IEnumerable<IArticleSource> folders, TimeProvider clock)
{
    /// <summary>What an import of these bytes would do. A broken file gives what it can.</summary>
    /// <param name="contentType">The header that came with them, or null for a file.</param>
    public async Task<OpmlPlan> PlanAsync(ReadOnlyMemory<byte> bytes, string? contentType, CancellationToken stop)
    {
        var list = OpmlReader.Read(bytes.Span, contentType);
        var all = (await sources.AllAsync(stop)).Select(state => state.Source).ToArray();
        var known = all.DistinctBy(source => source.Address.AbsoluteUri).ToDictionary(source => source.Address.AbsoluteUri);
        var taken = all.Select(source => source.Key).Concat(folders.Select(folder => folder.Key)).Append(ArchiveInspector.Inspected).Append(ArchiveInspector.Imported).ToHashSet();
        var placed = new List<(WebSource Source, bool IsNew, OpmlFeed Feed)>();
        foreach (var feed in list.Feeds)
            if (known.TryGetValue(feed.Address.AbsoluteUri, out var source)) placed.Add((source, false, feed));
            else placed.Add((Make(feed, taken), true, feed));
        return new(
            [.. placed.Where(it => it.IsNew).Select(it => it.Source)],
            [.. placed.Where(it => !it.IsNew).Select(it => it.Source)],
            Topics(placed.Select(it => (it.Source, it.Feed.Folders)), await topics.AllAsync(stop)),
            list.Problems,
            Mark(list));
    }

    /// <summary>Does what the plan says.</summary>
    /// <param name="addedIn">Where those are who asked for it; null at the operator's keyboard.</param>
    public async Task AddAsync(OpmlPlan plan, ChannelRef? addedIn, CancellationToken stop)
    {
        var keys = new Dictionary<string, string>();
        foreach (var source in plan.Add)
            keys[source.Key] = (await sources.AddAsync(source with { AddedIn = addedIn, AddedAt = clock.GetUtcNow() }, stop)).Key;
        foreach (var topic in plan.Topics)
            if (topic.Gains.Count > 0)
                await GiveAsync(topic, [.. topic.Gains.Select(key => keys.GetValueOrDefault(key, key)).Distinct()], stop);
    }

    private async Task GiveAsync(OpmlTopic folder, string[] gains, CancellationToken stop)
    {
        var topic = await topics.FindAsync(folder.Key, stop) ?? new Topic(folder.Key, folder.Title, new());
        if (IsOfSources(topic.Rule)) await topics.SaveAsync(topic with { Rule = topic.Rule with { Sources = [.. topic.Rule.Sources.Union(gains)] } }, stop);
        else
            foreach (var key in gains)
                if (await sources.FindAsync(key, stop) is { Source: var source })
                    await sources.SaveAsync(source with { Settings = source.Settings with { Topics = [.. (source.Settings.Topics ?? []).Union([folder.Key])] } }, stop);
    }

    private static WebSource Make(OpmlFeed feed, HashSet<string> taken)
    {
        var host = feed.Address.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? feed.Address.IdnHost[4..] : feed.Address.IdnHost;
        var key = ShortKey.Free(ShortKey.Of(feed.Title.Length > 0 ? feed.Title : host, "feed"), taken);
        taken.Add(key);
        return new(key, feed.Address, WebSourceKind.Feed) { Title = feed.Title };
    }

    private static OpmlTopic[] Topics(IEnumerable<(WebSource Source, IReadOnlyList<string> Folders)> placed, IReadOnlyList<Topic> known) =>
    [
        .. placed.SelectMany(it => it.Folders.Select(folder => (Folder: folder, it.Source)))
            .GroupBy(it => TopicKey(it.Folder))
            .Select(folder =>
            {
                var topic = known.FirstOrDefault(topic => topic.Key == folder.Key);
                var gains = folder.Select(it => it.Source).Where(source => !Has(topic, source)).Select(source => source.Key).Distinct();
                return new OpmlTopic(folder.Key, topic?.Title ?? Title(folder.First().Folder), topic is null, [.. gains]);
            }),
    ];

    private static bool Has(Topic? topic, WebSource source) =>
        topic is not null && ((IsOfSources(topic.Rule) && topic.Rule.Sources.Contains(source.Key)) || source.Settings.Topics?.Contains(topic.Key) is true);

    // A rule with words asks for both, the words and the source; there each source names the topic for itself.
    private static bool IsOfSources(TopicRule rule) => rule.Any.Count + rule.All.Count + rule.None.Count + rule.Tags.Count == 0;

    // "everything" is what channels type to follow all topics.
    private static string TopicKey(string folder) => ShortKey.Of(folder, "topic") is var key && key == "everything" ? "topic-everything" : key;

    private static string Title(string folder) =>
        folder.Length <= Topic.MaxTitleLength ? folder : folder[..(char.IsHighSurrogate(folder[Topic.MaxTitleLength - 1]) ? Topic.MaxTitleLength - 1 : Topic.MaxTitleLength)];

    private static string Mark(OpmlList list)
    {
        var text = string.Join('\n', list.Feeds.Select(feed => $"{feed.Address.AbsoluteUri}\t{feed.Title}\t{string.Join('\t', feed.Folders)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
    }
}
