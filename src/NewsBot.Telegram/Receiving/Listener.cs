using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Delivery;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace NewsBot.Telegram.Receiving;

/// <summary>
/// Connects, announces the menu, and listens in the way that the settings ask for: long polling, or a webhook when there is a public address. What fails
/// is tried again ever more slowly; a wrong token ends it.
/// </summary>
internal sealed partial class Listener(
    TelegramConnection connection, TelegramMenu menu, Polling polling, Webhook webhook, InboxBell inbox, FloodWatch flood, DeliveryBell deliveries,
    IOptions<TelegramOptions> options, TimeProvider clock, ILogger<Listener> log) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Two pollers end each other's requests: asking faster would only make it worse.</summary>
    private static readonly TimeSpan AfterConflict = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    private int _failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await TryAsync(flood.OpenAsync, stoppingToken)) { }
            while (!connection.IsRefused && !await TryAsync(ConnectAsync, stoppingToken)) { }
            while (!connection.IsRefused) await TryAsync(options.Value.PublicUrl.Length > 0 ? LookAtWebhookAsync : PollAsync, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task ConnectAsync(CancellationToken stop)
    {
        var me = await connection.Client.GetMe(stop);
        inbox.Open(me.Id);
        if (options.Value.PublicUrl.Length > 0)
            await connection.Client.SetWebhook(webhook.Address, allowedUpdates: UpdateKinds.Asked, secretToken: webhook.Secret, cancellationToken: stop);
        // Polling is refused while a webhook is set. What waits there is kept.
        else await connection.Client.DeleteWebhook(dropPendingUpdates: false, cancellationToken: stop);
        connection.Reached(me);
        deliveries.Ring();
        await AnnounceAsync(stop);
    }

    // Without a menu people can still type; it is announced at the next start.
    private async Task AnnounceAsync(CancellationToken stop)
    {
        try
        {
            await menu.AnnounceAsync(stop);
        }
        catch (RequestException failure)
        {
            LogNoMenu(TelegramFailures.Why(failure));
        }
    }

    private async Task PollAsync(CancellationToken stop)
    {
        var answer = await polling.AskAsync(stop);
        if (answer.Code != 200) throw new ApiRequestException("", answer.Code, new global::Telegram.Bot.Types.ResponseParameters { RetryAfter = (int?)answer.After?.TotalSeconds });
        Recovered();
    }

    private async Task LookAtWebhookAsync(CancellationToken stop)
    {
        await Task.Delay(BetweenLooks, clock, stop);
        var info = await connection.Client.GetWebhookInfo(stop);
        if (info.Url != webhook.Address) await connection.Client.SetWebhook(webhook.Address, allowedUpdates: UpdateKinds.Asked, secretToken: webhook.Secret, cancellationToken: stop);
        if (info.LastErrorDate is { } at && clock.GetUtcNow() - at < BetweenLooks * 2) LogWebhookTrouble(info.LastErrorMessage ?? "", info.PendingUpdateCount);
        Recovered();
    }

    private void Recovered()
    {
        _failures = 0;
        if (connection.State.IsUp) return;
        connection.Reached();
        deliveries.Ring();
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> step, CancellationToken stop)
    {
        try
        {
            await step(stop);
            return true;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            await AfterAsync(failure, stop);
            return false;
        }
    }

    private async Task AfterAsync(Exception failure, CancellationToken stop)
    {
        var api = failure as ApiRequestException;
        if (api is not null && TelegramConnection.IsRefusal(api.ErrorCode))
        {
            connection.Refused();
            return;
        }
        connection.Lost(TelegramFailures.Why(failure));
        var wait = api switch
        {
            { ErrorCode: 409 } => AfterConflict,
            { Parameters.RetryAfter: { } seconds } => TimeSpan.FromSeconds(seconds),
            _ => Wait(_failures++),
        };
        await Task.Delay(wait, clock, stop);
    }

    private static TimeSpan Wait(int failures)
    {
        var doubled = Shortest * Math.Pow(2, Math.Min(failures, 9));
        return (doubled < Longest ? doubled : Longest) * (1 - Random.Shared.NextDouble() / 4);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram did not take the menu of commands; it is announced at the next start: {Why}")]
    private partial void LogNoMenu(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram could not deliver to this program's public address, and keeps {Count} updates for it: {Why}")]
    private partial void LogWebhookTrouble(string why, int count);
}
