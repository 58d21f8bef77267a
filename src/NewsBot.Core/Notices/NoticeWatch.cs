using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Notices;

/// <summary>Looks for trouble every few minutes, and has it told.</summary>
internal sealed partial class NoticeWatch(IEnumerable<INoticeCheck> checks, INoticeBoard board, ISubscriptions subscriptions, TimeProvider clock, ILogger<NoticeWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do await LookAsync(stoppingToken);
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        foreach (var check in checks)
        {
            try
            {
                var channels = await subscriptions.AllAsync(stop);
                foreach (var notice in await check.LookAsync(channels, stop)) await board.TellAsync(notice, channels, stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                LogFailed(failure.Message);
            }
            catch (OperationCanceledException) { }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What needs mending could not be looked for, and is again in ten minutes: {Why}")]
    private partial void LogFailed(string why);
}
