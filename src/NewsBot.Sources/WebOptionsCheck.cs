using NewsBot.Core.Sources;
using NewsBot.Core.Topics;
using NewsBot.Sources.Web;

namespace NewsBot.Sources;

/// <summary>One sentence for each wrong setting under Sources:Web, and what the right ones mean.</summary>
internal static class WebOptionsCheck
{
    public static IEnumerable<string> Complaints(IList<WebOptions> sources, IReadOnlyCollection<string> folders)
    {
        foreach (var complaint in sources.SelectMany((source, i) => Complaints($"Sources:Web:{i}", source))) yield return complaint;
        foreach (var twice in sources.Select(source => source.Key).Where(key => !string.IsNullOrEmpty(key)).GroupBy(key => key).Where(group => group.Count() > 1 || folders.Contains(group.Key)))
            yield return $"Sources:Web: the key '{twice.Key}' is used twice; give each source its own.";
        foreach (var twice in sources.Select(AddressOf).OfType<Uri>().GroupBy(address => address).Where(group => group.Count() > 1))
            yield return $"Sources:Web: the address {twice.Key.GetLeftPart(UriPartial.Path)} is used twice; keep one of the two.";
    }

    /// <param name="source">One that nothing is wrong with.</param>
    public static WebSource Read(WebOptions source) => new(source.Key, AddressOf(source)!, KindOf(source)!.Value)
    {
        Title = (source.Title ?? "").ReplaceLineEndings(" ").Trim(),
        Settings = new(source.Trusted, source.CompleteText, source.Images, source.Topics is { Count: > 0 } topics ? [.. topics] : null,
            string.IsNullOrWhiteSpace(source.Language) ? null : source.Language.Trim().ToLowerInvariant(), source.Zone),
    };

    private static IEnumerable<string> Complaints(string where, WebOptions source)
    {
        if (!SourcesOptionsCheck.IsKey(source.Key)) yield return $"{where}:Key: '{source.Key}' must be 1 to {SourcesOptionsCheck.LongestKey} small letters, digits and hyphens.";
        else if (source.Key is ArchiveInspector.Inspected or ArchiveInspector.Imported) yield return $"{where}:Key: '{source.Key}' is a word of the bot's own; choose another.";
        if (AddressOf(source) is not { } address) yield return $"{where}:Address: write the address of a feed or page, such as https://example.org/feed.xml.";
        else if (AddressRules.Objection(address) is { } objection) yield return $"{where}:Address: {objection}";
        if (KindOf(source) is null) yield return $"{where}:Kind: '{source.Kind}' is neither \"feed\" nor \"page\".";
        foreach (var topic in (source.Topics ?? []).Where(topic => topic is null || !Topic.IsKey(topic))) yield return $"{where}:Topics: '{topic}' is no topic's key.";
        if (!string.IsNullOrWhiteSpace(source.Language) && !(source.Language.Trim() is { Length: 2 } code && code.All(char.IsAsciiLetter))) yield return $"{where}:Language: '{source.Language}' is no language code; write one such as uk or en.";
        if (source.Zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(source.Zone, out _)) yield return $"{where}:Zone: '{source.Zone}' is no time zone; write one such as Europe/Kyiv or UTC.";
    }

    private static Uri? AddressOf(WebOptions source) => Uri.TryCreate(source.Address?.Trim(), UriKind.Absolute, out var address) ? address : null;

    private static WebSourceKind? KindOf(WebOptions source) =>
        (source.Kind ?? "").Trim().ToLowerInvariant() switch { "feed" => WebSourceKind.Feed, "page" => WebSourceKind.Page, _ => null };
}
