namespace NewsBot.Sources.Tests.Text;

/// <summary>The folder of shared material that lies beside the repository on the maintainers' machines.</summary>
internal static class SharedFolder
{
    /// <summary>A path in it; the test is skipped where it is absent, and fails in CI.</summary>
    public static string Path(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine([folder.FullName, "shared", .. parts]);
            if (Directory.Exists(System.IO.Path.Combine(folder.FullName, "shared", "seeds")) && System.IO.Path.Exists(path)) return path;
        }
        var sentence = $"The shared folder with {string.Join('/', parts)} does not lie beside the repository.";
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", sentence);
        Assert.Skip(sentence);
        return "";
    }
}
