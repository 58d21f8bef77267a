using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Protocol;

/// <summary>
/// Hands a shard's events to the handler in order, apart from reading, so that a slow handler does not look like a dead connection. Stores the
/// sequence behind the last event whose handler returned: after a restart Discord sends the others again.
/// </summary>
internal sealed class EventPump(ShardId shard, GatewayHandler handler, ISessionStore store, int waiting, TimeProvider time, GatewayCounts counts, ILogger logger)
{
    private static readonly TimeSpan StoreEvery = TimeSpan.FromSeconds(1);

    private readonly Channel<(GatewayEvent? Happened, GatewaySession Behind)> _waiting = Channel.CreateBounded<(GatewayEvent?, GatewaySession)>(waiting);
    private GatewaySession? _handled;
    private GatewaySession? _stored;
    private DateTimeOffset _storedAt;
    private Task _storing = Task.CompletedTask;

    /// <summary>An event, or null for one that nobody listens to, with the session as it stands behind it.</summary>
    public ValueTask PutAsync(GatewayEvent? happened, GatewaySession behind, CancellationToken stop) => _waiting.Writer.WriteAsync((happened, behind), stop);

    /// <summary>Runs until stopped, then stores where it stands.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var (happened, behind) in _waiting.Reader.ReadAllAsync(stop))
            {
                if (happened is not null)
                    await HandleAsync(happened, stop);
                _handled = behind;
                // Beside the events: a disk that is slow must not hold up somebody who waits three seconds for an answer.
                if (_storing.IsCompleted && (_handled.SessionId != _stored?.SessionId || time.GetUtcNow() - _storedAt >= StoreEvery))
                    _storing = Store(_handled);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await _storing;
            if (_handled is not null && _handled != _stored)
                await StoreAsync(_handled);
        }
    }

    /// <summary>Nothing is to be resumed.</summary>
    public async Task ForgetAsync()
    {
        _handled = null;
        await _storing;
        await StoreAsync(null);
    }

    private Task Store(GatewaySession session) => Task.Run(() => StoreAsync(session));

    private async Task HandleAsync(GatewayEvent happened, CancellationToken stop)
    {
        counts.CountEvent();
        try
        {
            await handler(happened, stop);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            counts.CountFailed();
            logger.NotHandled(problem, shard);
        }
    }

    // Short, and worth finishing when the program stops: hence no token.
    private async Task StoreAsync(GatewaySession? session)
    {
        try
        {
            await store.SaveAsync(shard, session, CancellationToken.None);
            (_stored, _storedAt) = (session, time.GetUtcNow());
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            logger.NotStored(problem, shard);
        }
    }
}
