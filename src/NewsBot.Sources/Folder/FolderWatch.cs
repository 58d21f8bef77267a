using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsBot.Sources.Folder;

/// <summary>
/// Knows that something below a folder changed. Where the system cannot tell (network drives, no inotify watches left) it says
/// so once and has the folder looked at every few seconds.
/// </summary>
internal sealed partial class FolderWatch(TimeProvider clock, ILogger<FolderWatch> log) : IDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(3);

    /// <summary>Several events come for one file; a moment's wait makes one reading of them.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private FileSystemWatcher? _watcher;
    private bool _polls;

    /// <summary>Begins before the first reading, so that no change falls between reading and waiting.</summary>
    public void Start(string folder)
    {
        if (_watcher is not null || _polls) return;
        try
        {
            _watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = 64 * 1024,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            _watcher.Changed += (_, _) => _changes.Writer.TryWrite(true);
            _watcher.Created += (_, _) => _changes.Writer.TryWrite(true);
            _watcher.Renamed += (_, _) => _changes.Writer.TryWrite(true);
            _watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
            _watcher.EnableRaisingEvents = true;
        }
        catch (IOException failure)
        {
            _watcher?.Dispose();
            _watcher = null;
            _polls = true;
            LogPolling(failure.Message, PollEvery);
        }
    }

    public async Task WaitAsync(CancellationToken stop)
    {
        if (_polls)
        {
            await Task.Delay(PollEvery, clock, stop);
            return;
        }
        await _changes.Reader.ReadAsync(stop);
        await Task.Delay(Settling, clock, stop);
        while (_changes.Reader.TryRead(out _)) { }
    }

    public void Dispose() => _watcher?.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder cannot be watched ({Why}); it is looked at every {Every} instead.")]
    private partial void LogPolling(string why, TimeSpan every);
}
