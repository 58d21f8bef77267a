using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Finding;

/// <summary>What a feed's dates tell, and what they hide.</summary>
internal static class FeedDates
{
    /// <summary>Fewer dates may be alike by chance.</summary>
    private const int Enough = 3;

    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public static IEnumerable<Remark> Examine(FeedDocument feed, DateTimeOffset now)
    {
        var dates = feed.Entries.Select(entry => entry.Published ?? entry.Updated).OfType<DateTimeOffset>().ToArray();
        if (dates.Length < feed.Entries.Count) yield return new(RemarkKind.DatesMissing);
        if (dates.Any(date => date > now + Grace)) yield return new(RemarkKind.DatesAhead);
        if (dates.Length < Enough) yield break;
        if (dates.Distinct().Count() == 1) yield return new(RemarkKind.DatesEqual);
        else if (dates.All(IsMidnight)) yield return new(RemarkKind.DatesAtMidnight);
    }

    /// <summary>Articles a week, from the span that the feed's dates cover; null when it does not tell.</summary>
    public static double? PerWeek(IReadOnlyList<DateTimeOffset> dates)
    {
        if (dates.Count < 2) return null;
        var span = dates.Max() - dates.Min();
        return span < TimeSpan.FromMinutes(10) ? null : (dates.Count - 1) / span.TotalDays * 7;
    }

    // Dates come in UTC: midnight in Kyiv is 21 or 22 o'clock there. Further zones are left out, since their midnights are others' mornings.
    private static bool IsMidnight(DateTimeOffset date) =>
        date.UtcDateTime is { Hour: 0 or 21 or 22 or 23, Minute: 0, Second: 0 };
}
