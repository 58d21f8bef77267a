using NewsBot.Sources.Feeds.Reading;
using FeedRhythm = NewsBot.Sources.Web.FeedRhythm;

namespace NewsBot.Sources.Polling;

/// <summary>How often a feed is worth asking, from what it says and from the dates in it.</summary>
internal static class Rhythm
{
    /// <summary>A feed of fewer dated entries tells nothing of its rhythm.</summary>
    private const int Enough = 3;

    /// <summary>Entries that came together say that there was a batch, not that there is one every minute.</summary>
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromHours(1);

    public static FeedRhythm Of(FeedDocument feed, DateTimeOffset now)
    {
        var said = feed.Feed.Rhythm;
        return new(
            EntriesPerWeek([.. feed.Entries.Select(entry => entry.Published ?? entry.Updated).OfType<DateTimeOffset>().Where(date => date <= now)], now),
            said.Ttl is > 0 and var minutes ? TimeSpan.FromMinutes(Math.Min(minutes, 7 * 24 * 60)) : null,
            null,
            said.SkipHours.Count > 0 ? said.SkipHours : null,
            said.SkipDays.Count > 0 ? said.SkipDays : null);
    }

    // Up to now and not to the newest entry: a feed that fell silent is asked less and less.
    private static double? EntriesPerWeek(IReadOnlyList<DateTimeOffset> dates, DateTimeOffset now)
    {
        if (dates.Count < Enough) return null;
        var span = now - dates.Min();
        return dates.Count / (span > ShortestSpan ? span : ShortestSpan).TotalDays * 7;
    }
}
