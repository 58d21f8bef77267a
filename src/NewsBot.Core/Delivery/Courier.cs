using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// Pays debts, for each platform in a loop of its own: leases the head of each due channel, waits for its turn, sends, and notes the
/// outcome. Channels are served side by side and each is taken up again as soon as its post is settled, so a slow one delays nobody but itself.
/// </summary>
public sealed class Courier(
    IOutbox outbox,
    IBundles bundles,
    LanePlanner planner,
    ISubscriptions subscriptions,
    IEnumerable<IPlatform> platforms,
    CardDrawer drawer,
    Corrector corrector,
    Pacer pacer,
    DeliveryBell bell,
    NodeName node,
    TimeProvider clock,
    ILogger<Courier> log) : BackgroundService
{
    /// <summary>Posts in flight at once on one platform: at 50 a second an answer may take half a second.</summary>
    private const int MostInFlight = 32;

    /// <summary>Posts without an answer at once on one platform, so that channels which hang cost no more than this much memory.</summary>
    private const int MostHanging = 512;

    /// <summary>One that has taken so long keeps its channel and gives its place in flight to another.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    /// <summary>A platform that has not answered by then will not; nobody knows whether it posted. With the waits before it, shorter than a lease.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    /// <summary>A channel whose turn is further away than this gives its place in flight to another.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>What is in flight at shutdown may take this long to end; the host allows 10 s in all.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    private readonly CourierLog _log = new(log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ReleaseAsync(stoppingToken);
        using var grace = new CancellationTokenSource();
        await using var ending = stoppingToken.Register(() => grace.CancelAfter(Grace));
        await Task.WhenAll(platforms.Select(platform => ServeAsync(platform, stoppingToken, grace.Token)));
    }

    // A database that is away for a moment must not end the loop before it began.
    private async Task ReleaseAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                if (await outbox.ReleaseAsync(node.Value, stop) is > 0 and var released) _log.Released(released);
                return;
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                _log.StoreFailed(failure.Message);
                await Task.Delay(RetryPlan.Shortest, clock, stop);
            }
        }
    }

    private async Task ServeAsync(IPlatform platform, CancellationToken stop, CancellationToken grace)
    {
        var (places, flights) = (new List<Task>(), new List<Task>());
        while (!stop.IsCancellationRequested)
        {
            try
            {
                places.RemoveAll(task => task.IsCompleted);
                flights.RemoveAll(task => task.IsCompleted);
                var ring = bell.Next;
                var free = Math.Min(MostInFlight - places.Count, MostHanging - flights.Count);
                var debts = platform.State.IsUp && free > 0 ? await outbox.LeaseAsync(node.Value, platform.Name, free, Lease, stop) : [];
                foreach (var flight in debts.Select(debt => PayAsync(platform, debt, stop, grace)))
                {
                    flights.Add(flight);
                    places.Add(flight.WaitAsync(Slow, clock, CancellationToken.None));
                }
                if (debts.Count == free || free <= 0) await Task.WhenAny(places.Count >= MostInFlight ? places : flights);
                else if (debts.Count == 0) await SleepAsync(platform, ring, stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                _log.StoreFailed(failure.Message);
                await Task.Delay(RetryPlan.Shortest, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) { }
        }
        await Task.WhenAll(flights);
    }

    private async Task SleepAsync(IPlatform platform, Task ring, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var wait = platform.State.IsUp ? await outbox.NextDueAsync(platform.Name, stop) - now ?? LongestSleep : LongestSleep;
        // Due but not leased: its lane is in flight here or with another node, which rings or lets its lease end.
        if (wait <= TimeSpan.Zero) wait = TimeSpan.FromSeconds(1);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(ring, Task.Delay(wait < LongestSleep ? wait : LongestSleep, clock, enough.Token));
        await enough.CancelAsync();
    }

    private async Task PayAsync(IPlatform platform, Debt head, CancellationToken stop, CancellationToken grace)
    {
        var debt = head;
        try
        {
            var channel = await subscriptions.FindAsync(head.Channel, grace);
            (debt, var waits) = await PlannedAsync(head, channel.Settings, grace);
            if ((waits ?? await SettlementAsync(platform, debt, channel, stop, grace)) is not { } settlement)
            {
                _log.LeaseLost(debt.Subject, debt.Channel);
                return;
            }
            if (!await outbox.SettleAsync(node.Value, debt, settlement, grace)) _log.LeaseLost(debt.Subject, debt.Channel);
            _log.Tell(debt, settlement);
        }
        catch (Exception failure)
        {
            // Unsettled: the lease ends by itself and the debt is tried again with the same key.
            if (!stop.IsCancellationRequested) _log.Unsettled(debt.Subject, debt.Channel, failure.Message);
        }
        bell.Ring();
    }

    private async Task<(Debt Debt, Settlement? Waits)> PlannedAsync(Debt head, ChannelSettings settings, CancellationToken grace)
    {
        var (decision, waiting) = await planner.DecideAsync(head, settings, grace);
        switch (decision)
        {
            case TimeDecision.Wait wait:
                return (head, new Settlement.Postponed(wait.Until));
            case TimeDecision.Fold fold when await bundles.FoldAsync(node.Value, head, fold.Kind, fold.Subject, grace) is { } bundle:
                _log.Folded(waiting, head.Channel, fold.Kind);
                return (bundle, null);
            default:
                return (head, null);
        }
    }

    // Null: the lease was lost before anything was sent.
    private async Task<Settlement?> SettlementAsync(IPlatform platform, Debt debt, Channel channel, CancellationToken stop, CancellationToken grace)
    {
        if (debt.Kind is DebtKind.Edit or DebtKind.Withdrawal) return await ChangedAsync(platform, debt, channel.Settings, stop, grace);
        if (!MayRepeat(platform, debt.Channel, debt.DoubtfulSince)) return new Settlement.Left("The bot stopped while this was being sent, so nobody knows whether it arrived.");
        if (await drawer.DrawAsync(debt, channel, stop, grace) is not { } drawing) return new Settlement.GivenUp("The article is no longer kept.");
        if (drawing.About?.WithdrawnAt is not null) return new Settlement.Closed("The article was withdrawn.");

        var card = CardFitter.Fit(drawing.Card, platform.Limits);
        var paces = platform.PacesOf(debt.Channel, channel.Settings);
        if (await TurnAsync(paces, stop) is { } later) return new Settlement.Postponed(later);
        if (platform.KeyMemoryOf(debt.Channel) < TimeSpan.MaxValue && !await outbox.SendingAsync(node.Value, debt, grace)) return null;

        var outcome = await OutcomeAsync(token => platform.SendAsync(debt.Channel, new(card, debt.Key, channel.Settings, drawing.About) { Follows = drawing.Follows }, token), grace);
        var settlement = RetryPlan.Next(outcome, DrawnHash.Of(card), debt.Attempts, MayRepeat(platform, debt.Channel, debt.DoubtfulSince ?? clock.GetUtcNow()), clock.GetUtcNow(), Random.Shared.NextDouble());
        return settlement is Settlement.Paid paid ? paid with { NextAt = NextTurn(paces), AppealDay = drawing.AppealDay } : settlement;
    }

    // Made twice it does no harm, so nobody need know whether an earlier try got through; and a post that cannot be changed any more is no failure.
    private async Task<Settlement?> ChangedAsync(IPlatform platform, Debt debt, ChannelSettings settings, CancellationToken stop, CancellationToken grace)
    {
        if (await corrector.ChangeAsync(platform, debt, grace) is not { } change) return new Settlement.Closed("Nothing was left to change.");
        var paces = platform.PacesOf(debt.Channel, settings);
        if (await TurnAsync(paces, stop) is { } later) return new Settlement.Postponed(later);
        var outcome = await OutcomeAsync(change.SendAsync, grace);
        return RetryPlan.Next(outcome, change.DrawnHash, debt.Attempts, mayRepeat: true, clock.GetUtcNow(), Random.Shared.NextDouble()) switch
        {
            Settlement.Paid paid => paid with { NextAt = NextTurn(paces), NotedAt = change.NotedAt },
            Settlement.GivenUp given => new Settlement.Closed(given.Why),
            Settlement.Left left => new Settlement.Closed(left.Why),
            var settlement => settlement,
        };
    }

    private bool MayRepeat(IPlatform platform, ChannelRef channel, DateTimeOffset? doubtfulSince) =>
        doubtfulSince is not { } since || platform.ResendsDoubtful || clock.GetUtcNow() - since < platform.KeyMemoryOf(channel);

    /// <summary>Waits for the turn, or says when it comes if that is not soon.</summary>
    private async Task<DateTimeOffset?> TurnAsync(IReadOnlyList<PaceRule> paces, CancellationToken stop)
    {
        foreach (var rule in paces)
        {
            // The last is the platform's own: everybody waits for it, so nobody gains from leaving the line.
            var now = clock.GetUtcNow();
            var (wait, isTaken) = pacer.Take(rule, now, rule == paces[^1] ? Lease / 4 : Patience);
            if (!isTaken) return now + wait;
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, stop);
        }
        return null;
    }

    private DateTimeOffset? NextTurn(IReadOnlyList<PaceRule> paces)
    {
        var now = clock.GetUtcNow();
        var wait = paces.SkipLast(1).Select(rule => pacer.WaitOf(rule, now)).DefaultIfEmpty().Max();
        return wait > TimeSpan.Zero ? now + wait : null;
    }

    private async Task<SendOutcome> OutcomeAsync(Func<CancellationToken, Task<SendOutcome>> send, CancellationToken grace)
    {
        using var deadline = new CancellationTokenSource(Deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, grace);
        try
        {
            // A platform that does not listen to the token must not keep its channel for ever either.
            return await send(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!grace.IsCancellationRequested)
        {
            return new SendOutcome.Unknown($"The platform did not answer within {Deadline.TotalSeconds:0} seconds.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new SendOutcome.Unknown(failure.Message);
        }
    }
}
