using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>An update that waits for its bot. Updates of one lane (a chat) reach a webhook one behind another.</summary>
internal sealed record PendingUpdate(long Id, string Kind, JsonObject Json, long Lane, DateTimeOffset At);

/// <summary>What waits for one bot, until it confirms by asking for more (getUpdates) or by answering 2xx (webhook).</summary>
internal sealed class UpdateQueue(World world, BotAccount bot)
{
    /// <summary>Sent only to bots that ask for them (the Bot API's getUpdates, allowed_updates).</summary>
    private static readonly string[] OnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly List<PendingUpdate> _pending = [];
    private TaskCompletionSource<string>? _poller;
    private HashSet<string> _allowed = [];
    private long _last = 100_000_000 + bot.Id % 1000;

    public Signal Arrived { get; } = new();

    public int Count
    {
        get
        {
            lock (world.Gate) return _pending.Count;
        }
    }

    public IReadOnlyList<PendingUpdate> Pending => [.. _pending];

    public IReadOnlyCollection<string> Allowed => _allowed;

    public void Allow(IEnumerable<string> kinds) => _allowed = [.. kinds];

    public void Add(string kind, JsonObject json, long lane)
    {
        if (_allowed.Count > 0 ? !_allowed.Contains(kind) : OnRequest.Contains(kind)) return;
        Add(kind, new() { [kind] = json }, lane, ++_last);
    }

    public long AddRaw(JsonObject update)
    {
        lock (world.Gate)
        {
            var kind = update.Select(it => it.Key).FirstOrDefault(it => it != "update_id") ?? "";
            Add(kind, (JsonObject)update.DeepClone(), 0, ++_last);
            return _last;
        }
    }

    public void Remove(long id)
    {
        lock (world.Gate)
            if (_pending.FindIndex(it => it.Id == id) is var at and >= 0) _pending.RemoveAt(at);
    }

    public void Clear() => _pending.Clear();

    /// <summary>Ends a long poll in progress with 409.</summary>
    public void EndPoll(string why)
    {
        _poller?.TrySetResult(why);
        _poller = null;
    }

    /// <summary>One getUpdates. The newest poller wins; the one before is ended with 409, as the real server does.</summary>
    public async Task<JsonArray> PollAsync(long offset, int limit, TimeSpan timeout, IReadOnlyList<string>? allowed, CancellationToken stop)
    {
        var ended = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (world.Gate)
        {
            if (bot.Webhook.Url is not null)
                throw Refusal.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            EndPoll("terminated by other getUpdates request; make sure that only one bot instance is running");
            _poller = ended;
            if (allowed is not null) Allow(allowed);
            Confirm(offset);
        }
        try
        {
            return await TakeAsync(limit, timeout, ended.Task, stop);
        }
        finally
        {
            lock (world.Gate)
                if (_poller == ended) _poller = null;
        }
    }

    private async Task<JsonArray> TakeAsync(int limit, TimeSpan timeout, Task<string> ended, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var patienceEnds = Task.Delay(timeout, patience.Token);
        try
        {
            while (true)
            {
                var arrival = Arrived.Next;
                lock (world.Gate)
                {
                    if (ended.IsCompletedSuccessfully) throw Refusal.Conflict(ended.GetAwaiter().GetResult());
                    if (Take(limit) is { Count: > 0 } taken) return taken;
                }
                if (patienceEnds.IsCompleted) return [];
                await Task.WhenAny(arrival, ended, patienceEnds);
                stop.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await patience.CancelAsync();
        }
    }

    private void Add(string kind, JsonObject json, long lane, long id)
    {
        json["update_id"] = id;
        var update = new PendingUpdate(id, kind, json, lane, world.Now);
        _pending.Add(update);
        bot.Webhook.Enqueue(update);
        Arrived.Fire();
    }

    // A negative offset counts from the end, and forgets what is before.
    private void Confirm(long offset)
    {
        if (offset < 0) _pending.RemoveRange(0, (int)Math.Max(0, _pending.Count + offset));
        else _pending.RemoveAll(it => it.Id < offset);
    }

    private JsonArray Take(int limit)
    {
        var oldest = world.Now - Lifetime;
        _pending.RemoveAll(it => it.At < oldest);
        var taken = _pending.Take(limit).ToList();
        world.HandedOut.AddRange(taken.Select(it => new HandedOut(bot, it.Id, it.Kind, world.Now, ByWebhook: false)));
        return new([.. taken.Select(it => it.Json.DeepClone())]);
    }
}
