namespace NewsBot.Sources;

/// <summary>Section "Sources" of the settings.</summary>
public sealed class SourcesOptions
{
    public IList<FolderOptions> Folders { get; set; } = [];
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
