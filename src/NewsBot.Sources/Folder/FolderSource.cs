using System.Runtime.CompilerServices;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Folder;

/// <summary>
/// A folder of text files as a source. A file is read once it has been quiet for a second, so half-written ones are not posted;
/// unchanged ones (same size and time of last write) are not read again. Without a watch it is read once, as it stands.
/// </summary>
internal sealed class FolderSource(string key, string title, TimeSpan every, FolderPaths paths, FolderReader reader, FolderWatch? watch, TimeProvider clock) : IArticleSource
{
    /// <summary>How long a file must be unchanged before it counts as finished.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    // The disk has its own clock, which need not be ours (a network drive, a test): so a file last written about now is watched
    // by our clock for a second, and every other is taken as finished.
    private readonly Dictionary<string, (string Mark, long SeenAt)> _fresh = [];
    private bool _mustLookAgain;

    public string Key => key;

    public string Title => title;

    public TimeSpan Every => every;

    public async IAsyncEnumerable<Found> ReadAsync(IReadOnlyDictionary<string, string> bookmarks, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!Directory.Exists(paths.Root)) throw new DirectoryNotFoundException($"The folder '{title}' does not exist; make it, or change it under Sources:Folders.");
        watch?.Start(paths.Root);
        _mustLookAgain = false;
        foreach (var file in paths.List())
        {
            if (file.LeadsOut ? bookmarks.ContainsKey(file.Place) : bookmarks.GetValueOrDefault(file.Place) == file.Mark) continue;
            if (IsBeingWritten(file) || await reader.ReadAsync(file, stop) is not { } found)
            {
                _mustLookAgain = true;
                continue;
            }
            _fresh.Remove(file.Place);
            yield return found;
        }
    }

    public async Task WaitForChangeAsync(CancellationToken stop)
    {
        if (_mustLookAgain) await Task.Delay(Quiet + TimeSpan.FromMilliseconds(50), clock, stop);
        else await (watch?.WaitAsync(stop) ?? Task.Delay(Timeout.InfiniteTimeSpan, clock, stop));
    }

    private bool IsBeingWritten(FolderFile file)
    {
        // Someone who names a folder to be read once means it as it is.
        if (watch is null) return false;
        if ((clock.GetUtcNow().UtcDateTime - file.Written).Duration() > Quiet * 2) return false;
        if (_fresh.TryGetValue(file.Place, out var seen) && seen.Mark == file.Mark) return clock.GetElapsedTime(seen.SeenAt) < Quiet;
        _fresh[file.Place] = (file.Mark, clock.GetTimestamp());
        return true;
    }
}
