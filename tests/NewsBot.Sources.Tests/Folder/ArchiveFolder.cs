using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Sources;
using NewsBot.Sources.Folder;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Tests.Folder;

/// <summary>A real folder in the temporary one, a source that reads it, and the marks that a store would have kept.</summary>
internal sealed class ArchiveFolder : IDisposable
{
    /// <summary>The age of files that are not about being written.</summary>
    public static readonly DateTime LongAgo = new(2024, 9, 8, 4, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly string _temporary = RealPath.Of(Directory.CreateTempSubdirectory("newsbot-folder-").FullName);
    private readonly Dictionary<string, string> _marks = [];
    private readonly TimeProvider _clock;

    public ArchiveFolder(TimeProvider? clock = null)
    {
        _clock = clock ?? Clock;
        Directory.CreateDirectory(Path);
        Directory.CreateDirectory(Outside);
        // Open to everybody: some tests read as nobody.
        Shell("chmod 755 .. .");
        Source = Open();
    }

    /// <summary>Far from the disk's time, so that no file counts as just written.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static PageReader Pages { get; } = new(new(TimeZoneInfo.Utc, new LanguageGuesser()));

    public string Path => System.IO.Path.Combine(_temporary, "archive");

    public string Outside => System.IO.Path.Combine(_temporary, "elsewhere");

    public long MaxBytes { get; init; } = FolderOptions.DefaultMaxFileBytes;

    public FolderSource Source { get; private set; }

    public IReadOnlyDictionary<string, string> Marks => _marks;

    public string At(string place) => System.IO.Path.Combine(Path, place);

    public string Write(string place, string text, DateTime? written = null) => Write(place, System.Text.Encoding.UTF8.GetBytes(text), written);

    public string Write(string place, byte[] bytes, DateTime? written = null)
    {
        var path = At(place);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, written ?? LongAgo);
        return path;
    }

    /// <summary>A file with a title and a paragraph.</summary>
    public string Article(string place, string title, DateTime? written = null) =>
        Write(place, $"{title}\n\nThe ferry left the northern bank at noon with eleven passengers and a goat.\n", written);

    /// <summary>One look at the folder, as the harvester takes it.</summary>
    public async Task<IReadOnlyList<Found>> ReadAsync()
    {
        var all = await Source.ReadAsync(_marks.ToDictionary(), Stop).ToListAsync(Stop);
        foreach (var found in all)
            if (found.Mark is { } mark) _marks[found.Place] = mark;
            else _marks.Remove(found.Place);
        return all;
    }

    /// <summary>The one problem that a look finds.</summary>
    public async Task<Found.Problem> ProblemAsync() => Assert.Single((await ReadAsync()).OfType<Found.Problem>());

    public async Task<string[]> TitlesAsync() => (await ReadAsync()).OfType<Found.Item>().Select(item => item.Article.Content.Title).ToArray();

    /// <summary>What a new start of the program finds: the marks, and nothing else.</summary>
    public void Restart()
    {
        Source.Dispose();
        Source = Open();
    }

    /// <summary>Runs a line of shell within the folder, for what .NET has no words for.</summary>
    public void Shell(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-ec", line]) { WorkingDirectory = Directory.Exists(Path) ? Path : Outside })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    public void Dispose()
    {
        Source.Dispose();
        // The framework cannot delete names that are not UTF-8, nor paths that are too long.
        Shell("chmod -R u+rwx ..; cd ..; rm -rf ./*");
        Directory.Delete(_temporary);
    }

    private FolderSource Open() => new(
        "seeds", "seeds", TimeSpan.FromMinutes(1), new(Path, "seeds"), new("seeds", MaxBytes, Pages), new("seeds", _clock, NullLogger<FolderWatch>.Instance), _clock);
}
