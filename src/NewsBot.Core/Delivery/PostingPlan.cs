using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// Decides what becomes of the head of a lane: it is sent, it waits, or everything ordinary that waits comes as one card. Pure; asked anew each time
/// that a lane's turn comes, so that changed settings count at once. The clock (<see cref="TimePlan"/>) has the first word, the flood the second.
/// </summary>
public static class PostingPlan
{
    /// <param name="limits">Of the whole bot; the channel may set its own.</param>
    public static TimeDecision Decide(ChannelSettings settings, FloodPlan limits, Debt head, LaneView lane, DateTimeOffset now)
    {
        var byClock = TimePlan.Of(settings, head.Kind, head.Class is DebtClass.Urgent, head.OwedAt, lane.Waiting, now);
        if (byClock != TimeDecision.Send || !CanBeFolded(head)) return byClock;
        return (limits with { MostInWindow = settings.Most ?? limits.MostInWindow }).Of(lane, head.Number, now);
    }

    // What was perhaps sent before goes on as it began; what is urgent, asked for or a card already is nobody's flood.
    private static bool CanBeFolded(Debt head) => head is { Kind: DebtKind.Post, Class: DebtClass.Ordinary, DoubtfulSince: null };
}
