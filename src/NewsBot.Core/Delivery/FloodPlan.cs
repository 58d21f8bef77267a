namespace NewsBot.Core.Delivery;

/// <summary>
/// Keeps a channel from being flooded: more articles at once than it should get come as one card. No span of <see cref="Window"/> ever holds more
/// than the most that is allowed, and nothing waits longer for that than one window. Pure.
/// </summary>
/// <param name="MostInWindow">Posts in ten minutes in a channel; 0 for no limit.</param>
/// <param name="MostFromSource">Articles that one source brings at once and that are still posted one by one; 0 for no limit.</param>
public sealed record FloodPlan(int MostInWindow, int MostFromSource)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>What one source brought within this time of the head came at once: a long reading is stored in pieces.</summary>
    public static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    /// <summary>How far the lane has to be looked at to decide; the clock's plan wants to know whether more than one waits.</summary>
    public int Depth => Math.Max(Math.Max(MostInWindow, MostFromSource) + 1, 2);

    /// <param name="head">Its number tells this round-up from every other one.</param>
    public TimeDecision Of(LaneView lane, long head, DateTimeOffset now)
    {
        var recent = MostInWindow > 0 ? lane.Recent.Where(at => at > now - Window && at <= now).OrderDescending().ToArray() : [];
        if (MostInWindow > 0 && recent.Length >= MostInWindow) return new TimeDecision.Wait(recent[MostInWindow - 1] + Window, TimeReason.Flood);
        if (lane.Waiting < 2) return TimeDecision.Send;
        var isFlood = (MostInWindow > 0 && lane.Waiting > MostInWindow - recent.Length) || (MostFromSource > 0 && lane.AtOnce > MostFromSource);
        return isFlood ? new TimeDecision.Fold(DebtKind.RoundUp, $"roundup:{head}") : TimeDecision.Send;
    }
}
