using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Core.Stories;
using NewsBot.Sources.Feeds.Articles;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Polling;

/// <summary>One reading of a feed, held against what is remembered of it.</summary>
internal sealed class Reading
{
    private readonly string _host;
    private readonly bool _guidsRotate;
    private readonly bool _guidsRepeat;

    private Reading(IReadOnlyList<ReadEntry> entries, HashSet<int> movedUp, string host, Recognition? recognition)
    {
        (Entries, MovedUp, _host) = (entries, movedUp, host);
        (_guidsRotate, _guidsRepeat) = (recognition?.GuidsRotate == true, recognition?.GuidsRepeat == true);
    }

    /// <summary>In the feed's order, without copies.</summary>
    public IReadOnlyList<ReadEntry> Entries { get; }

    /// <summary>The source gives the same GUID to several articles.</summary>
    public bool GuidsRepeat => _guidsRepeat;

    /// <summary>Places of undated entries that were there all along, below what the feed shows.</summary>
    public HashSet<int> MovedUp { get; }

    public static Reading Of(WebSource source, FeedDocument feed, SourceMemory? memory, string host, DateTimeOffset now)
    {
        var home = CanonicalLink.Of(feed.Feed.Link);
        var all = feed.Entries.Select(entry => (Entry: entry, Marks: EntryMarks.Of(entry, EntryDates.Of(entry, now), home)));
        var once = new List<(FeedEntry Entry, EntryMarks Marks)>();
        foreach (var one in all)
            if (!once.Any(other => Traits.IsCopy(one.Marks, other.Marks))) once.Add(one);
        IReadOnlyList<EntryMarks> marks = [.. once.Select(one => one.Marks)];
        var recognition = memory is null ? null : Recognition.Of(marks, memory, memory.Host.Length > 0 && memory.Host != host);
        var known = recognition?.Known ?? new Remembered?[marks.Count];
        var names = new Naming(source, Traits.Of(marks), memory, recognition);
        return new(
            [.. once.Select((one, at) => new ReadEntry(at, one.Entry, one.Marks, known[at], names.Of(one.Entry, one.Marks)))],
            memory is null ? [] : Newness.MovedUp(marks, known, memory),
            host,
            recognition);
    }

    /// <summary>What is to be remembered once the articles are stored: this reading first, then what it did not show.</summary>
    /// <param name="gone">Marks of what the source took back.</param>
    public SourceMemory Remember(IReadOnlyList<ReadEntry> entries, SourceMemory? before, IReadOnlyCollection<long> gone, bool isWhole, DateTimeOffset now)
    {
        var seen = entries.Select(entry => entry.Remember(now)).ToArray();
        if (before is null) return new() { Floor = Newness.FloorAfter(seen.Select(item => item.Date), now), ReadAt = now, Host = _host, Gone = [.. gone], Items = seen };
        var shown = entries.Select(entry => entry.Known).OfType<Remembered>().ToHashSet(ReferenceEqualityComparer.Instance);
        var rest = before.Items.Where(item => !shown.Contains(item)).ToArray();
        var kept = rest.Where(item => item.SeenAt >= before.ReadAt || item.SeenAt > now - SourceMemory.Kept).Take(Math.Max(0, SourceMemory.Most - seen.Length)).ToArray();
        return before with
        {
            // Without a place in memory, only its date keeps an old item from being news again.
            Floor = kept.Length < rest.Length ? Latest(before.Floor, now - SourceMemory.Kept) : before.Floor,
            ReadAt = isWhole ? now : before.ReadAt,
            Host = isWhole ? _host : before.Host,
            GuidsRotate = _guidsRotate,
            GuidsRepeat = _guidsRepeat,
            Gone = isWhole ? [.. gone] : [.. before.Gone.Union(gone)],
            Items = [.. seen, .. kept],
        };
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>An entry on its way to becoming an article.</summary>
/// <param name="At">Its place in the reading.</param>
/// <param name="Identity">Of the article, when it is new.</param>
internal sealed record ReadEntry(int At, FeedEntry Entry, EntryMarks Marks, Remembered? Known, string Identity)
{
    /// <summary>Of its link only the host counts: some feeds write another link with every reading.</summary>
    public bool IsChanged => Known is { IsOthers: false } known && (known.Title != Marks.Title || known.Text != Marks.Text || (known.Path == Marks.Path && known.Link != Marks.Link));

    /// <summary>Null while it was not read, or when it says nothing at all.</summary>
    public FoundArticle? Article { get; set; }

    /// <summary>Another source has brought it before.</summary>
    public bool IsOthers { get; set; }

    public Remembered Remember(DateTimeOffset now) => new(
        Known?.Article ?? Article!.Id.Value,
        Marks.Guid ?? Known?.Guid,
        Marks.Link ?? Known?.Link,
        Marks.Path ?? Known?.Path,
        Marks.Title,
        Marks.Text,
        Marks.Date ?? Known?.Date,
        Article?.Content.Published ?? Known!.Published,
        now)
    {
        IsOthers = IsOthers || Known?.IsOthers == true,
    };
}
