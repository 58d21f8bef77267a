namespace NewsBot.Sources.Opml;

/// <summary>How much of a list is read. Ten thousand feeds, which is what the bot is built for, take some 3 MB.</summary>
internal static class OpmlLimits
{
    public const int Bytes = 8 * 1024 * 1024;

    public const int Feeds = 10_000;

    /// <summary>Folders in folders whose names count; what lies deeper belongs to the last of them.</summary>
    public const int Folders = 8;

    /// <summary>Elements within elements; a deeper file was not made by a reader of feeds.</summary>
    public const int Depth = 256;

    /// <summary>Problems that are told one by one.</summary>
    public const int Problems = 200;

    /// <summary>Characters (UTF-16 units) of a title or a folder's name.</summary>
    public const int Title = 200;
}
