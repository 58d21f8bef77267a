using Microsoft.Extensions.Options;

namespace NewsBot.Sources;

/// <summary>One sentence for each wrong setting. Any of them may be null: that is what the binder makes of a null in the file.</summary>
internal sealed class SourcesOptionsCheck : IValidateOptions<SourcesOptions>
{
    public const int LongestKey = 32;

    public ValidateOptionsResult Validate(string? name, SourcesOptions options)
    {
        var folders = options.Folders ?? [];
        var complaints = folders.SelectMany((folder, i) => Complaints($"Sources:Folders:{i}", folder)).ToList();
        foreach (var twice in folders.Where(folder => !string.IsNullOrEmpty(folder.Key)).GroupBy(folder => folder.Key).Where(group => group.Count() > 1))
            complaints.Add($"Sources:Folders: the key '{twice.Key}' is used twice; give each folder its own.");
        complaints.AddRange(WebOptionsCheck.Complaints(options.Web ?? [], [.. folders.Select(folder => folder.Key)]));
        if (options.Freshness < TimeSpan.Zero) complaints.Add("Sources:Freshness: write a time such as 2.00:00:00 for two days, or 00:00:00 for any age.");
        return complaints.Count > 0 ? ValidateOptionsResult.Fail(complaints) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Complaints(string where, FolderOptions folder)
    {
        if (!IsKey(folder.Key)) yield return $"{where}:Key: '{folder.Key}' must be 1 to {LongestKey} small letters, digits and hyphens.";
        else if (folder.Key is ArchiveInspector.Inspected or ArchiveInspector.Imported) yield return $"{where}:Key: '{folder.Key}' is a word of the bot's own; choose another.";
        if (string.IsNullOrWhiteSpace(folder.Path)) yield return $"{where}:Path: write the folder that holds the articles.";
        if (folder.Zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(folder.Zone, out _)) yield return $"{where}:Zone: '{folder.Zone}' is no time zone; write one such as Europe/Kyiv or UTC.";
        if (folder.Every < TimeSpan.FromSeconds(1) || folder.Every > TimeSpan.FromDays(1)) yield return $"{where}:Every: write a time from 00:00:01 to 1.00:00:00.";
        if (folder.MaxFileBytes is < 1 or > 1_000_000_000) yield return $"{where}:MaxFileBytes: write a number of bytes from 1 to 1000000000.";
    }

    public static bool IsKey(string? key) =>
        key is { Length: > 0 and <= LongestKey } && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
