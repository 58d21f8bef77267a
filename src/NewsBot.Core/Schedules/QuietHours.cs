namespace NewsBot.Core.Schedules;

/// <summary>
/// A time of day in which a channel is left in peace, by the clock on its wall; over midnight when it ends before it begins.
/// Each night is one piece: it begins when the clock first shows <paramref name="From"/> and ends when it last shows <paramref name="To"/>,
/// so an hour that is repeated in autumn does not wake anybody between; a time that is skipped in spring counts as the instant of the change.
/// </summary>
/// <param name="To">Not the same as <paramref name="From"/>. At this time one may speak again.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>When the quiet that reigns now ends; null when there is none. Always later than <paramref name="now"/>.</summary>
    public DateTimeOffset? Until(DateTimeOffset now, TimeZoneInfo zone)
    {
        DateTimeOffset? end = null;
        // A night that was lengthened may reach the beginning of the next one.
        while (Night(end ?? now, zone) is { } night) end = night.End;
        return end;
    }

    /// <summary>When the last quiet before now ended, if that was at most two days ago. While it is quiet, the one before counts.</summary>
    public DateTimeOffset? EndedBefore(DateTimeOffset now, TimeZoneInfo zone) => Nights(now, zone)
        .Where(night => night.End <= now && Night(night.End, zone) is null)
        .Max(night => (DateTimeOffset?)night.End);

    private (DateTimeOffset Start, DateTimeOffset End)? Night(DateTimeOffset at, TimeZoneInfo zone) => Nights(at, zone)
        .Where(night => night.Start <= at && at < night.End)
        .Select(night => ((DateTimeOffset, DateTimeOffset)?)night)
        .FirstOrDefault();

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Nights(DateTimeOffset around, TimeZoneInfo zone)
    {
        var today = LocalTimes.At(around, zone).Date;
        for (var day = today.AddDays(-2); day <= today.AddDays(1); day = day.AddDays(1))
            yield return (
                LocalTimes.Of(day + From.ToTimeSpan(), zone).First,
                LocalTimes.Of((From < To ? day : day.AddDays(1)) + To.ToTimeSpan(), zone).Last);
    }
}
