using System.Runtime.InteropServices;
using NewsBot.Core.Sources;
using NewsBot.Sources.Folder;

namespace NewsBot.Sources.Tests.Folder;

/// <summary>Each bad file costs one clear line, once, and the good ones beside it still load.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly ArchiveFolder _folder = new();

    [Fact]
    public async Task An_empty_file_is_told_once()
    {
        _folder.Write("empty.txt", "");
        Assert.Equal("It is empty, or no ordinary file.", await OnlyProblemAsync("empty.txt"));
        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_file_of_white_space_has_no_words()
    {
        _folder.Write("blank.txt", " \r\n\t\u00A0\n");
        Assert.Equal("There is no text in it.", await OnlyProblemAsync("blank.txt"));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452000001A4000000F008060000")]
    [InlineData("7F454C4602010100000000000000000003003E0001000000")]
    [InlineData("1F8B0808A1B2C3D4020361727469636C6500CB48CDC9C95728CF2FCA49E10200")]
    [InlineData("01020304050607080E0F101112131415161718191A1B1C1D1E1F")]
    public async Task A_binary_file_is_not_text(string bytes)
    {
        _folder.Write("picture.txt", Convert.FromHexString(bytes));
        Assert.Equal("It is not text; save the article as plain text in UTF-8.", await OnlyProblemAsync("picture.txt"));
    }

    [Fact]
    public async Task A_file_of_50_MB_is_refused_with_its_size_and_the_limit()
    {
        using (var file = File.Create(_folder.At("huge.txt"))) file.SetLength(50 * 1024 * 1024);
        File.SetLastWriteTimeUtc(_folder.At("huge.txt"), ArchiveFolder.LongAgo);
        Assert.Equal("It has 50 MB, more than the 10 MB that MaxFileBytes allows.", await OnlyProblemAsync("huge.txt"));
    }

    [Fact]
    public async Task A_file_one_byte_over_the_limit_is_told_in_bytes()
    {
        _folder.Write("long.txt", new byte[FolderOptions.DefaultMaxFileBytes + 1]);
        Assert.Equal("It has 10,485,761 bytes, more than the 10,485,760 that MaxFileBytes allows.", await OnlyProblemAsync("long.txt"));
    }

    [Fact]
    public async Task A_file_that_was_too_large_is_read_when_the_limit_is_raised()
    {
        using var small = new ArchiveFolder { MaxBytes = 50 };
        small.Restart();
        small.Article("long.txt", "Ferry returns");
        var problem = await small.ProblemAsync();
        using var large = new ArchiveFolder();
        large.Article("long.txt", "Ferry returns");
        var again = await large.Source.ReadAsync(new Dictionary<string, string> { ["long.txt"] = problem.Mark! }, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.IsType<Found.Item>(Assert.Single(again));
    }

    [Fact]
    public async Task One_line_of_5_MB_is_read()
    {
        _folder.Write("line.txt", "A long line\n\n" + string.Concat(Enumerable.Repeat("The river rose again in the night. ", 150_000)));
        Assert.Equal(["A long line"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task A_file_without_permission_is_told_once_and_read_when_it_is_given()
    {
        _folder.Article("closed.txt", "Closed");
        _folder.Shell("chmod 000 closed.txt");
        var problem = Assert.IsType<Found.Problem>(Assert.Single(await AsNobodyAsync(() => _folder.ReadAsync())));
        Assert.Equal(("closed.txt", "It may not be read; check who owns it and its permissions."), Told(problem));
        Assert.Empty(await AsNobodyAsync(() => _folder.ReadAsync()));
        _folder.Shell("chmod 600 closed.txt");
        Assert.Equal(["Closed"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task A_folder_inside_without_permission_is_told()
    {
        _folder.Article("closed/inside.txt", "Inside");
        _folder.Article("open.txt", "Open");
        _folder.Shell("chmod 644 open.txt");
        _folder.Shell("chmod 000 closed");
        var found = await AsNobodyAsync(() => _folder.ReadAsync());
        _folder.Shell("chmod 700 closed");
        Assert.Equal(("closed", "This folder cannot be listed; check who owns it and its permissions."), Told(Assert.Single(found.OfType<Found.Problem>())));
        Assert.Single(found.OfType<Found.Item>());
        Assert.Contains(await _folder.ReadAsync(), again => again is Found.Nothing { Place: "closed", Mark: null });
    }

    [Fact]
    public async Task A_file_that_another_program_holds_is_told_and_read_later()
    {
        _folder.Article("held.txt", "Held");
        using (new FileStream(_folder.At("held.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal("The disk did not give it, or another program holds it; it is tried again.", await OnlyProblemAsync("held.txt"));
            Assert.Empty(await _folder.ReadAsync());
        }
        Assert.Equal(["Held"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task A_file_that_goes_between_listing_and_reading_is_no_problem()
    {
        var path = _folder.Article("gone.txt", "Gone");
        var file = FolderFile.At(path, "gone.txt")!;
        File.Delete(path);
        Assert.Null(await new FolderReader("seeds", 1000, ArchiveFolder.Pages).ReadAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pipes_and_devices_are_never_opened()
    {
        _folder.Shell("mkfifo pipe.txt");
        Assert.Equal("It is empty, or no ordinary file.", await OnlyProblemAsync("pipe.txt"));
    }

    [Fact]
    public async Task A_name_that_is_not_UTF_8_is_told()
    {
        _folder.Shell("""printf 'Title\n\nText.' > "$(printf 'caf\351.txt')" """);
        Assert.Equal("Its name is not written in UTF-8; rename it.", await OnlyProblemAsync("caf\uFFFD.txt"));
    }

    [Fact]
    public async Task A_folder_whose_name_is_not_UTF_8_is_told()
    {
        _folder.Shell("""d="$(printf 'caf\351')"; mkdir "$d"; printf 'Title\n\nText.' > "$d/a.txt" """);
        Assert.Equal("Its name is not written in UTF-8; rename it.", await OnlyProblemAsync("caf\uFFFD"));
    }

    [Fact]
    public async Task Folders_too_deep_for_the_system_are_told()
    {
        // 20 times 250 letters is more than the 4096 bytes that Linux takes for one path.
        _folder.Shell("""d=$(printf '%0250d' 1); for i in $(seq 20); do mkdir $d; cd -P $d; done; printf 'Title\n\nText.' > deep.txt""");
        var problem = await _folder.ProblemAsync();
        Assert.Equal("The names on the way to it are too long together; shorten some.", problem.What);
    }

    [Theory]
    [InlineData("a b'c\"d$e`f;g&h|i<j>k*l?m[n]o{p}q\\r%s.txt")]
    [InlineData("-rf.txt")]
    [InlineData("новини 日報 👩‍🚀.txt")]
    [InlineData("LOUD.TXT")]
    [InlineData("#march.md")]
    public async Task Odd_names_are_read(string name)
    {
        _folder.Article(name, "Odd name");
        Assert.Equal(name, Assert.Single(await _folder.ReadAsync()).Place);
    }

    [Fact]
    public async Task A_name_of_255_bytes_is_read()
    {
        _folder.Article(new string('n', 251) + ".txt", "Long name");
        Assert.Equal(["Long name"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task A_name_cannot_turn_or_break_the_line_it_is_printed_in()
    {
        _folder.Write("a\nb\u202Ec\u001B[31m.txt", "");
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFD[31m.txt", (await _folder.ProblemAsync()).Place);
    }

    [Fact]
    public async Task Two_names_that_look_the_same_are_one_article_and_a_problem()
    {
        _folder.Article("caf\u00E9.txt", "One");
        _folder.Article("cafe\u0301.txt", "Two");
        var found = await _folder.ReadAsync();
        Assert.Equal("caf\u00E9.txt", Assert.Single(found.OfType<Found.Item>()).Place);
        Assert.Equal("caf\u00E9.txt (2)", Assert.Single(found.OfType<Found.Problem>()).Place);
    }

    [Fact]
    public async Task What_is_no_article_is_passed_by_in_silence()
    {
        foreach (var place in (string[])["page.html", "images/map.png", ".hidden.txt", ".git/note.txt", "a.txt~", "#b.txt#", "c.txt.swp", "d.txt.part", "e.tmp", ".#f.txt", "txt"])
            _folder.Article(place, place);
        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_folder_named_like_an_article_is_a_folder()
    {
        _folder.Article("2024.txt/a.txt", "Inside");
        Assert.Equal("2024.txt/a.txt", Assert.Single(await _folder.ReadAsync()).Place);
    }

    [Fact]
    public async Task A_problem_is_over_when_its_file_is_gone()
    {
        _folder.Write("empty.txt", "");
        await _folder.ReadAsync();
        File.Delete(_folder.At("empty.txt"));
        Assert.Equal(new Found.Nothing("empty.txt", null), Assert.Single(await _folder.ReadAsync()));
        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_one_sentence_and_is_read_when_it_comes()
    {
        Directory.Delete(_folder.Path);
        var failure = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => _folder.ReadAsync());
        Assert.Equal("There is no folder 'seeds'; make it, or correct its path.", failure.Message);
        _folder.Article("a.txt", "Here");
        Assert.Equal(["Here"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task A_folder_that_may_not_be_listed_is_one_sentence()
    {
        _folder.Shell("chmod 000 .");
        var failure = await Assert.ThrowsAsync<IOException>(() => AsNobodyAsync(() => _folder.ReadAsync()));
        _folder.Shell("chmod 700 ../archive");
        Assert.Equal("The folder 'seeds' cannot be listed; check who owns it and its permissions.", failure.Message);
    }

    public void Dispose() => _folder.Dispose();

    // A good article beside the bad file has to load, and nothing of the disk may show.
    private async Task<string> OnlyProblemAsync(string place)
    {
        _folder.Article("good.txt", "Good news");
        var found = await _folder.ReadAsync();
        Assert.Equal("Good news", Assert.Single(found.OfType<Found.Item>()).Article.Content.Title);
        var (where, what) = Told(Assert.Single(found.OfType<Found.Problem>()));
        Assert.Equal(place, where);
        return what;
    }

    private static (string Place, string What) Told(Found.Problem problem)
    {
        Assert.DoesNotContain(Path.GetTempPath(), problem.Place + problem.What, StringComparison.Ordinal);
        return (problem.Place, problem.What);
    }

    // Permissions do not stop root, who often runs tests in a container. Linux judges files by the thread's own user for files,
    // and everything is opened on the calling thread before the first wait.
    private static Task<T> AsNobodyAsync<T>(Func<Task<T>> work)
    {
        const int Nobody = 65534;
        var before = SetFileUser(Nobody);
        try
        {
            return work();
        }
        finally
        {
            _ = SetFileUser(before);
        }
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileUser(int user);
}
