using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Sources;
using NewsBot.Sources.Folder;

namespace NewsBot.Sources.Tests.Folder;

/// <summary>With the real clock and the real watcher. Nothing here is timed: a change that is never told ends the run's patience.</summary>
public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ArchiveFolder _folder = new(TimeProvider.System);
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public WatchTests() => _patience.CancelAfter(Patience);

    [Fact]
    public async Task A_new_file_is_told()
    {
        await _folder.ReadAsync();
        await File.WriteAllTextAsync(_folder.At("a.txt"), "New\n\nText.", _patience.Token);
        Assert.Equal("New", await NextTitleAsync());
    }

    [Fact]
    public async Task A_file_in_a_new_folder_is_told()
    {
        await _folder.ReadAsync();
        Directory.CreateDirectory(_folder.At("2024/09"));
        await File.WriteAllTextAsync(_folder.At("2024/09/a.txt"), "Deep\n\nText.", _patience.Token);
        Assert.Equal("Deep", await NextTitleAsync());
    }

    [Fact]
    public async Task Files_of_a_folder_that_is_moved_in_are_told()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Outside, "in/deep"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Outside, "in/deep/a.txt"), "Moved\n\nText.", _patience.Token);
        await _folder.ReadAsync();
        Directory.Move(Path.Combine(_folder.Outside, "in"), _folder.At("in"));
        Assert.Equal("Moved", await NextTitleAsync());
        await File.WriteAllTextAsync(_folder.At("in/deep/b.txt"), "After the move\n\nText.", _patience.Token);
        Assert.Equal("After the move", await NextTitleAsync());
    }

    [Fact]
    public async Task A_rewritten_file_is_told()
    {
        _folder.Article("a.txt", "Before");
        await _folder.ReadAsync();
        await File.WriteAllTextAsync(_folder.At("a.txt"), "After\n\nText.", _patience.Token);
        Assert.Equal("After", await NextTitleAsync());
    }

    [Fact]
    public async Task A_file_that_is_renamed_when_it_is_finished_is_told()
    {
        await _folder.ReadAsync();
        await File.WriteAllTextAsync(_folder.At("a.tmp"), "Finished\n\nText.", _patience.Token);
        File.Move(_folder.At("a.tmp"), _folder.At("a.txt"));
        Assert.Equal("Finished", await NextTitleAsync());
    }

    [Fact]
    public async Task A_file_written_in_pieces_is_read_whole()
    {
        await _folder.ReadAsync();
        var reading = NextTitleAsync();
        await using (var file = new StreamWriter(_folder.At("a.txt")))
            foreach (var piece in (string[])["Whole", " story\n\n", "Text ", "of it."])
            {
                await file.WriteAsync(piece);
                await file.FlushAsync(_patience.Token);
                await Task.Delay(300, _patience.Token);
            }
        Assert.Equal("Whole story", await reading);
    }

    [Fact]
    public async Task A_change_between_reading_and_waiting_is_not_lost()
    {
        await foreach (var _ in _folder.Source.ReadAsync(_folder.Marks, _patience.Token)) { }
        await File.WriteAllTextAsync(_folder.At("a.txt"), "Between\n\nText.", _patience.Token);
        await Task.Delay(300, _patience.Token);
        Assert.Equal("Between", await NextTitleAsync());
    }

    [Fact]
    public async Task A_folder_that_was_replaced_is_watched_again()
    {
        _folder.Article("a.txt", "Old");
        await _folder.ReadAsync();
        Directory.Move(_folder.Path, _folder.Path + "-old");
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => _folder.ReadAsync());
        Directory.CreateDirectory(_folder.Path);
        await _folder.ReadAsync();
        await File.WriteAllTextAsync(_folder.At("b.txt"), "New folder\n\nText.", _patience.Token);
        Assert.Equal("New folder", await NextTitleAsync());
    }

    [Fact]
    public async Task A_wait_that_was_stopped_ends()
    {
        await _folder.ReadAsync();
        using var stop = new CancellationTokenSource();
        var change = _folder.Source.WaitForChangeAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => change);
    }

    [Fact]
    public async Task What_is_no_article_wakes_nobody()
    {
        using var watch = new FolderWatch("seeds", TimeProvider.System, NullLogger<FolderWatch>.Instance);
        watch.Start(_folder.Path);
        for (var i = 0; i < 20; i++) await File.AppendAllTextAsync(_folder.At("server.log"), "A line.\n", _patience.Token);
        await File.WriteAllTextAsync(_folder.At("a.txt"), "One", _patience.Token);
        await watch.WaitAsync(TimeSpan.Zero, _patience.Token);
        await File.AppendAllTextAsync(_folder.At("server.log"), "A line.\n", _patience.Token);
        var second = watch.WaitAsync(TimeSpan.Zero, _patience.Token);
        await Task.Delay(500, _patience.Token);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public void A_folder_that_goes_before_it_is_watched_is_no_failure_of_the_watch()
    {
        using var watch = new FolderWatch("seeds", TimeProvider.System, NullLogger<FolderWatch>.Instance);
        Directory.Delete(_folder.Path);
        watch.Start(_folder.Path);
        Directory.CreateDirectory(_folder.Path);
        watch.Start(_folder.Path);
    }

    [Fact]
    public async Task Without_a_watcher_the_folder_is_looked_at_every_few_seconds_and_that_is_said_once()
    {
        var clock = new FakeTimeProvider();
        var log = new Lines();
        using var watch = new FolderWatch("seeds", clock, log, _ => throw new IOException("The configured user limit (128) on the number of inotify instances has been reached."));
        watch.Start(_folder.Path);
        for (var i = 0; i < 3; i++)
        {
            var change = watch.WaitAsync(TimeSpan.Zero, _patience.Token);
            Assert.False(change.IsCompleted);
            while (!change.IsCompleted)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
            await change;
            watch.Start(_folder.Path);
        }
        Assert.Equal("seeds: the system cannot tell of every change, so the folder is looked at every 3 seconds: The configured user limit (128) on the number of inotify instances has been reached.", Assert.Single(log.Written));
    }

    public void Dispose()
    {
        _patience.Dispose();
        _folder.Dispose();
    }

    // As the harvester does after it has looked: wait for a change, look, and wait again when that was not enough.
    private async Task<string> NextTitleAsync()
    {
        while (true)
        {
            await _folder.Source.WaitForChangeAsync(_patience.Token);
            if (await _folder.TitlesAsync() is [var title, ..]) return title;
        }
    }

    private sealed class Lines : ILogger<FolderWatch>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception));
    }
}
