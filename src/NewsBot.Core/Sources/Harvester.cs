using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsBot.Core.Sources;

/// <summary>Keeps every source read: at start, when it signals a change, when its time has come, and when an operator asks.</summary>
public sealed partial class Harvester(IEnumerable<IArticleSource> sources, Harvest harvest, SourceStates states, TimeProvider clock, ILogger<Harvester> log) : BackgroundService
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(sources.Select(source => KeepReadAsync(source, stoppingToken)));

    private async Task KeepReadAsync(IArticleSource source, CancellationToken stop)
    {
        for (var failures = 0; !stop.IsCancellationRequested;)
        {
            try
            {
                var report = await harvest.ReadAsync(source, isOwed: true, stop);
                states.Succeeded(source, report, clock.GetUtcNow());
                failures = 0;
                if (report != StoreReport.Nothing) LogRead(source.Key, report.New, report.Changed, report.Same, report.Problems, report.Owed);
                await WaitAsync(source, stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                states.Failed(source, failure.Message, clock.GetUtcNow());
                LogFailed(source.Key, failure.Message);
                await DelayAsync(FirstRetry * Math.Pow(2, failures++), stop);
            }
            catch (OperationCanceledException) { }
        }
    }

    private async Task WaitAsync(IArticleSource source, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var changed = source.WaitForChangeAsync(over.Token);
        await Task.WhenAny(changed, states.AskedAsync(source, over.Token), Task.Delay(source.Every, clock, over.Token));
        await over.CancelAsync();
        // A watcher that broke is a failure of the source; one that was told to stop waiting is not.
        if (changed.IsFaulted) await changed;
    }

    private async Task DelayAsync(TimeSpan wait, CancellationToken stop) =>
        await Task.Delay(wait < LongestRetry ? wait : LongestRetry, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: {New} new, {Changed} changed, {Same} known, {Problems} unreadable; {Owed} posts owed.")]
    private partial void LogRead(string source, int @new, int changed, int same, int problems, int owed);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Source} could not be read and is tried again: {Why}")]
    private partial void LogFailed(string source, string why);
}
