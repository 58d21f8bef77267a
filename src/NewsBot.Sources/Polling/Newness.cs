namespace NewsBot.Sources.Polling;

/// <summary>Which of the articles that were never seen are news, and which are only new to us. Pure.</summary>
internal static class Newness
{
    /// <summary>A clock or a zone that is told wrongly, and dates without a time, make an article look so much older.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <summary>The oldest that counts as news after a first reading: a feed that grows again brings up what is older than all it had.</summary>
    public static DateTimeOffset FloorAfter(IEnumerable<DateTimeOffset?> first, DateTimeOffset now)
    {
        var oldest = first.Min();
        return oldest > now - Slack && oldest < now ? oldest.Value : now - Slack;
    }

    /// <param name="freshness">How old news may be; zero for any age.</param>
    public static bool IsNews(EntryMarks entry, SourceMemory memory, TimeSpan freshness, DateTimeOffset now) =>
        entry.Date is not { } date || (date >= memory.Floor && (freshness <= TimeSpan.Zero || date >= now - freshness));

    /// <summary>
    /// Undated entries that moved up from below because another went: they stand at the end, something of the last reading is missing, and what
    /// stood first then still stands before them all (a feed that puts the newest last would have lost its first).
    /// </summary>
    public static HashSet<int> MovedUp(IReadOnlyList<EntryMarks> entries, IReadOnlyList<Remembered?> known, SourceMemory memory)
    {
        var last = memory.Items.TakeWhile(item => item.SeenAt == memory.ReadAt).ToArray();
        var there = known.OfType<Remembered>().ToHashSet(ReferenceEqualityComparer.Instance);
        if (last.Length == 0 || !there.Contains(last[0]) || last.All(there.Contains)) return [];
        var end = known.Count;
        while (end > 0 && known[end - 1] is null) end--;
        return [.. Enumerable.Range(end, known.Count - end).Where(at => entries[at].Date is null)];
    }
}
