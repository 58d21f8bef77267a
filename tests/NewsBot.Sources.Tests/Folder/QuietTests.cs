using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Tests.Folder;

/// <summary>A half-written file is no problem: it is read when it has been quiet for a second.</summary>
public sealed class QuietTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2024, 9, 8, 4, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Now);
    private readonly ArchiveFolder _folder;

    public QuietTests() => _folder = new(_clock);

    [Fact]
    public async Task A_file_written_just_now_is_read_after_a_second()
    {
        _folder.Article("a.txt", "Fresh", Now.UtcDateTime);
        Assert.Empty(await _folder.ReadAsync());
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Empty(await _folder.ReadAsync());
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(["Fresh"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task Every_write_begins_the_second_again()
    {
        for (var i = 0; i < 5; i++)
        {
            _folder.Write("a.txt", new string('x', i), Now.UtcDateTime.AddSeconds(i * 0.9));
            Assert.Empty(await _folder.ReadAsync());
            _clock.Advance(TimeSpan.FromSeconds(0.9));
        }
        _folder.Article("a.txt", "Whole", _clock.GetUtcNow().UtcDateTime);
        Assert.Empty(await _folder.ReadAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["Whole"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task At_the_first_look_an_old_file_is_read_at_once()
    {
        _folder.Article("a.txt", "Old", Now.UtcDateTime.AddSeconds(-3));
        Assert.Equal(["Old"], await _folder.TitlesAsync());
    }

    // The disk of a network drive may be a minute behind: then a file that is being written looks old.
    [Fact]
    public async Task Later_no_file_is_believed_to_be_old()
    {
        Assert.Empty(await _folder.ReadAsync());
        _folder.Article("a.txt", "From another clock", Now.UtcDateTime.AddMinutes(-1));
        Assert.Empty(await _folder.ReadAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["From another clock"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task An_empty_file_is_no_problem_while_it_may_yet_be_filled()
    {
        _folder.Write("a.txt", "", Now.UtcDateTime);
        Assert.Empty(await _folder.ReadAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _folder.ProblemAsync();
    }

    [Fact]
    public async Task Waiting_ends_when_a_file_may_be_quiet_though_nothing_changes()
    {
        _folder.Article("a.txt", "Fresh", Now.UtcDateTime);
        Assert.Empty(await _folder.ReadAsync());
        var change = _folder.Source.WaitForChangeAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        await change;
        Assert.Equal(["Fresh"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task A_file_that_grows_while_it_is_read_is_left_for_later()
    {
        var path = _folder.Article("a.txt", "Growing");
        var listed = NewsBot.Sources.Folder.FolderFile.At(path, "a.txt")!;
        await File.AppendAllTextAsync(path, "More.", TestContext.Current.CancellationToken);
        Assert.Null(await new NewsBot.Sources.Folder.FolderReader("seeds", 1000, ArchiveFolder.Pages).ReadAsync(listed, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_always_being_written_does_not_hold_up_the_others()
    {
        _folder.Article("log.txt", "Endless", Now.UtcDateTime);
        _folder.Article("a.txt", "Fine", Now.UtcDateTime.AddHours(-1));
        Assert.Equal("a.txt", Assert.IsType<Found.Item>(Assert.Single(await _folder.ReadAsync())).Place);
    }

    public void Dispose() => _folder.Dispose();
}
