using System.Globalization;

namespace NewsBot.Telegram.Receiving;

/// <summary>Wakes the intake, and names the inbox: each bot numbers its updates itself, so another token means another inbox.</summary>
internal sealed class InboxBell
{
    private readonly TaskCompletionSource _opened = New();
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = New();
    private long _lowest = long.MaxValue;

    public string Inbox { get; private set; } = "";

    public Task Next => Volatile.Read(ref _next).Task;

    public void Open(long bot)
    {
        Inbox = $"{TelegramPlatform.PlatformName}/{bot.ToString(CultureInfo.InvariantCulture)}";
        _opened.TrySetResult();
    }

    public Task OpenedAsync(CancellationToken stop) => _opened.Task.WaitAsync(stop);

    /// <param name="lowest">The lowest number of what was added.</param>
    public void Ring(long lowest)
    {
        lock (_gate) _lowest = Math.Min(_lowest, lowest);
        Interlocked.Exchange(ref _next, New()).TrySetResult();
    }

    /// <summary>The lowest number that was added since this was asked last; a webhook may deliver out of order.</summary>
    public long TakeLowest()
    {
        lock (_gate)
        {
            var lowest = _lowest;
            _lowest = long.MaxValue;
            return lowest;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
