using System.Globalization;

namespace NewsBot.Telegram.Receiving;

/// <summary>Wakes the intake, and names the inbox: each bot numbers its updates itself, so another token means another inbox.</summary>
internal sealed class InboxBell
{
    private readonly TaskCompletionSource _opened = New();
    private TaskCompletionSource _next = New();

    public string Inbox { get; private set; } = "";

    public Task Next => Volatile.Read(ref _next).Task;

    public void Open(long bot)
    {
        Inbox = $"{TelegramPlatform.PlatformName}/{bot.ToString(CultureInfo.InvariantCulture)}";
        _opened.TrySetResult();
    }

    public Task OpenedAsync(CancellationToken stop) => _opened.Task.WaitAsync(stop);

    public void Ring() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
