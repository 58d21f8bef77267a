using NewsBot.Core.Chat;

namespace NewsBot.Core.Delivery;

/// <summary>Decides what becomes of a debt after an attempt to pay it. Pure: the courier obeys.</summary>
public static class RetryPlan
{
    /// <summary>The first wait; each further one doubles, up to <see cref="Longest"/>.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>
    /// Attempts before a debt is given up, about two days of trying: an outage over a weekend loses nothing, and a post that can never
    /// be sent does not hold its channel for ever.
    /// </summary>
    public const int MostAttempts = 60;

    /// <param name="attempts">How often it was tried before this time.</param>
    /// <param name="mayRepeat">True when sending it once more cannot post it twice, or the operator prefers twice to never.</param>
    /// <param name="chance">0 up to 1: shortens a wait by up to a quarter, so that channels which failed together do not return together.</param>
    public static Settlement Next(SendOutcome outcome, string drawnHash, int attempts, bool mayRepeat, DateTimeOffset now, double chance) => outcome switch
    {
        SendOutcome.Sent sent => new Settlement.Paid(sent.MessageId, drawnHash),
        SendOutcome.Never never => new Settlement.GivenUp(never.Why),
        SendOutcome.Closed closed => new Settlement.Held(closed.Why),
        SendOutcome.Moved moved => new Settlement.Moved(moved.To),
        SendOutcome.Unknown unknown when !mayRepeat => new Settlement.Left(unknown.Why),
        SendOutcome.Unknown unknown when attempts + 1 >= MostAttempts => new Settlement.Left(unknown.Why),
        SendOutcome.Unknown unknown => new Settlement.Again(now + Wait(null, attempts, chance), unknown.Why, IsDoubtful: true),
        SendOutcome.Later later when attempts + 1 >= MostAttempts => new Settlement.GivenUp($"Given up after {MostAttempts} tries: {later.Why}"),
        SendOutcome.Later later => new Settlement.Again(now + Wait(later.After, attempts, chance), later.Why),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    // What the platform asked for is never shortened.
    private static TimeSpan Wait(TimeSpan? asked, int attempts, double chance)
    {
        if (asked is { } wait) return wait + Shortest * chance;
        var doubled = Shortest * Math.Pow(2, Math.Min(attempts, 12));
        return (doubled < Longest ? doubled : Longest) * (1 - chance / 4);
    }
}
