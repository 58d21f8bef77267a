using System.Collections.Concurrent;

namespace NewsBot.Local;

/// <summary>
/// Wakes those who have a room open. It only wakes: what was said stands in the room book, so a wake-up that is missed or comes
/// for nothing does no harm.
/// </summary>
internal sealed class LiveRooms
{
    private readonly ConcurrentDictionary<string, long> _newest = new(StringComparer.Ordinal);
    private TaskCompletionSource _next = NewSource();

    /// <summary>Completes when something is said anywhere. Take it before reading the book, then nothing falls between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>The newest entry of each room in which something was said since this process began.</summary>
    public IEnumerable<KeyValuePair<string, long>> Newest => _newest;

    public void Tell(string room, long number)
    {
        _newest.AddOrUpdate(room, number, (_, before) => Math.Max(before, number));
        TellChange();
    }

    /// <summary>Something that was said before is said otherwise now, or taken back.</summary>
    public void TellChange() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
