using System.Text;

namespace NewsBot.Sources.Folder;

/// <summary>Lists what may be an article below a folder, and never leads out of it.</summary>
internal sealed class FolderPaths(string root)
{
    private static readonly string[] Endings = [".txt", ".md"];
    private static readonly string[] Unfinished = ["~", ".swp", ".tmp", ".part", ".crdownload"];

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Files that may be articles, oldest first; links that lead out of the folder are told, not followed.</summary>
    public IReadOnlyList<FolderFile> List()
    {
        var files = new List<FolderFile>();
        var real = RealPath(Root);
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(Root)]);
        while (folders.TryPop(out var folder))
            foreach (var entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true }))
                Sort(entry, real, files, folders);
        files.Sort((a, b) => a.Written != b.Written ? a.Written.CompareTo(b.Written) : string.CompareOrdinal(a.Place, b.Place));
        return files;
    }

    /// <summary>The place of a path: relative, forward slashes, one form for each letter, nothing unprintable.</summary>
    public string PlaceOf(string path)
    {
        var relative = Path.GetRelativePath(Root, path).Replace('\\', '/');
        var clean = string.Concat(relative.EnumerateRunes().Select(rune => Rune.IsControl(rune) ? "\uFFFD" : rune.ToString()));
        return clean.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The path with every link in it resolved, as realpath(3) does.</summary>
    public static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in Path.GetFullPath(path)[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            if (new FileInfo(real).ResolveLinkTarget(returnFinalTarget: true) is { } target) real = RealPath(target.FullName);
        }
        return real;
    }

    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private void Sort(FileSystemInfo entry, string real, List<FolderFile> files, Stack<DirectoryInfo> folders)
    {
        if (entry.Name.StartsWith('.') || entry.Name.StartsWith('#')) return;
        var isLink = entry.LinkTarget is not null;
        if (entry is DirectoryInfo folder)
        {
            // A link to a folder within is no new place, and following it could go round in circles.
            if (!isLink) folders.Push(folder);
            else if (!LeadsInside(entry, real)) files.Add(FolderFile.Escaping(PlaceOf(entry.FullName)));
            return;
        }
        if (!Endings.Contains(entry.Extension.ToLowerInvariant()) || Unfinished.Any(entry.Name.EndsWith)) return;
        if (isLink && !LeadsInside(entry, real)) files.Add(FolderFile.Escaping(PlaceOf(entry.FullName)));
        else if (FolderFile.Of((FileInfo)entry, PlaceOf(entry.FullName)) is { } file) files.Add(file);
    }

    private static bool LeadsInside(FileSystemInfo link, string real)
    {
        try
        {
            return IsWithin(RealPath(link.FullName), real);
        }
        catch (IOException)
        {
            // A link to itself, or to nowhere.
            return false;
        }
    }
}
