using System.Runtime.CompilerServices;

namespace NewsBot.Storage.Tests;

/// <summary>The test data that lies beside the repository on the maintainers' machines, and never in it.</summary>
internal static class SharedData
{
    /// <summary>A path in it; the test is skipped where it is absent, and fails in CI.</summary>
    public static string Path(params string[] parts)
    {
        for (var folder = new DirectoryInfo(Here()); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine([folder.FullName, "shared", "data", .. parts]);
            if (File.Exists(path)) return path;
        }
        var sentence = $"The shared data with {string.Join('/', parts)} does not lie beside the repository.";
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", sentence);
        Assert.Skip(sentence);
        return "";
    }

    private static string Here() => System.IO.Path.GetDirectoryName(SourceFile()) is { Length: > 0 } folder && Directory.Exists(folder) ? folder : AppContext.BaseDirectory;

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
