using System.Globalization;
using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Polling;

/// <summary>
/// Gives a new article its identity. A link of its own comes first, because it is the same in every feed that tells of the article;
/// then a GUID that holds; then title and date. These two mean something only within their source.
/// </summary>
internal sealed class Naming(WebSource source, Traits traits, SourceMemory? memory, Recognition? recognition)
{
    private readonly HashSet<long> _taken = [.. memory?.Items.Select(item => item.Link).OfType<long>() ?? []];

    public string Of(FeedEntry entry, EntryMarks marks)
    {
        if (marks.Canonical is { } link && traits.HasOwnLink(marks) && !_taken.Contains(marks.Link!.Value)) return link;
        if (traits.HasOwnGuid(marks) && recognition is not { GuidsRepeat: true }) return $"{source.Key} {entry.Id!.Trim()}";
        return $"{source.Key} {marks.Canonical} {entry.Title?.Value.Trim()}\n{marks.Date?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}{(marks.Date is null ? marks.Text : "")}";
    }
}
