using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Sources;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Push;

/// <summary>Keeps subscriptions at hubs: asks, renews before a lease ends, and takes leave of what nobody reads any more.</summary>
internal sealed partial class PushKeeper(
    IHubSubscriptions hubs, IWebSources sources, Fetcher fetcher, PushBell bell, IOptions<PushOptions> options, TimeProvider clock, ILogger<PushKeeper> log) : BackgroundService
{
    private const int AtOnce = 8;

    /// <summary>How often it looks by itself; a new subscription rings the bell.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn) return;
        for (DateTimeOffset? swept = null; !stoppingToken.IsCancellationRequested;)
        {
            var rung = bell.Next;
            try
            {
                if (swept is null || clock.GetUtcNow() - swept >= BetweenSweeps)
                {
                    await SweepAsync(stoppingToken);
                    swept = clock.GetUtcNow();
                }
                while (await TurnAsync(stoppingToken)) { }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure.Message);
            }
            await Task.WhenAny(rung, Task.Delay(Every, clock, stoppingToken));
        }
    }

    /// <summary>Gives up those whose source is gone, and asks anew where a hub was told an address that is not ours any more.</summary>
    internal async Task SweepAsync(CancellationToken stop)
    {
        var wanted = (await sources.AllAsync(stop)).Select(state => state.Source.Key).ToHashSet();
        var now = clock.GetUtcNow();
        foreach (var it in await hubs.AllAsync(stop))
            if (!wanted.Contains(it.Source)) await hubs.ChangeAsync(it.Callback, one => HubPlan.Leaving(one, now), stop);
            else if (it.Told is not null && it.Told != options.Value.Address(it.Callback)) await hubs.ChangeAsync(it.Callback, one => one with { NextAt = now, Told = null, Attempts = 0 }, stop);
    }

    /// <returns>True when there may be more to do.</returns>
    internal async Task<bool> TurnAsync(CancellationToken stop)
    {
        var due = await hubs.DueAsync(clock.GetUtcNow(), AtOnce, stop);
        await Task.WhenAll(due.Select(it => AskAsync(it, stop)));
        return due.Count == AtOnce;
    }

    // The hub may ask back before it answers, so what it is asked is kept first.
    private async Task AskAsync(HubSubscription due, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var isOurs = false;
        var asked = await hubs.ChangeAsync(due.Callback, it =>
        {
            if (IsGivenUp(it)) return null;
            isOurs = it.NextAt <= now;
            return isOurs ? HubPlan.Asking(it, options.Value.Address(it.Callback), now, Random.Shared.NextDouble()) : it;
        }, stop);
        if (asked is null || !isOurs) return;
        using var answer = await fetcher.FetchAsync(new(asked.Hub) { Form = Form(asked) }, stop);
        if (answer is FetchResult.Accepted) return;
        await hubs.ChangeAsync(asked.Callback, it => it with { Trouble = answer.Trouble }, stop);
        LogRefused(asked.Source, answer.Trouble ?? "");
    }

    private static bool IsGivenUp(HubSubscription it) => it.Standing is HubStanding.Leaving && it.Attempts >= HubPlan.Goodbyes;

    private KeyValuePair<string, string>[] Form(HubSubscription it)
    {
        var isLeaving = it.Standing is HubStanding.Leaving;
        KeyValuePair<string, string>[] form =
        [
            new("hub.callback", it.Told ?? options.Value.Address(it.Callback)), new("hub.mode", isLeaving ? "unsubscribe" : "subscribe"), new("hub.topic", it.Topic.AbsoluteUri),
            // Hubs from before WebSub ask for it.
            new("hub.verify", "async"),
        ];
        return isLeaving ? form :
        [
            .. form,
            new("hub.lease_seconds", ((long)HubPlan.Lease.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("hub.secret", it.Secret),
        ];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: its hub does not take a subscription now, so it is polled as usual: {Why}")]
    private partial void LogRefused(string source, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Subscriptions at hubs could not be kept and are tried again: {Why}")]
    private partial void LogFailed(string why);
}
