namespace NewsBot.Core.Delivery;

/// <summary>
/// Decides whether a post may ask for support: seldom, and never under news that people grieve or fear over. Pure.
/// </summary>
/// <param name="EveryPosts">One post in so many at most; 0 for none.</param>
/// <param name="PerDay">The most on one day.</param>
public sealed record AppealPlan(int EveryPosts, int PerDay)
{
    /// <param name="today">The day in the channel's zone, as <see cref="DateOnly.DayNumber"/>.</param>
    public bool May(AppealsSoFar soFar, int today) =>
        EveryPosts > 0
        && (soFar.Day is null || soFar.PostsSince + 1 >= EveryPosts)
        && (soFar.Day == today ? soFar.OnThatDay : 0) < PerDay;
}

/// <summary>How a channel was asked for support before.</summary>
/// <param name="PostsSince">Posts since the last that asked.</param>
/// <param name="Day">The day of that post; null when none has asked yet.</param>
/// <param name="OnThatDay">How many asked on that day.</param>
public sealed record AppealsSoFar(int PostsSince = 0, int? Day = null, int OnThatDay = 0);
