namespace NewsBot.Core.Writing;

/// <summary>Leaves a writer that fails alone for a while, longer each time, so that no post waits for a dead one.</summary>
internal sealed class WriterRest(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private DateTimeOffset _until;
    private int _failures;

    public bool IsResting
    {
        get { lock (_gate) return clock.GetUtcNow() < _until; }
    }

    public void Worked()
    {
        lock (_gate) _failures = 0;
    }

    /// <returns>How long it is left alone.</returns>
    public TimeSpan Failed()
    {
        lock (_gate)
        {
            var wait = First * Math.Pow(2, Math.Min(_failures++, 10));
            if (wait > Longest) wait = Longest;
            _until = clock.GetUtcNow() + wait;
            return wait;
        }
    }
}
