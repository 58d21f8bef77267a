using NewsBot.Core.Sources;
using NewsBot.Core.Topics;

namespace NewsBot.Sources.Opml;

/// <summary>Hands the feeds to another reader. A topic that is nothing but sources becomes a folder.</summary>
public sealed class OpmlExport(IWebSources sources, TopicBook topics, TimeProvider clock)
{
    /// <summary>Writes OPML 2.0 with whole addresses, keys of private feeds among them: it is for the operator's own files.</summary>
    /// <returns>How many sources it holds.</returns>
    public async Task<int> WriteAsync(Stream to, CancellationToken stop)
    {
        var folders = await FoldersAsync(stop);
        OpmlWriter.Write(to, "NewsBot", clock.GetUtcNow(), folders);
        return folders.SelectMany(folder => folder.Sources).DistinctBy(source => source.Key).Count();
    }

    /// <summary>Folders by name, then those sources that stand in none, under an empty name.</summary>
    internal async Task<IReadOnlyList<(string Name, IReadOnlyList<WebSource> Sources)>> FoldersAsync(CancellationToken stop)
    {
        var all = (await sources.AllAsync(stop)).Select(state => state.Source).OrderBy(source => source.Title.Length > 0 ? source.Title : source.Key, StringComparer.OrdinalIgnoreCase).ToArray();
        var folders = new List<(string Name, IReadOnlyList<WebSource> Sources)>();
        var placed = new HashSet<string>();
        foreach (var topic in (await topics.AllAsync(stop)).OrderBy(topic => topic.Title, StringComparer.OrdinalIgnoreCase))
        {
            var named = topic.Rule.Sources.ToHashSet();
            var within = all.Where(source => (IsFolder(topic) && named.Contains(source.Key)) || source.Settings.Topics?.Contains(topic.Key) is true).ToArray();
            if (within.Length == 0) continue;
            folders.Add((topic.Title, within));
            placed.UnionWith(within.Select(source => source.Key));
        }
        if (all.Where(source => !placed.Contains(source.Key)).ToArray() is { Length: > 0 } rest) folders.Add(("", rest));
        return folders;
    }

    private static bool IsFolder(Topic topic) => topic.Rule is { Any.Count: 0, All.Count: 0, Tags.Count: 0, None.Count: 0 };
}
