using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsBot.Core.Delivery;

/// <summary>Keeps the ledger of attempts from growing for ever: once a day it forgets the oldest.</summary>
internal sealed partial class LedgerKeeper(IAttemptLedger ledger, TimeProvider clock, ILogger<LedgerKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ledger.PruneAsync(clock.GetUtcNow() - IAttemptLedger.Kept, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure.Message);
            }
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old attempts could not be forgotten; tomorrow again: {Why}")]
    private partial void LogFailed(string why);
}
