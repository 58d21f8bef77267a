using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Says what a debt waits for, by asking the same plan that the courier asks.</summary>
public sealed class Outlooks(IDeliveryBook book, LanePlanner planner, IEnumerable<IPlatform> platforms, TimeProvider clock)
{
    /// <summary>Debts before one are counted so far.</summary>
    public const int MostCounted = 1000;

    /// <param name="record">Open, and not carried by another.</param>
    /// <param name="lane">Its channel's.</param>
    public async Task<Outlook> OfAsync(DebtRecord record, LaneRecord lane, Channel channel, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (channel.PausedAt is { } since) return new Outlook.Paused(since, channel.PausedWhy);
        if (platforms.FirstOrDefault(known => known.Name == channel.Ref.Platform) is not { State.IsUp: true }) return Down(channel.Ref.Platform);
        if (lane is { Failures: > 0, DueAt: { } again } && again > now) return new Outlook.Retry(again, lane.Heads.FirstOrDefault(head => head.Why is not null)?.Why);
        // What goes before it by its class is not held by its reasons: those are asked of the first that is as urgent as it is.
        var head = lane.Heads.FirstOrDefault(head => head.Debt.Class == record.Debt.Class) ?? record;
        return (await planner.DecideAsync(head.Debt, channel.Settings, stop)).Decision switch
        {
            TimeDecision.Wait wait => new Outlook.Until(wait.Until, wait.Why),
            TimeDecision.Fold fold when record.Debt.Kind is DebtKind.Post => new Outlook.InCard(fold.Kind),
            // A lane is leased for a moment also to look whether its time has come.
            _ when record.LeasedAt is { } leased => new Outlook.UnderWay(leased),
            _ => await TurnAsync(record, lane, now, stop),
        };

        Outlook.NoPlatform Down(string name) => new(name, platforms.FirstOrDefault(known => known.Name == name)?.State.Why);
    }

    private async Task<Outlook> TurnAsync(DebtRecord record, LaneRecord lane, DateTimeOffset now, CancellationToken stop) =>
        await book.BeforeAsync(record.Debt, MostCounted, stop) is > 0 and var before ? new Outlook.Turn(before)
        : lane.DueAt > now ? new Outlook.Pace(lane.DueAt.Value)
        : new Outlook.Turn(0);
}
