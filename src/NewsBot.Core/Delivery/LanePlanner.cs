using Microsoft.Extensions.Options;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// Asks the plan about the head of a lane, as the lane is at this moment. The courier does what it says and `why` tells it, so the two cannot differ.
/// </summary>
public sealed class LanePlanner(ILanes lanes, IOptions<FloodOptions> floods, TimeProvider clock)
{
    /// <summary>The limit of the whole bot, or the channel's own.</summary>
    public int MostInWindow(ChannelSettings settings) => settings.Most ?? floods.Value.MostInTenMinutes;

    public async Task<Planned> DecideAsync(Debt head, ChannelSettings settings, CancellationToken stop)
    {
        // What was perhaps sent before goes on as it began, and changes are made at any hour.
        if (head.DoubtfulSince is not null || head.Kind is DebtKind.Sample or DebtKind.Edit or DebtKind.Withdrawal) return new(TimeDecision.Send, 1);
        var limits = floods.Value.Plan;
        var lane = head.Kind is DebtKind.Post ? await lanes.ViewAsync(head, Math.Max(limits.Depth, (settings.Most ?? 0) + 1), stop) : LaneView.Alone;
        return new(PostingPlan.Decide(settings, limits, head, lane, clock.GetUtcNow()), lane.Waiting);
    }
}

/// <param name="Waiting">Ordinary posts in the lane, counted no further than the plan needs.</param>
public sealed record Planned(TimeDecision Decision, int Waiting);
