namespace NewsBot.Discord.Protocol;

internal static class Waiting
{
    /// <summary>Never returns early: Task.Delay drops fractions of a millisecond, and a loop that asks again would spin through the last one.</summary>
    public static Task WaitAsync(this TimeProvider time, TimeSpan wait, CancellationToken stop) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, stop);
}
