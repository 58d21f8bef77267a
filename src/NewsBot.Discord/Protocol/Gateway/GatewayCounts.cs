namespace NewsBot.Discord.Protocol;

/// <summary>What the gateway met and left alone, for the status page.</summary>
internal sealed class GatewayCounts
{
    private long _events;
    private long _unknownOps;
    private long _unknownEvents;
    private long _malformed;
    private long _failed;
    private long _resumes;
    private long _identifies;

    public long Events => Interlocked.Read(ref _events);

    public long UnknownOps => Interlocked.Read(ref _unknownOps);

    public long UnknownEvents => Interlocked.Read(ref _unknownEvents);

    public long Malformed => Interlocked.Read(ref _malformed);

    /// <summary>Events whose handler threw.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    public long Resumes => Interlocked.Read(ref _resumes);

    public long Identifies => Interlocked.Read(ref _identifies);

    public void CountEvent() => Interlocked.Increment(ref _events);

    public void CountUnknownOp() => Interlocked.Increment(ref _unknownOps);

    public void CountUnknownEvent() => Interlocked.Increment(ref _unknownEvents);

    public void CountMalformed() => Interlocked.Increment(ref _malformed);

    public void CountFailed() => Interlocked.Increment(ref _failed);

    public void CountResume() => Interlocked.Increment(ref _resumes);

    public void CountIdentify() => Interlocked.Increment(ref _identifies);
}
