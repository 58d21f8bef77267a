namespace NewsBot;

/// <summary>The folder that holds appsettings.json; relative paths in the settings start there.</summary>
internal static class Home
{
    private const string Settings = "appsettings.json";

    /// <summary>NEWSBOT_HOME, else the current folder or the nearest one above it that has the settings, else the program's own folder.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("NEWSBOT_HOME") is { Length: > 0 } home)
            return Directory.Exists(home) ? Path.GetFullPath(home) : throw new UserMistakeException("NEWSBOT_HOME names a folder that does not exist; make it or name another.");
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Settings)))
                return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
