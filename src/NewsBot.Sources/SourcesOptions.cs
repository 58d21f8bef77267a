namespace NewsBot.Sources;

/// <summary>Section "Sources" of the settings.</summary>
public sealed class SourcesOptions
{
    public IList<FolderOptions> Folders { get; set; } = [];

    /// <summary>Feeds and pages that are followed beside those that were added in chat.</summary>
    public IList<WebOptions> Web { get; set; } = [];

    /// <summary>An article of a feed that is older when it is first seen is kept and not posted; zero posts any age.</summary>
    public TimeSpan Freshness { get; set; } = TimeSpan.FromDays(2);
}

/// <summary>A feed or a page.</summary>
public sealed class WebOptions
{
    /// <summary>Small letters, digits and hyphens; stored with every article.</summary>
    public string Key { get; set; } = "";

    public string Address { get; set; } = "";

    /// <summary>"feed" or "page".</summary>
    public string Kind { get; set; } = "feed";

    public string Title { get; set; } = "";

    /// <summary>Its word is enough to take a post down again.</summary>
    public bool Trusted { get; set; }

    /// <summary>Short articles are completed from the page that they link to.</summary>
    public bool CompleteText { get; set; }

    /// <summary>Posts show its pictures.</summary>
    public bool Images { get; set; } = true;

    /// <summary>Keys of topics that all of its articles belong to.</summary>
    public IList<string> Topics { get; set; } = [];

    /// <summary>ISO 639-1 code for articles that name none; empty to guess.</summary>
    public string Language { get; set; } = "";

    /// <summary>IANA time zone of dates that name none.</summary>
    public string Zone { get; set; } = "UTC";
}

/// <summary>A folder of .txt and .md articles.</summary>
public sealed class FolderOptions
{
    public const long DefaultMaxFileBytes = 10 * 1024 * 1024;

    /// <summary>Small letters, digits and hyphens; stored with every article.</summary>
    public string Key { get; set; } = "";

    /// <summary>Relative to the folder of appsettings.json, or absolute.</summary>
    public string Path { get; set; } = "";

    /// <summary>IANA time zone of dates that name none.</summary>
    public string Zone { get; set; } = "UTC";

    /// <summary>How long to wait before looking again when nothing signals a change.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes; a larger file is refused unread.</summary>
    public long MaxFileBytes { get; set; } = DefaultMaxFileBytes;
}
