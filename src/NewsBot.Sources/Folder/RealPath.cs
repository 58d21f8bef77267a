namespace NewsBot.Sources.Folder;

/// <summary>Where a path really leads, as realpath(3) tells it.</summary>
internal static class RealPath
{
    /// <summary>Links on one way that are followed; Linux stops at as many.</summary>
    private const int MaxLinks = 40;

    /// <summary>
    /// The path with every link in it resolved; what does not exist is taken for plain names. The framework's own resolving takes ".."
    /// by the letters, but after a link ".." is the parent of where the link leads, and that may be outside.
    /// </summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var ahead = Parts(full[real.Length..]);
        for (var links = 0; ahead.TryPop(out var part);)
        {
            if (part == ".") continue;
            var next = part == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, part);
            if (part == ".." || new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MaxLinks) throw new IOException("Links lead in a circle.");
            if (Path.IsPathRooted(target)) real = Path.GetPathRoot(target)!;
            foreach (var step in Parts(Path.IsPathRooted(target) ? target[real.Length..] : target).Reverse()) ahead.Push(step);
        }
        return real;
    }

    /// <param name="path">A real path.</param>
    /// <param name="folder">A real path.</param>
    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The first step on top.
    private static Stack<string> Parts(string path) =>
        new(path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse());
}
