using System.Runtime.CompilerServices;
using NewsBot.Core.Sources;
using NewsBot.Sources.Folder;
using NewsBot.Sources.Text;

namespace NewsBot.Sources;

/// <summary>Reads any file or folder as an archive, outside of the configured ones: for the verbs inspect and import.</summary>
public sealed class ArchiveInspector
{
    internal const string Inspected = "inspect";
    internal const string Imported = "import";

    private readonly PageReader _pages;

    internal ArchiveInspector(PageReader pages) => _pages = pages;

    /// <summary>
    /// What the bot makes of a file, or of every article file below a folder, oldest first. A path that cannot be read is a
    /// problem, not an exception.
    /// </summary>
    public async IAsyncEnumerable<Found> ReadAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!Directory.Exists(path))
        {
            yield return await ReadFileAsync(path, stop);
            yield break;
        }
        await using var all = Open(Inspected, Inspected, path).ReadAsync(new Dictionary<string, string>(), stop).GetAsyncEnumerator(stop);
        for (Found? found; (found = await NextAsync(all, path)) is not null;) yield return found;
    }

    /// <summary>
    /// A folder as a source of its own, for an import. Two imported folders may hold files of the same name, so an article without a link
    /// is known by the whole of its path.
    /// </summary>
    public IArticleSource Source(string folder) => Open(Imported, $"{Imported}:{Path.GetFullPath(folder)}", folder);

    private FolderOnce Open(string key, string name, string folder) => new(key, folder, new(folder, folder), Reader(name));

    private FolderReader Reader(string name) => new(name, FolderOptions.DefaultMaxFileBytes, _pages);

    // A path that somebody typed may be a link to anywhere: they meant what it leads to.
    private async Task<Found> ReadFileAsync(string path, CancellationToken stop)
    {
        try
        {
            if (FolderFile.At(RealPath.Of(path), path) is { } file) return await FolderOnce.ReadAsync(Reader(Inspected), file, stop);
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            // An empty path, one with a NUL in it, or links that lead in a circle: there is no such file either.
        }
        return new Found.Problem(path, null, "There is no such file or folder; check the path.");
    }

    private static async Task<Found?> NextAsync(IAsyncEnumerator<Found> all, string path)
    {
        try
        {
            return await all.MoveNextAsync() ? all.Current : null;
        }
        catch (IOException failure)
        {
            return new Found.Problem(path, null, failure.Message);
        }
    }
}
