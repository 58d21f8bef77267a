namespace NewsBot.Sources.Polling;

/// <summary>Which marks tell the entries of one reading apart. A mark that two different entries carry names neither.</summary>
internal sealed class Traits
{
    private readonly HashSet<long> _guids;
    private readonly HashSet<long> _links;
    private readonly HashSet<long> _paths;
    private readonly HashSet<long> _titles;

    private Traits(IReadOnlyList<EntryMarks> entries)
    {
        _guids = Shared(entries, entry => entry.Guid);
        _links = Shared(entries, entry => entry.Link);
        _paths = Shared(entries, entry => entry.Path);
        _titles = Shared(entries, entry => entry.Title);
    }

    public static Traits Of(IReadOnlyList<EntryMarks> entries) => new(entries);

    public bool HasOwnGuid(EntryMarks entry) => entry.Guid is { } guid && !_guids.Contains(guid);

    public bool HasOwnLink(EntryMarks entry) => entry.Link is { } link && !_links.Contains(link);

    public bool HasOwnTitle(EntryMarks entry) => !_titles.Contains(entry.Title);

    public bool IsOwn(long path) => !_paths.Contains(path);

    /// <summary>The entry stands a second time in the reading, as feeds that were stitched together have it.</summary>
    public static bool IsCopy(EntryMarks one, EntryMarks other) =>
        one.Title == other.Title && one.Link == other.Link && ((one.Guid is not null && one.Guid == other.Guid) || one.Text == other.Text)
        && (one.Link is not null || one.Guid == other.Guid);

    private static HashSet<long> Shared(IReadOnlyList<EntryMarks> entries, Func<EntryMarks, long?> mark)
    {
        var seen = new HashSet<long>();
        return [.. entries.Select(mark).OfType<long>().Where(value => !seen.Add(value))];
    }
}
