namespace NewsBot.Tests.Conventions;

/// <summary>The files of the checkout, without what builds and runs leave behind (the names that .gitignore lists).</summary>
internal static class Tree
{
    private static readonly HashSet<string> LeftBehind =
        ["bin", "obj", "data", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules", ".git", ".vs", ".idea"];

    /// <summary>Names of the files and folders at the top.</summary>
    public static IEnumerable<string> Top() =>
        Directory.EnumerateFileSystemEntries(Repository.Folder).Select(path => Path.GetFileName(path)).Where(name => !LeftBehind.Contains(name));

    /// <summary>Paths relative to the checkout, with forward slashes.</summary>
    /// <param name="under">A folder of the checkout, or empty for all of it.</param>
    /// <param name="ending">How a file's name ends; empty for every file.</param>
    public static IEnumerable<string> Files(string under = "", string ending = "") =>
        Walk(Path.Combine(Repository.Folder, under))
            .Where(path => path.EndsWith(ending, StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Repository.Folder, path).Replace('\\', '/'));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Repository.Folder, file));

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(inner => !LeftBehind.Contains(Path.GetFileName(inner))).SelectMany(Walk));
}
