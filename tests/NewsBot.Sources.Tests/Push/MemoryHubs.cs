using System.Collections.Concurrent;
using NewsBot.Core.Sources;
using NewsBot.Sources.Push;

namespace NewsBot.Sources.Tests.Push;

/// <summary>Subscriptions without a database; the real table has tests of its own beside it.</summary>
internal sealed class MemoryHubs : IHubSubscriptions
{
    private readonly ConcurrentDictionary<string, HubSubscription> _all = [];

    public HubSubscription? this[string callback] => _all.GetValueOrDefault(callback);

    public Task AddAsync(HubSubscription subscription, CancellationToken stop)
    {
        _all[subscription.Callback] = subscription;
        return Task.CompletedTask;
    }

    public Task<HubSubscription?> FindAsync(string callback, CancellationToken stop) => Task.FromResult(_all.GetValueOrDefault(callback));

    public Task<IReadOnlyList<HubSubscription>> OfAsync(string source, CancellationToken stop) => List(_all.Values.Where(it => it.Source == source));

    public Task<IReadOnlyList<HubSubscription>> AllAsync(CancellationToken stop) => List(_all.Values);

    public Task<IReadOnlyList<HubSubscription>> DueAsync(DateTimeOffset now, int most, CancellationToken stop) =>
        List(_all.Values.Where(it => it.NextAt <= now).OrderBy(it => it.NextAt).Take(most));

    public Task<HubSubscription?> ChangeAsync(string callback, Func<HubSubscription, HubSubscription?> change, CancellationToken stop)
    {
        lock (_all)
        {
            if (!_all.TryGetValue(callback, out var before)) return Task.FromResult<HubSubscription?>(null);
            if (change(before) is { } after) _all[callback] = after;
            else _all.TryRemove(callback, out _);
            return Task.FromResult(_all.GetValueOrDefault(callback));
        }
    }

    private static Task<IReadOnlyList<HubSubscription>> List(IEnumerable<HubSubscription> some) => Task.FromResult<IReadOnlyList<HubSubscription>>([.. some]);
}

/// <summary>Keeps what was pushed, as text.</summary>
internal sealed class Basket : IPushIntake
{
    public List<string> Taken { get; } = [];

    public Task TakeInAsync(string source, ReadOnlyMemory<byte> body, string? contentType, CancellationToken stop)
    {
        Taken.Add($"{source}: {System.Text.Encoding.UTF8.GetString(body.Span)}");
        return Task.CompletedTask;
    }
}
