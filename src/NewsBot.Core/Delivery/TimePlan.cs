using NewsBot.Core.Schedules;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// Decides by the clock alone what a channel's next post is: itself, part of one card, or something for later. Pure; asked anew each time that the
/// post's turn has come, so that changed settings count at once.
/// </summary>
public static class TimePlan
{
    /// <param name="isBreaking">Its article belongs to a topic that is marked so.</param>
    /// <param name="owedAt">Since when it has been owed.</param>
    /// <param name="waiting">How many ordinary posts the channel is owed, this one among them.</param>
    public static TimeDecision Of(ChannelSettings settings, DebtKind kind, bool isBreaking, DateTimeOffset owedAt, int waiting, DateTimeOffset now)
    {
        // Who has just asked to follow wants to see something; and changes make no sound.
        if (kind is not (DebtKind.Post or DebtKind.RoundUp or DebtKind.CatchUp or DebtKind.Digest or DebtKind.Notice)) return TimeDecision.Send;
        if (isBreaking && settings.BreakingOverrides) return TimeDecision.Send;
        var zone = Zones.Of(settings.Zone);
        if (settings.Quiet?.Until(now, zone) is { } morning) return new TimeDecision.Wait(morning, TimeReason.Quiet);
        // Everything but a post is a card already.
        if (kind is not DebtKind.Post) return TimeDecision.Send;
        return settings.Digest is { } digest ? Digest(digest, zone, owedAt, waiting, now) : CatchUp(settings, zone, owedAt, waiting, now);
    }

    // However many slots were missed, what waited comes in one digest; what is found afterwards waits for the next slot.
    private static TimeDecision Digest(DigestPlan digest, TimeZoneInfo zone, DateTimeOffset owedAt, int waiting, DateTimeOffset now)
    {
        var slot = digest.Next(owedAt, zone);
        if (slot.Instant > now) return new TimeDecision.Wait(slot.Instant, TimeReason.Digest);
        return waiting > 1 ? new TimeDecision.Fold(DebtKind.Digest, $"digest:{digest.Last(now, zone).Name}") : TimeDecision.Send;
    }

    private static TimeDecision CatchUp(ChannelSettings settings, TimeZoneInfo zone, DateTimeOffset owedAt, int waiting, DateTimeOffset now)
    {
        if (waiting < 2) return TimeDecision.Send;
        var ended = settings.Quiet?.EndedBefore(now, zone);
        if (ended > owedAt) return new TimeDecision.Fold(DebtKind.CatchUp, Subject(ended.Value));
        return settings.WaitedUntil is { } until && until > owedAt ? new TimeDecision.Fold(DebtKind.CatchUp, Subject(until)) : TimeDecision.Send;
    }

    private static string Subject(DateTimeOffset ended) => $"catchup:{ended.UtcDateTime:yyyy-MM-ddTHH:mm:ss}";
}

/// <summary>What becomes of a post by the clock.</summary>
public abstract record TimeDecision
{
    private TimeDecision() { }

    public static TimeDecision Send { get; } = new Now();

    private sealed record Now : TimeDecision;

    public sealed record Wait(DateTimeOffset Until, TimeReason Why) : TimeDecision;

    /// <summary>It and everything else ordinary that waits come as one card.</summary>
    /// <param name="Subject">The same for one night or slot.</param>
    public sealed record Fold(DebtKind Kind, string Subject) : TimeDecision;
}

public enum TimeReason
{
    Quiet,
    Digest,
    Flood,
}
