namespace NewsBot.Core.Stories;

/// <summary>
/// Decides from what two articles share whether they are one event. In doubt they are not: a wrongly merged story is news lost. The
/// numbers were chosen on the pairs in tests/…/pairs/tune-*.txt.
/// </summary>
internal static class EventVerdict
{
    /// <summary>Terms in common below which a likeness is chance.</summary>
    private const int FewestShared = 4;

    /// <summary>The likeness that makes one event of two articles of the same hour that name the same names.</summary>
    private const double Same = .40;

    /// <summary>More of it when one names what the other does not: a minister gives more than one speech.</summary>
    private const double MoreForNames = .05;
    private const double AllNames = .95;
    private const double SomeNames = .45;

    /// <summary>Less of it when all names and all numbers agree.</summary>
    private const double LessForFacts = .08;

    /// <summary>More of it with time, up to this after <see cref="LateHours"/>: what comes later may well be what came of it.</summary>
    private const double MoreForTime = .25;
    private const double LateHours = 12;

    /// <summary>After this many hours the same words may be the next day's report, unless its numbers are the same too.</summary>
    private const double NextDayHours = 18;

    private const double Follows = .40;
    private const double FollowsHours = 3;

    public static (StoryKind Kind, double Score)? Of(EventLikeness shared)
    {
        if (shared.Terms < FewestShared || shared.AreResultsApart || shared.AreNumbersApart) return null;
        if (IsSame(shared)) return (StoryKind.SameEvent, shared.All);
        return shared.Hours >= FollowsHours && shared.All >= Follows && shared.Names >= AllNames ? (StoryKind.FollowUp, shared.All) : null;
    }

    private static bool IsSame(EventLikeness shared)
    {
        var late = Math.Min(1, shared.Hours / LateHours);
        var forFacts = shared.Names < AllNames ? MoreForNames : shared.Numbers < AllNames ? 0 : -LessForFacts * (1 - late);
        var needed = Same + forFacts + (MoreForTime * late);
        return shared.All >= needed && shared.Names >= SomeNames && (shared.Hours < NextDayHours || shared.Numbers > 0);
    }
}
