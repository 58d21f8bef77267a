using NewsBot.Core.Sources;

namespace NewsBot.Sources.Web;

/// <summary>
/// When a feed is asked next: pure functions on <see cref="PollState"/>. A jitter is a number from 0 to 1 drawn by the caller; it only ever
/// makes a check later, so that no bound is undercut. Rules and sources: src/notes/fetching.md.
/// </summary>
internal static class PollPlan
{
    public static readonly TimeSpan Soonest = WebSource.Soonest;
    public static readonly TimeSpan Latest = TimeSpan.FromDays(1);
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromDays(4);
    public const int MovesBeforeRewrite = 3;

    // What a strict host grants a reader that sends validators.
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    // Unread waits so long after 429 and 403.
    private static readonly TimeSpan Unwelcome = TimeSpan.FromHours(4);

    private static readonly TimeSpan Stumble = TimeSpan.FromMinutes(15);

    // The jitter's share: a tenth of the wait, and within a skipped span's first ten minutes.
    private const double Spread = 0.1;
    private static readonly TimeSpan AfterSkip = TimeSpan.FromMinutes(10);

    /// <summary>A feed that was never asked, spread over the first five minutes.</summary>
    public static PollState Start(Uri address, DateTimeOffset now, double jitter) => new() { Address = address, NextAt = now + (Soonest * jitter) };

    /// <param name="rhythm">Read from the body; null when it was not parsed, then the last one holds.</param>
    public static PollState After(PollState state, FetchResult result, FeedRhythm? rhythm, DateTimeOffset now, double jitter) => result switch
    {
        FetchResult.Fetched fetched => Good(
            state with { Validators = fetched.Validators, BodyHash = fetched.Hash(), Rhythm = rhythm ?? state.Rhythm }, fetched, fetched.Hints, now, jitter),
        FetchResult.NotModified same => Good(state, same, same.Hints, now, jitter),
        FetchResult.Refused { Status: 410 } => Failed(state, result.Trouble, now) with { Paused = true, NextAt = null },
        FetchResult.Refused { Status: 403 or 429 } refused => Later(Failed(state, refused.Trouble, now), Unwelcome, refused.RetryAfter, now, jitter),
        FetchResult.Refused refused => Later(Failed(state, refused.Trouble, now), Stumble, refused.RetryAfter, now, jitter),
        FetchResult.Blocked blocked => Later(Failed(state, blocked.Why, now), Unwelcome, null, now, jitter),
        _ => Later(Failed(state, result.Trouble, now), Stumble, null, now, jitter),
    };

    /// <summary>The body came whole and is no feed, or not one that can be read. What it came with is not kept, so that it is read again.</summary>
    public static PollState Unreadable(PollState state, string why, DateTimeOffset now, double jitter) =>
        Later(Failed(state, why, now), Stumble, null, now, jitter);

    /// <summary>A person resumed it: what was held against it is forgotten.</summary>
    public static PollState Resume(PollState state, DateTimeOffset now) =>
        state with { Paused = false, Failures = 0, Trouble = null, TroubleSince = null, NextAt = now };

    /// <summary>The wait of a healthy feed, before skipped hours and jitter; from five minutes to a day.</summary>
    public static TimeSpan Interval(PollState state, CacheHints hints)
    {
        var rhythm = state.Rhythm;
        TimeSpan?[] bounds = [Own(rhythm.EntriesPerWeek, state.Validators is not null), rhythm.Ttl, rhythm.UpdatePeriod, hints.MaxAge, hints.Expires, hints.RetryAfter];
        return Clamp(bounds.Max() ?? Usual, Soonest, Latest);
    }

    // As often as it publishes when that is more than hourly; else a quarter of its own gap, so that a daily feed is at most six hours late.
    private static TimeSpan Own(double? entriesPerWeek, bool conditional)
    {
        if (entriesPerWeek is not { } entries || !double.IsFinite(entries)) return Usual;
        if (entries <= 0.1) return Latest;
        var gap = TimeSpan.FromDays(7 / entries);
        if (gap < Usual) return conditional ? gap : Usual;
        return Clamp(conditional ? gap / 4 : gap, Usual, Latest);
    }

    private static PollState Good(PollState state, FetchResult result, CacheHints hints, DateTimeOffset now, double jitter)
    {
        var good = Moved(state with { LastAt = now, Failures = 0, Trouble = null, TroubleSince = null, Paused = false }, result.MovedTo);
        var at = now + (Interval(good, hints) * (1 + (Spread * jitter)));
        return good with { NextAt = PastSkipped(at, good.Rhythm, jitter) };
    }

    private static PollState Failed(PollState state, string? why, DateTimeOffset now) => state with
    {
        LastAt = now,
        Failures = Math.Min(state.Failures, int.MaxValue - 1) + 1,
        Trouble = why,
        TroubleSince = state.TroubleSince ?? now,
    };

    // Twice as long each time. What the site itself asks for counts even beyond our own longest, up to a week.
    private static PollState Later(PollState state, TimeSpan first, TimeSpan? asked, DateTimeOffset now, double jitter)
    {
        var usual = Interval(state, CacheHints.None);
        var start = first > usual ? first : usual;
        var wait = Clamp(start * Math.Pow(2, Math.Min(state.Failures - 1, 10)), Soonest, LongestBackOff);
        var wished = Clamp(asked ?? TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromDays(7));
        return state with { NextAt = now + ((wished > wait ? wished : wait) * (1 + (Spread * jitter))) };
    }

    // One permanent redirect may be a slip of the site's; three in a row are a move.
    private static PollState Moved(PollState state, Uri? to)
    {
        if (to is null || to == state.Address) return state with { MovedTo = null, MovesSeen = 0 };
        var seen = to == state.MovedTo ? state.MovesSeen + 1 : 1;
        return seen < MovesBeforeRewrite
            ? state with { MovedTo = to, MovesSeen = seen }
            : state with { Address = to, MovedTo = null, MovesSeen = 0 };
    }

    private static DateTimeOffset PastSkipped(DateTimeOffset at, FeedRhythm rhythm, double jitter)
    {
        if (!IsSkipped(at, rhythm)) return at;
        var hour = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero).AddHours(at.UtcDateTime.Hour);
        for (var ahead = 1; ahead <= 7 * 24; ahead++)
            if (!IsSkipped(hour.AddHours(ahead), rhythm)) return hour.AddHours(ahead) + (AfterSkip * jitter);
        // A feed that skips the whole week says nothing.
        return at;
    }

    private static bool IsSkipped(DateTimeOffset at, FeedRhythm rhythm) =>
        rhythm.SkipHours?.Contains(at.UtcDateTime.Hour) is true || rhythm.SkipDays?.Contains(at.UtcDateTime.DayOfWeek) is true;

    private static TimeSpan Clamp(TimeSpan value, TimeSpan least, TimeSpan most) => value < least ? least : value > most ? most : value;
}
