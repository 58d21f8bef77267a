using NewsBot.Core.Sources;

namespace NewsBot.Sources.Tests.Folder;

/// <summary>Any path that somebody types is read now, fresh files too, and never stops the program.</summary>
public sealed class ArchiveInspectorTests : IDisposable
{
    private readonly ArchiveFolder _folder = new();
    private readonly ArchiveInspector _inspector = new(ArchiveFolder.Pages);

    [Fact]
    public async Task A_folder_is_read_oldest_first_with_its_problems()
    {
        _folder.Article("b.txt", "Later", ArchiveFolder.LongAgo.AddDays(1));
        _folder.Article("in/a.txt", "Earlier");
        _folder.Write("empty.txt", "", ArchiveFolder.LongAgo.AddDays(2));
        var found = await ReadAsync(_folder.Path);
        Assert.Equal(["in/a.txt", "b.txt", "empty.txt"], found.Select(one => one.Place));
        Assert.Equal("inspect:in/a.txt", Assert.IsType<Found.Item>(found[0]).Article.Identity);
        Assert.Equal("It is empty, or no ordinary file.", Assert.IsType<Found.Problem>(found[2]).What);
    }

    [Fact]
    public async Task A_file_written_just_now_is_read()
    {
        await File.WriteAllTextAsync(_folder.At("a.txt"), "Fresh\n\nText.", TestContext.Current.CancellationToken);
        Assert.IsType<Found.Item>(Assert.Single(await ReadAsync(_folder.Path)));
        Assert.IsType<Found.Item>(Assert.Single(await ReadAsync(_folder.At("a.txt"))));
    }

    [Fact]
    public async Task A_file_of_any_name_is_read_when_it_is_asked_for()
    {
        _folder.Article("page.text", "Asked for");
        _folder.Shell("ln -s ../archive/page.text ../elsewhere/link");
        Assert.IsType<Found.Item>(Assert.Single(await ReadAsync(_folder.At("page.text"))));
        Assert.IsType<Found.Item>(Assert.Single(await ReadAsync(Path.Combine(_folder.Outside, "link"))));
    }

    [Theory]
    [InlineData("none.txt")]
    [InlineData("none/none.txt")]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("loop")]
    public async Task A_path_that_leads_nowhere_is_one_sentence(string place)
    {
        _folder.Shell("ln -s loop loop");
        var path = place.Length == 0 ? "" : _folder.At(place);
        Assert.Equal("There is no such file or folder; check the path.", Assert.IsType<Found.Problem>(Assert.Single(await ReadAsync(path))).What);
    }

    [Fact]
    public async Task A_device_is_never_opened() =>
        Assert.Equal("It is empty, or no ordinary file.", Assert.IsType<Found.Problem>(Assert.Single(await ReadAsync("/dev/zero"))).What);

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        using (var file = File.Create(_folder.At("huge.txt"))) file.SetLength(11_000_000);
        Assert.Equal("It has 10.5 MB, more than the 10 MB that MaxFileBytes allows.", Assert.IsType<Found.Problem>(Assert.Single(await ReadAsync(_folder.At("huge.txt")))).What);
    }

    [Fact]
    public async Task Two_imported_folders_may_hold_files_of_one_name()
    {
        _folder.Article("2023/a.txt", "Old");
        _folder.Article("2024/a.txt", "New");
        var old = Assert.IsType<Found.Item>(Assert.Single(await AllAsync(_inspector.Source(_folder.At("2023")))));
        var @new = Assert.IsType<Found.Item>(Assert.Single(await AllAsync(_inspector.Source(_folder.At("2024")))));
        Assert.NotEqual(old.Article.Identity, @new.Article.Identity);
        // And no mark of one keeps the other from being read.
        Assert.Null(old.Mark);
    }

    [Fact]
    public async Task An_import_of_no_folder_is_one_sentence()
    {
        var failure = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => AllAsync(_inspector.Source("no-such-folder")));
        Assert.Equal("There is no folder 'no-such-folder'; make it, or correct its path.", failure.Message);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<List<Found>> ReadAsync(string path) => await _inspector.ReadAsync(path, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    private static async Task<List<Found>> AllAsync(IArticleSource source) => await source.ReadAsync(new Dictionary<string, string>(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
}
