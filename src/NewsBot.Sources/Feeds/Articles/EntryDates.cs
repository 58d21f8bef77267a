using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Feeds.Articles;

/// <param name="IsGuess">True when the feed had no date that can be, and the time of fetching stands in.</param>
internal sealed record EntryDates(DateTimeOffset Published, bool IsGuess, DateTimeOffset? Updated)
{
    /// <summary>Zones that were told wrongly make an article a day too new at most.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>The web's first year; 1970 and year 1 are what programs write for "none".</summary>
    private static readonly DateTimeOffset First = new(1991, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static EntryDates Of(FeedEntry entry, DateTimeOffset fetched)
    {
        var updated = Possible(entry.Updated, fetched);
        var published = Possible(entry.Published, fetched) ?? updated;
        return new(published ?? fetched, published is null, updated > published ? updated : null);
    }

    private static DateTimeOffset? Possible(DateTimeOffset? date, DateTimeOffset fetched) => date >= First && date <= fetched + Grace ? date : null;
}
