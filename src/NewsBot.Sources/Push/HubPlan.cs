using NewsBot.Core.Sources;

namespace NewsBot.Sources.Push;

/// <summary>
/// How a subscription goes from one standing to the next: pure functions on <see cref="HubSubscription"/>. A jitter is a number from 0 to 1 drawn by the caller.
/// </summary>
internal static class HubPlan
{
    /// <summary>What we ask for; a hub may grant another time.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromDays(10);

    /// <summary>How long a poll can wait while a hub does its work: the net below it.</summary>
    public static readonly TimeSpan Net = TimeSpan.FromHours(6);

    /// <summary>Askings of a hub that never confirms, before it is asked weekly only.</summary>
    public const int Patience = 6;

    /// <summary>Askings to be let go, before the subscription is forgotten; it ends with its lease then.</summary>
    public const int Goodbyes = 3;

    // A hub that grants seconds would have us ask all day.
    private static readonly TimeSpan SoonestRenewal = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(90);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(1);
    private static readonly TimeSpan Weekly = TimeSpan.FromDays(7);

    /// <summary>A hub is about to be asked; when nothing comes of it, it is asked again later.</summary>
    /// <param name="told">The address that it is told to call.</param>
    public static HubSubscription Asking(HubSubscription it, string told, DateTimeOffset now, double jitter)
    {
        var wait = it.Attempts >= Patience ? Weekly : Shorter(FirstRetry * Math.Pow(2, it.Attempts), LongestRetry);
        return it with { IsPending = true, Told = told, Attempts = Math.Min(it.Attempts, 1_000) + 1, NextAt = now + (wait * (1 + (0.1 * jitter))) };
    }

    /// <summary>The hub asked back and we said yes.</summary>
    /// <param name="lease">As the hub granted it; null when it did not say.</param>
    public static HubSubscription Confirmed(HubSubscription it, TimeSpan? lease, DateTimeOffset now, double jitter)
    {
        var granted = Shorter(lease ?? Lease, LongestLease);
        var renewal = granted * (0.75 + (0.15 * jitter));
        return it with
        {
            Standing = HubStanding.Active,
            IsPending = false,
            Attempts = 0,
            Trouble = null,
            LeaseEndsAt = now + granted,
            NextAt = now + (renewal > SoonestRenewal ? renewal : SoonestRenewal),
        };
    }

    /// <param name="why">One sentence; a hub's own words are not repeated.</param>
    public static HubSubscription Denied(HubSubscription it, string why, DateTimeOffset now) => it.Standing is HubStanding.Leaving
        ? it
        : it with { Standing = HubStanding.Denied, IsPending = false, Trouble = why, LeaseEndsAt = null, NextAt = now + Weekly };

    /// <summary>Nobody wants it any more; the hub is told at the next turn, which is now.</summary>
    public static HubSubscription Leaving(HubSubscription it, DateTimeOffset now) => it.Standing is HubStanding.Leaving
        ? it
        : it with { Standing = HubStanding.Leaving, IsPending = false, Attempts = 0, NextAt = now };

    public static HubSubscription Pushed(HubSubscription it, DateTimeOffset now) => it with { PushedAt = now, Missed = 0 };

    /// <summary>A poll found what should have been pushed.</summary>
    public static HubSubscription Missed(HubSubscription it) => it with { Missed = Math.Min(it.Missed, 1_000) + 1 };

    /// <summary>True while the hub can be relied upon, so that polling is only the net below it.</summary>
    public static bool IsReliable(HubSubscription it, DateTimeOffset now) =>
        it.Standing is HubStanding.Active && it.LeaseEndsAt > now && it.Missed == 0;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
