namespace NewsBot.Sources.Folder;

/// <summary>
/// One walk through a folder and all folders in it. It never leads out, and each real folder is entered once, so links cannot lead
/// round in circles.
/// </summary>
internal sealed class FolderWalk(string root, string title)
{
    private static readonly EnumerationOptions NoHidden = new() { AttributesToSkip = FileAttributes.Hidden, IgnoreInaccessible = false };

    /// <summary>What the framework answers for something that is not there.</summary>
    private const FileAttributes Missing = (FileAttributes)(-1);

    private readonly HashSet<string> _entered = [root];
    private readonly Stack<(string Path, string Place)> _folders = new([(root, "")]);
    private readonly Queue<(string Path, string Place)> _links = [];

    public IEnumerable<FolderFile> Files()
    {
        while (Next() is var (path, place))
        {
            var entries = Entries(path, place, out var flaw);
            if (flaw is not null) yield return flaw;
            foreach (var entry in entries)
                if (Look(entry, place) is { } file)
                    yield return file;
        }
    }

    // A link to a folder inside shows something new only if it is the one way there, so links wait until all else was seen.
    private (string Path, string Place)? Next()
    {
        if (_folders.TryPop(out var folder)) return folder;
        while (_links.TryDequeue(out var link))
            if (_entered.Add(link.Path))
                return link;
        return null;
    }

    private FileSystemInfo[] Entries(string path, string place, out FolderFile? flaw)
    {
        flaw = null;
        try
        {
            return new DirectoryInfo(path).GetFileSystemInfos("*", NoHidden);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (path == root) throw new IOException($"The folder '{title}' cannot be listed; check who owns it and its permissions.");
            if (failure is not DirectoryNotFoundException) flaw = FolderFile.Flawed(place, "This folder cannot be listed; check who owns it and its permissions.");
            return [];
        }
    }

    private FolderFile? Look(FileSystemInfo entry, string folder)
    {
        if (entry is FileInfo && !Place.IsArticle(entry.Name)) return null;
        var place = Place.Of(folder, entry.Name);
        if (entry.Attributes == Missing) return Unreachable(entry) is { } flaw ? FolderFile.Flawed(place, flaw) : null;
        if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint)) return Follow(entry.FullName, place, entry is DirectoryInfo);
        if (entry is FileInfo) return FolderFile.At(entry.FullName, place);
        if (_entered.Add(entry.FullName)) _folders.Push((entry.FullName, place));
        return null;
    }

    private FolderFile? Follow(string link, string place, bool isFolder)
    {
        if (Target(link) is not { } target) return FolderFile.Flawed(place, "It is a link that leads in a circle; put the file itself here.");
        if (target != root && !RealPath.IsWithin(target, root)) return FolderFile.Flawed(place, "It is a link that leads out of the folder and is not followed; put the file itself here.");
        if (!isFolder) return FolderFile.At(target, place) ?? FolderFile.Flawed(place, "It is a link to a file that is not there; put the file itself here.");
        _links.Enqueue((target, place));
        return null;
    }

    private static string? Target(string link)
    {
        try
        {
            return RealPath.Of(link);
        }
        catch (IOException)
        {
            return null;
        }
    }

    // A path longer than the system takes (4096 bytes on Linux) has no full name. Bytes that are not UTF-8 arrive as U+FFFD, and by that name
    // nothing can be opened. Whatever else is not there has gone since.
    private static string? Unreachable(FileSystemInfo entry) =>
        entry.FullName.Length == 0 ? "The names on the way to it are too long together; shorten some."
        : entry.Name.Contains('\uFFFD') ? "Its name is not written in UTF-8; rename it."
        : null;
}
