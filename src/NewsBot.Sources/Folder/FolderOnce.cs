using System.Runtime.CompilerServices;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Folder;

/// <summary>A folder that is read once, all of it, now: for inspecting and importing. It leaves no marks.</summary>
internal sealed class FolderOnce(string key, string title, FolderPaths paths, FolderReader reader) : IArticleSource
{
    public string Key => key;

    public string Title => title;

    public TimeSpan Every => Timeout.InfiniteTimeSpan;

    public async IAsyncEnumerable<Found> ReadAsync(IReadOnlyDictionary<string, string> bookmarks, [EnumeratorCancellation] CancellationToken stop)
    {
        var files = paths.List().ToList();
        files.Sort(FolderFile.OldestFirst);
        foreach (var file in files) yield return await ReadAsync(reader, file, stop);
    }

    public Task WaitForChangeAsync(CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);

    public static async Task<Found> ReadAsync(FolderReader reader, FolderFile file, CancellationToken stop)
    {
        var found = reader.Refuse(file) ?? await reader.ReadAsync(file, stop) ?? new Found.Problem(file.Place, null, "It changed while it was read; try again.");
        return found with { Mark = null };
    }
}
