namespace NewsBot.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsBot.sln")))
                return folder.FullName;
        throw new InvalidOperationException("Run the tests from within the checkout: NewsBot.sln was not found above the test program.");
    }
}
