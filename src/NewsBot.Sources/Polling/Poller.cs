using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Polling;

/// <summary>
/// Asks the sources on the web when their time has come. Each is leased first; what it brings is stored before its turn is settled, so that
/// a crash in between has it read again and loses nothing. Turns that end together are settled together.
/// </summary>
internal sealed partial class Poller(
    IPolls polls,
    IWebSources sources,
    IEnumerable<IPollKind> kinds,
    IOptions<SourcesOptions> options,
    NodeName node,
    TimeProvider clock,
    ILogger<Poller> log) : BackgroundService
{
    /// <summary>Most of them wait for their host's turn, and hold little while they do.</summary>
    private const int MostInFlight = 500;

    private const int MostSettledAtOnce = 64;

    /// <summary>Long enough for a turn at a host with a thousand feeds.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(20);

    /// <summary>A source that was added or let go on is asked this soon.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(100);

    /// <summary>What is being asked at shutdown may take this long to end; the host allows 10 s in all.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(6);

    private readonly ConcurrentDictionary<string, Task> _inFlight = [];
    private readonly Channel<Polled> _ended = Channel.CreateUnbounded<Polled>(new() { SingleReader = true });

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await sources.ConfigureAsync([.. (options.Value.Web ?? []).Select(WebOptionsCheck.Read)], cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ReleaseAsync(stoppingToken);
        using var grace = new CancellationTokenSource();
        await using var ending = stoppingToken.Register(() => grace.CancelAfter(Grace));
        var settling = SettleAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested) await LeaseAsync(stoppingToken, grace.Token);
        await Task.WhenAll(_inFlight.Values);
        _ended.Writer.Complete();
        await settling;
    }

    // A database that is away for a moment must not end the loop before it began.
    private async Task ReleaseAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await polls.ReleaseAsync(node.Value, stop);
                return;
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                LogStoreFailed(failure.Message);
                await Task.Delay(ShortestSleep, clock, stop);
            }
        }
    }

    private async Task LeaseAsync(CancellationToken stop, CancellationToken grace)
    {
        try
        {
            var room = MostInFlight - _inFlight.Count;
            var due = room > 0 ? await polls.LeaseAsync(node.Value, room, Lease, stop) : [];
            foreach (var poll in due) Begin(poll, stop, grace);
            if (due.Count == 0 || due.Count == room) await SleepAsync(room > 0 && due.Count == 0, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogStoreFailed(failure.Message);
            await DelayAsync(LongestSleep, stop);
        }
        catch (OperationCanceledException) { }
    }

    private async Task SleepAsync(bool isIdle, CancellationToken stop)
    {
        var wait = isIdle && await polls.NextDueAsync(stop) is var next ? next - clock.GetUtcNow() ?? LongestSleep : ShortestSleep;
        await DelayAsync(wait < ShortestSleep ? ShortestSleep : wait > LongestSleep ? LongestSleep : wait, stop);
    }

    private async Task DelayAsync(TimeSpan wait, CancellationToken stop) =>
        await Task.Delay(wait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Begin(DuePoll poll, CancellationToken stop, CancellationToken grace)
    {
        var key = poll.Source.Key;
        var turn = new Task<Task>(() => TurnAsync(poll, stop, grace));
        if (!_inFlight.TryAdd(key, turn.Unwrap())) return;
        turn.Start(TaskScheduler.Default);
    }

    private async Task TurnAsync(DuePoll poll, CancellationToken stop, CancellationToken grace)
    {
        var (before, begun) = (StateOf(poll), clock.GetUtcNow());
        try
        {
            var outcome = await AskAsync(poll.Source, before, stop, grace);
            Tell(poll.Source, before, outcome);
            await _ended.Writer.WriteAsync(Settled(poll.Source, outcome) with { Begun = begun }, CancellationToken.None);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Not asked, or not to the end: at the next start it is due as it was.
        }
        finally
        {
            _inFlight.TryRemove(poll.Source.Key, out _);
        }
    }

    private async Task<PollOutcome> AskAsync(WebSource source, PollState before, CancellationToken stop, CancellationToken grace)
    {
        try
        {
            return kinds.FirstOrDefault(kind => kind.Kind == source.Kind) is { } kind
                ? await kind.AskAsync(source, before, stop, grace)
                : new(PollPlan.Unreadable(before, TroubleWords.Kept(TroubleWords.UnknownKind), clock.GetUtcNow(), Random.Shared.NextDouble()));
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogNotStored(source.Key, failure.Message);
            return new(PollPlan.Unreadable(before, TroubleWords.Kept(TroubleWords.NotStored), clock.GetUtcNow(), Random.Shared.NextDouble()));
        }
    }

    private PollState StateOf(DuePoll poll)
    {
        var now = clock.GetUtcNow();
        var state = (PollStates.Parse(poll.State) ?? PollPlan.Start(poll.Source.Address, now, 0)) with { Address = poll.Source.Address };
        return poll.IsResumed ? PollPlan.Resume(state, now) : state;
    }

    private static Polled Settled(WebSource source, PollOutcome outcome) => new(source.Key, PollStates.Text(outcome.State), outcome.State.Address, outcome.State.LastAt ?? default, outcome.State.NextAt)
    {
        Memory = outcome.Taken?.Memory.ToString(),
        Trouble = outcome.State.Trouble,
        TroubleSince = outcome.State.TroubleSince,
        Articles = outcome.Taken?.Report.New ?? 0,
    };

    private async Task SettleAsync(CancellationToken stop)
    {
        var turns = new List<Polled>(MostSettledAtOnce);
        while (await _ended.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (turns.Count < MostSettledAtOnce && _ended.Reader.TryRead(out var turn)) turns.Add(turn);
            await KeepAsync(turns, stop);
            turns.Clear();
        }
    }

    // A database that is away for a moment must not have everybody asked again.
    private async Task KeepAsync(List<Polled> turns, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                foreach (var lost in await polls.SettleAsync(node.Value, turns, CancellationToken.None)) LogLeaseLost(lost);
                return;
            }
            catch (Exception failure)
            {
                LogStoreFailed(failure.Message);
                if (stop.IsCancellationRequested) return;
                await DelayAsync(LongestSleep, stop);
            }
        }
    }

    private void Tell(WebSource source, PollState before, PollOutcome outcome)
    {
        var after = outcome.State;
        if (after.Paused) LogPaused(source.Key, after.Trouble ?? "");
        else if (after.Trouble is { } why && before.Trouble is null) LogTrouble(source.Key, after.NextAt ?? default, why);
        else if (after.Trouble is null && before.Trouble is not null) LogBetter(source.Key);
        if (after.Address != before.Address) LogMoved(source.Key);
        if (outcome.Taken is { Report: { New: > 0 } or { Changed: > 0 } } taken) LogRead(source.Key, taken.Report.New, taken.Report.Changed, taken.Report.Owed);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: {New} new, {Changed} changed; {Owed} posts owed.")]
    private partial void LogRead(string source, int @new, int changed, int owed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} could not be read and is tried again at {At:u}: {Why}")]
    private partial void LogTrouble(string source, DateTimeOffset at, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source} can be read again.")]
    private partial void LogBetter(string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} is paused: {Why}")]
    private partial void LogPaused(string source, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source} has moved for good and is asked at its new address.")]
    private partial void LogMoved(string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another node took over {Source} before its turn was settled here.")]
    private partial void LogLeaseLost(string source);

    [LoggerMessage(Level = LogLevel.Error, Message = "What {Source} brought could not be stored, and it is asked again later: {Why}")]
    private partial void LogNotStored(string source, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "The turns of sources could not be kept: {Why}")]
    private partial void LogStoreFailed(string why);
}
