namespace NewsBot.Sources.Folder;

/// <summary>
/// Knows which files have not changed for a second, so that half-written ones are not read. The disk's clock need not be ours (a
/// network drive, a test), so quiet means: the same size and time of last write in two looks a second apart by our own clock. Only at the
/// first look after a start is a file's own time believed, else every start would wait.
/// </summary>
internal sealed class Quietness(TimeProvider clock)
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(30);

    private Dictionary<string, (string Stamp, long? Since)> _before = [];
    private Dictionary<string, (string Stamp, long? Since)> _now = [];
    private long? _waitsSince;
    private int _looks;

    /// <summary>When to look again at what was not quiet; null when everything was.</summary>
    public TimeSpan? NextLook => _waitsSince is { } since
        ? TimeSpan.FromTicks(Math.Max((Enough - clock.GetElapsedTime(since)).Ticks, 0)) + Margin
        : null;

    public void BeginLook()
    {
        _looks++;
        (_before, _now, _waitsSince) = (_now, [], null);
    }

    public bool IsQuiet(FolderFile file)
    {
        var since = Since(file);
        _now[file.Place] = (file.Stamp, since);
        if (since is not { } begun || clock.GetElapsedTime(begun) >= Enough) return true;
        _waitsSince = Math.Min(_waitsSince ?? begun, begun);
        return false;
    }

    /// <summary>The file turned out to be different from what was listed.</summary>
    public void Changed(FolderFile file)
    {
        _now.Remove(file.Place);
        _waitsSince ??= clock.GetTimestamp();
    }

    // Null when it has long been quiet. A file from a future by more than a moment comes from another clock, and tells nothing.
    private long? Since(FolderFile file) =>
        _before.TryGetValue(file.Place, out var seen) && seen.Stamp == file.Stamp ? seen.Since
        : _looks == 1 && (clock.GetUtcNow().UtcDateTime - file.Written).Duration() > Enough * 2 ? null
        : clock.GetTimestamp();
}
