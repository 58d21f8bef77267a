using Microsoft.Extensions.Time.Testing;

namespace NewsBot.Discord.Tests.Protocol;

/// <summary>
/// Time that runs twenty times as fast, for tests over real sockets in which something waits seconds. Long waits are patience with the other side and
/// stay as long as they are, so that a busy machine does not look like a dead server.
/// </summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Speed = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly long _start = System.GetTimestamp();
    private readonly DateTimeOffset _origin = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _origin + System.GetElapsedTime(_start) * Speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    private static TimeSpan Hurried(TimeSpan span) => span <= TimeSpan.Zero || span >= Patience ? span : span / Speed;
}

internal static class FakeTimeSteps
{
    /// <summary>Moves the clock on step by step until the task is done. The bound only ends a test that would hang.</summary>
    public static async Task<T> PassUntilAsync<T>(this FakeTimeProvider time, Task<T> task, TimeSpan step)
    {
        for (var i = 0; i < 10_000 && !task.IsCompleted; i++)
        {
            time.Advance(step);
            await SettleAsync();
        }

        return await task;
    }

    /// <summary>Lets continuations run that are ready to.</summary>
    public static async Task SettleAsync()
    {
        for (var i = 0; i < 5; i++)
            await Task.Yield();
    }
}
