using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsBot.Sources.Folder;

/// <summary>
/// Knows that something below a folder may have changed. Where the system does not tell (network drives, no inotify watches left) it says
/// so once and rings every few seconds instead.
/// </summary>
/// <param name="title">What the folder is called in the log.</param>
/// <param name="open">Opens a watcher at a path; throws an <see cref="IOException"/> where the system has none left.</param>
internal sealed partial class FolderWatch(string title, TimeProvider clock, ILogger<FolderWatch> log, Func<string, FileSystemWatcher> open) : IDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(3);

    /// <summary>Several events come for one file; a moment's wait makes one reading of them.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(150);

    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private FileSystemWatcher? _watcher;
    private ITimer? _polling;
    private (string Path, DateTime Born) _watched;

    public FolderWatch(string title, TimeProvider clock, ILogger<FolderWatch> log) : this(title, clock, log, path => new FileSystemWatcher(path))
    {
    }

    /// <summary>Watches the folder from now on; does nothing when it already does. A folder that was replaced by another is watched anew.</summary>
    /// <param name="folder">A real path.</param>
    public void Start(string folder)
    {
        var found = (folder, Directory.GetCreationTimeUtc(folder));
        if (_watched == found) return;
        _watched = found;
        _watcher?.Dispose();
        try
        {
            if (IsRemote(folder)) Poll("it is on a network drive");
            _watcher = Watch(open(folder));
        }
        catch (IOException failure)
        {
            Poll(failure.Message);
        }
        catch (ArgumentException)
        {
            // The folder went this very moment: listing it will say so.
            _watched = default;
        }
    }

    /// <summary>Completes when something changed since the last time it completed.</summary>
    /// <param name="rest">The least time from a change to completing, for a folder that takes long to look at.</param>
    public async Task WaitAsync(TimeSpan rest, CancellationToken stop)
    {
        await _bell.Reader.ReadAsync(stop);
        await Task.Delay(rest > Settling ? rest : Settling, clock, stop);
        while (_bell.Reader.TryRead(out _)) { }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _polling?.Dispose();
    }

    private static bool IsRemote(string folder)
    {
        try
        {
            return new DriveInfo(folder).DriveType == DriveType.Network;
        }
        catch (ArgumentException)
        {
            // On Windows the path of a share has no drive.
            return true;
        }
    }

    private FileSystemWatcher Watch(FileSystemWatcher watcher)
    {
        watcher.IncludeSubdirectories = true;
        watcher.InternalBufferSize = 64 * 1024;
        watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.Attributes;
        watcher.Changed += Notice;
        watcher.Created += Notice;
        watcher.Deleted += Notice;
        watcher.Renamed += Notice;
        watcher.Error += (_, error) => Fail(error.GetException());
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    // Whatever else lies in the folder, such as a log that grows, wakes nobody. A folder may bring articles with it.
    private void Notice(object sender, FileSystemEventArgs change)
    {
        if (Place.IsArticle(change.FullPath) || Directory.Exists(change.FullPath)) Ring();
    }

    private void Fail(Exception failure)
    {
        // When too much happened at once only the events are lost: one look finds everything.
        if (failure is not InternalBufferOverflowException) Poll(failure.Message);
        Ring();
    }

    private void Poll(string why)
    {
        if (_polling is not null) return;
        _polling = clock.CreateTimer(_ => Ring(), null, PollEvery, PollEvery);
        LogPolling(title, PollEvery.TotalSeconds, why.Replace(_watched.Path, title, StringComparison.Ordinal));
    }

    private void Ring() => _bell.Writer.TryWrite(true);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Folder}: the system cannot tell of every change, so the folder is looked at every {Seconds} seconds: {Why}")]
    private partial void LogPolling(string folder, double seconds, string why);
}
