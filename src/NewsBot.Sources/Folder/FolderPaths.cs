namespace NewsBot.Sources.Folder;

/// <summary>A folder as it is configured, and what lies in it now.</summary>
/// <param name="title">What the folder is called in a message; where it lies on the disk is nobody's business.</param>
internal sealed class FolderPaths(string path, string title)
{
    private readonly string _path = Path.GetFullPath(path);

    /// <summary>Its real path.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there; one sentence.</exception>
    public string Root => Directory.Exists(_path)
        ? RealPath.Of(_path)
        : throw new DirectoryNotFoundException($"There is no folder '{title}'; make it, or correct its path.");

    /// <summary>Files that may be articles, in no order; one that must not be opened carries its flaw.</summary>
    /// <exception cref="IOException">The folder itself is not there or cannot be listed; one sentence.</exception>
    public IEnumerable<FolderFile> List()
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in new FolderWalk(Root, title).Files())
            yield return places.Add(file.Place)
                ? file
                : FolderFile.Flawed($"{file.Place} (2)", "Its name looks the same as that of another file beside it; rename one of them.");
    }
}
