namespace NewsBot.Sources.Polling;

/// <summary>
/// Finds for each entry of a reading the item that is remembered of it. What tells most is tried first, and an item that one entry has
/// claimed is nobody else's, so that twins which stand side by side are never taken for one.
/// </summary>
internal sealed class Recognition
{
    private readonly IReadOnlyList<EntryMarks> _entries;
    private readonly SourceMemory _memory;
    private readonly Remembered?[] _known;
    private readonly HashSet<Remembered> _claimed = new(ReferenceEqualityComparer.Instance);
    private readonly bool _moved;

    private Recognition(IReadOnlyList<EntryMarks> entries, SourceMemory memory, bool moved)
    {
        (_entries, _memory, _moved, _known) = (entries, memory, moved, new Remembered?[entries.Count]);
        Traits = Traits.Of(entries);
    }

    public Traits Traits { get; }

    /// <summary>For each entry its item, or null when it is new.</summary>
    public IReadOnlyList<Remembered?> Known => _known;

    /// <summary>The GUIDs of this source change although the articles stay, as far as known now.</summary>
    public bool GuidsRotate { get; private set; }

    public bool GuidsRepeat { get; private set; }

    /// <param name="moved">The source answers from another host than last time.</param>
    public static Recognition Of(IReadOnlyList<EntryMarks> entries, SourceMemory memory, bool moved)
    {
        var it = new Recognition(entries, memory, moved);
        it.ByGuid();
        it.ByLink();
        it.ByPath();
        it.ByTitle();
        return it;
    }

    private void ByGuid()
    {
        GuidsRepeat = _memory.GuidsRepeat;
        if (GuidsRepeat) return;
        var items = Single(item => item.Guid);
        var pairs = Unknown().Where(at => Traits.HasOwnGuid(_entries[at])).Select(at => (At: at, Item: Find(items, _entries[at].Guid))).Where(pair => pair.Item is not null).ToArray();
        var wrong = pairs.Where(pair => IsAnother(pair.At, pair.Item!)).Select(pair => pair.At).ToHashSet();
        // Numbers by place ("1", "2", "3") go to the next article with every new one.
        GuidsRepeat = wrong.Count >= 2 && wrong.Count * 2 >= pairs.Length;
        foreach (var (at, item) in pairs)
            if (!wrong.Contains(at)) Claim(at, item!);
    }

    // The title and the link and the date at once are more than an edit; and so is it when the item stands elsewhere in the reading, under another GUID.
    private bool IsAnother(int at, Remembered item)
    {
        var entry = _entries[at];
        if (entry.Title == item.Title || Same(entry.Link, item.Link)) return false;
        if (Differ(entry.Link, item.Link) && entry.Date != item.Date) return true;
        for (var other = 0; other < _entries.Count; other++)
            if (other != at && _entries[other].Guid != entry.Guid && _entries[other].Title == item.Title
                && (Same(_entries[other].Link, item.Link) || _entries[other].Text == item.Text)) return true;
        return false;
    }

    private void ByLink()
    {
        var items = Single(item => item.Link);
        var pairs = Unknown().Where(at => Traits.HasOwnLink(_entries[at])).Select(at => (At: at, Item: Find(items, _entries[at].Link))).Where(pair => pair.Item is not null).ToArray();
        var rotated = pairs.Count(pair => Differ(_entries[pair.At].Guid, pair.Item!.Guid) && (_entries[pair.At].Title == pair.Item.Title || _entries[pair.At].Text == pair.Item.Text));
        GuidsRotate = _memory.GuidsRotate || rotated > _claimed.Count;
        foreach (var (at, item) in pairs)
            if (!IsNextOnTheSamePage(_entries[at], item!)) Claim(at, item!);
    }

    // "The weather today" has one address and a new GUID each day; that is news only where GUIDs hold, and when nothing else stayed.
    private bool IsNextOnTheSamePage(EntryMarks entry, Remembered item) =>
        !GuidsRotate && !GuidsRepeat && Differ(entry.Guid, item.Guid) && entry.Title != item.Title && entry.Text != item.Text && entry.Date is not null && entry.Date != item.Date;

    private void ByPath()
    {
        var items = Single(item => item.Path);
        var unknown = Unknown().Where(at => _entries[at].Path is { } path && Traits.IsOwn(path)).ToArray();
        var pairs = unknown.Select(at => (At: at, Item: Find(items, _entries[at].Path))).Where(pair => pair.Item is not null && Differ(_entries[pair.At].Link, pair.Item.Link)).ToArray();
        var moved = _moved || (pairs.Length >= 2 && pairs.Length * 2 >= unknown.Length);
        foreach (var (at, item) in pairs)
            if (moved || _entries[at].Title == item!.Title) Claim(at, item!);
    }

    // "Morning briefing" comes every day, so a title needs its date or its text beside it; what has neither link nor GUID nor date has only its title.
    private void ByTitle()
    {
        var items = _memory.Items.ToLookup(item => item.Title);
        foreach (var at in Unknown().ToArray())
        {
            var entry = _entries[at];
            var left = items[entry.Title].Where(item => !_claimed.Contains(item)).ToArray();
            var isBare = entry is { Guid: null, Link: null };
            var item = left.FirstOrDefault(item => entry.Date is not null && item.Date == entry.Date && (isBare || item.Text == entry.Text || Traits.HasOwnTitle(entry)))
                ?? left.FirstOrDefault(item => item.Text == entry.Text && (isBare || entry.Date is null))
                ?? (isBare && entry.Date is null && Traits.HasOwnTitle(entry) ? left.FirstOrDefault() : null);
            if (item is not null) Claim(at, item);
        }
    }

    private IEnumerable<int> Unknown() => Enumerable.Range(0, _entries.Count).Where(at => _known[at] is null);

    /// <summary>Items that nobody claimed yet, by a mark; when several share it, the one seen last.</summary>
    private Dictionary<long, Remembered> Single(Func<Remembered, long?> mark)
    {
        var items = new Dictionary<long, Remembered>();
        foreach (var item in _memory.Items)
            if (!_claimed.Contains(item) && mark(item) is { } value) items.TryAdd(value, item);
        return items;
    }

    private void Claim(int at, Remembered item)
    {
        if (_claimed.Add(item)) _known[at] = item;
    }

    private static Remembered? Find(Dictionary<long, Remembered> items, long? mark) => mark is { } value ? items.GetValueOrDefault(value) : null;

    private static bool Same(long? one, long? other) => one is not null && one == other;

    private static bool Differ(long? one, long? other) => one is not null && other is not null && one != other;
}
