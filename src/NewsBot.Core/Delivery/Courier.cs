using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// Pays debts: leases the head of each due channel, waits for its turn, sends, and notes the outcome. Channels are served side by
/// side and each is taken up again as soon as its post is settled, so a slow one delays nobody but itself.
/// </summary>
public sealed partial class Courier(
    IOutbox outbox,
    IArchive archive,
    ISubscriptions subscriptions,
    IEnumerable<IPlatform> platforms,
    SupportLinks support,
    DeliveryBell bell,
    NodeName node,
    TimeProvider clock,
    ILogger<Courier> log) : BackgroundService
{
    /// <summary>Posts in flight at once, over all platforms.</summary>
    private const int MostInFlight = 16;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    /// <summary>What is in flight at shutdown may take this long to end; the host allows 10 s in all.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    private readonly Dictionary<string, IPlatform> _platforms = platforms.ToDictionary(platform => platform.Name);
    private readonly Pacer _pacer = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await outbox.ReleaseAsync(node.Value, stoppingToken) is > 0 and var released) LogReleased(released);
        using var grace = new CancellationTokenSource();
        await using var ending = stoppingToken.Register(() => grace.CancelAfter(Grace));
        var inFlight = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                inFlight.RemoveAll(task => task.IsCompleted);
                var debts = inFlight.Count < MostInFlight
                    ? await outbox.LeaseAsync(node.Value, MostInFlight - inFlight.Count, Lease, stoppingToken)
                    : [];
                inFlight.AddRange(debts.Select(debt => PayAsync(debt, stoppingToken, grace.Token)));
                if (debts.Count == 0) await SleepAsync(stoppingToken);
                else if (inFlight.Count >= MostInFlight) await Task.WhenAny(inFlight);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogStoreFailed(failure.Message);
                await Task.Delay(RetryPlan.Shortest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) { }
        }
        await Task.WhenAll(inFlight);
    }

    private async Task SleepAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var due = await outbox.NextDueAsync(stop) ?? now + LongestSleep;
        var wait = due - now;
        if (wait > TimeSpan.Zero) await bell.WaitAsync(wait < LongestSleep ? wait : LongestSleep, clock, stop);
        // Due but not leased: its lane is in flight here or with another node, which rings or lets its lease end.
        else await bell.WaitAsync(TimeSpan.FromSeconds(1), clock, stop);
    }

    private async Task PayAsync(Debt debt, CancellationToken stop, CancellationToken grace)
    {
        try
        {
            var (outcome, hash) = await SendAsync(debt, stop, grace);
            var settlement = RetryPlan.Next(outcome, hash, debt.Attempts, clock.GetUtcNow(), Random.Shared.NextDouble());
            if (!await outbox.SettleAsync(node.Value, debt, settlement, grace)) LogLeaseLost(debt.Article, debt.Channel);
            Tell(debt, settlement);
        }
        catch (Exception failure)
        {
            // Unsettled: the lease ends by itself and the debt is tried again with the same key.
            if (!stop.IsCancellationRequested) LogUnsettled(debt.Article, debt.Channel, failure.Message);
        }
        bell.Ring();
    }

    private async Task<(SendOutcome Outcome, string Hash)> SendAsync(Debt debt, CancellationToken stop, CancellationToken grace)
    {
        if (!_platforms.TryGetValue(debt.Channel.Platform, out var platform))
            return (new SendOutcome.Later(RetryPlan.Longest, $"The platform '{debt.Channel.Platform}' is not switched on."), "");
        if (await archive.FindAsync(debt.Article, grace) is not { } article)
            return (new SendOutcome.Never("The article is no longer kept.", ChannelIsGone: false), "");

        var channel = await subscriptions.FindAsync(debt.Channel, grace);
        var card = CardFitter.Fit(ArticleCard.Post(article, channel.Settings, debt.Kind, support.Any), platform.Limits);
        var wait = _pacer.Reserve(debt.Channel, platform.Pace, clock.GetUtcNow());
        if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, stop);
        try
        {
            return (await platform.SendAsync(debt.Channel, card, debt.Key, grace), Hash(card));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return (new SendOutcome.Later(null, failure.Message), "");
        }
    }

    private static string Hash(Card card) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{card.Title}\n{card.Link}\n{card.Body}\n{card.Image}\n{card.Footer}")).AsSpan(0, 8));

    private void Tell(Debt debt, Settlement settlement)
    {
        switch (settlement)
        {
            case Settlement.Paid: LogPosted(debt.Article, debt.Channel); break;
            case Settlement.Again again: LogAgain(debt.Article, debt.Channel, again.At, again.Why); break;
            case Settlement.GivenUp given: LogGivenUp(debt.Article, debt.Channel, given.Why); break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Posted {Article} to {Channel}.")]
    private partial void LogPosted(ArticleId article, ChannelRef channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not post {Article} to {Channel}, trying again at {At:u}: {Why}")]
    private partial void LogAgain(ArticleId article, ChannelRef channel, DateTimeOffset at, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Gave up posting {Article} to {Channel}: {Why}")]
    private partial void LogGivenUp(ArticleId article, ChannelRef channel, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another node took over {Article} for {Channel} before it was settled here.")]
    private partial void LogLeaseLost(ArticleId article, ChannelRef channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outcome of posting {Article} to {Channel} could not be noted; it is looked at again when its lease ends: {Why}")]
    private partial void LogUnsettled(ArticleId article, ChannelRef channel, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Took up {Count} posts that were in flight when the bot stopped.")]
    private partial void LogReleased(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read: {Why}")]
    private partial void LogStoreFailed(string why);
}
