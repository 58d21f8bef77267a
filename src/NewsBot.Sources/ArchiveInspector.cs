using System.Runtime.CompilerServices;
using NewsBot.Core.Sources;
using NewsBot.Sources.Folder;
using NewsBot.Sources.Text;

namespace NewsBot.Sources;

/// <summary>Reads any file or folder as an archive, outside of the configured ones: for the verbs inspect and import.</summary>
public sealed class ArchiveInspector
{
    private readonly Func<string, string, IArticleSource> _open;
    private readonly FolderReader _reader;

    internal ArchiveInspector(Func<string, string, IArticleSource> open, PageReader pages) =>
        (_open, _reader) = (open, new FolderReader("inspect", FolderOptions.DefaultMaxFileBytes, pages));

    /// <summary>What the bot makes of a file, or of every article file below a folder. A path that does not exist is a problem, not an exception.</summary>
    public async IAsyncEnumerable<Found> ReadAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        if (Directory.Exists(path))
        {
            await foreach (var found in _open("inspect", path).ReadAsync(new Dictionary<string, string>(), stop)) yield return found;
            yield break;
        }
        var file = FolderFile.Of(new FileInfo(path), path);
        if (file is null) yield return new Found.Problem(path, null, "There is no such file or folder; check the path.");
        else yield return await _reader.ReadAsync(file, stop) ?? new Found.Problem(path, null, "It changed while it was read; try again.");
    }

    /// <summary>A folder as a source of its own, for an import.</summary>
    public IArticleSource Source(string folder) => _open("import", folder);
}
