using Microsoft.Extensions.Options;

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

internal sealed class SourcesOptionsCheck : IValidateOptions<SourcesOptions>
{
    public ValidateOptionsResult Validate(string? name, SourcesOptions options)
    {
        var complaints = options.Folders.SelectMany((folder, i) => Complaints($"Sources:Folders:{i}", folder)).ToList();
        foreach (var twice in options.Folders.GroupBy(folder => folder.Key).Where(group => group.Count() > 1))
            complaints.Add($"Sources:Folders: the key '{twice.Key}' is used twice; give each folder its own.");
        return complaints.Count > 0 ? ValidateOptionsResult.Fail(complaints) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Complaints(string where, FolderOptions folder)
    {
        if (folder.Key.Length is 0 or > 32 || !folder.Key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            yield return $"{where}:Key: '{folder.Key}' must be 1 to 32 small letters, digits and hyphens.";
        if (string.IsNullOrWhiteSpace(folder.Path)) yield return $"{where}:Path: write the folder that holds the articles.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(folder.Zone, out _)) yield return $"{where}:Zone: '{folder.Zone}' is no time zone; write one such as Europe/Kyiv or UTC.";
        if (folder.Every < TimeSpan.FromSeconds(1) || folder.Every > TimeSpan.FromDays(1)) yield return $"{where}:Every: write a time from 00:00:01 to 1.00:00:00.";
        if (folder.MaxFileBytes is < 1 or > 1_000_000_000) yield return $"{where}:MaxFileBytes: write a number of bytes from 1 to 1000000000.";
    }
}
