namespace NewsBot.Sources.Finding;

/// <summary>Where sites keep a feed that their page does not name: the commonest first, and few, since each one is a question to the site.</summary>
internal static class WellKnownFeeds
{
    private static readonly string[] Paths = ["feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json", "feeds/posts/default"];

    /// <summary>Of the folder that was named, when it is not the site itself: a blog in a folder, say.</summary>
    private static readonly string[] InFolder = ["feed", "rss.xml"];

    public static IEnumerable<Uri> Of(Uri page)
    {
        var root = new Uri(page.GetLeftPart(UriPartial.Authority) + "/");
        var folder = page.AbsolutePath.EndsWith('/') ? page.AbsolutePath : page.AbsolutePath.Contains('.') ? "/" : page.AbsolutePath + "/";
        var inFolder = folder == "/" ? [] : InFolder.Select(path => new Uri(root, folder + path));
        return inFolder.Concat(Paths.Select(path => new Uri(root, path)));
    }
}
