using System.Runtime.CompilerServices;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Folder;

/// <summary>
/// A folder of text files as a source. Files whose size and time of last write are as they were are not read again; others are read once
/// they have been quiet for a second.
/// </summary>
internal sealed class FolderSource(string key, string title, TimeSpan every, FolderPaths paths, FolderReader reader, FolderWatch watch, TimeProvider clock) : IArticleSource, IDisposable
{
    /// <summary>Where something is written all the time, at most a quarter of the time goes into looking.</summary>
    private const int RestPerLook = 3;

    private readonly Quietness _quietness = new(clock);
    private TimeSpan _lookTook;

    public string Key => key;

    public string Title => title;

    public TimeSpan Every => every;

    public async IAsyncEnumerable<Found> ReadAsync(IReadOnlyDictionary<string, string> bookmarks, [EnumeratorCancellation] CancellationToken stop)
    {
        // Watching begins before looking, so that no change falls between the two.
        watch.Start(paths.Root);
        _quietness.BeginLook();
        var begun = clock.GetTimestamp();
        var (unread, mended) = Look(bookmarks);
        _lookTook = clock.GetElapsedTime(begun);
        foreach (var place in mended) yield return new Found.Nothing(place, null);
        foreach (var file in unread)
        {
            var mark = bookmarks.GetValueOrDefault(file.Place);
            var refused = reader.Refuse(file);
            if ((refused is not null && refused.Mark == mark) || (file.Flaw is null && !_quietness.IsQuiet(file))) continue;
            var found = refused ?? await reader.ReadAsync(file, stop);
            if (found is null) _quietness.Changed(file);
            else if (FolderMark.IsSameText(found.Mark, mark)) yield return new Found.Nothing(file.Place, found.Mark);
            else if (found.Mark != mark) yield return found;
        }
    }

    public async Task WaitForChangeAsync(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var changed = watch.WaitAsync(_lookTook * RestPerLook, over.Token);
        var quiet = Task.Delay(_quietness.NextLook ?? Timeout.InfiniteTimeSpan, clock, over.Token);
        await await Task.WhenAny(changed, quiet);
        await over.CancelAsync();
    }

    public void Dispose() => watch.Dispose();

    // Oldest first, as they would have been posted; and what had a problem once and is not there any more.
    private (List<FolderFile> Unread, HashSet<string> Mended) Look(IReadOnlyDictionary<string, string> bookmarks)
    {
        var unread = new List<FolderFile>();
        var mended = bookmarks.Where(bookmark => FolderMark.IsProblem(bookmark.Value)).Select(bookmark => bookmark.Key).ToHashSet();
        foreach (var file in paths.List())
        {
            mended.Remove(file.Place);
            if (!FolderMark.IsOf(bookmarks.GetValueOrDefault(file.Place), file)) unread.Add(file);
        }
        unread.Sort(FolderFile.OldestFirst);
        return (unread, mended);
    }
}
