namespace NewsBot.Core.Delivery;

/// <summary>Looks into a lane: what waits in it, and what it was sent lately.</summary>
public interface ILanes
{
    /// <param name="depth">Counts stop there, so that a long lane costs no more than a short one.</param>
    Task<LaneView> ViewAsync(Debt head, int depth, CancellationToken stop);
}

/// <param name="Waiting">Ordinary posts that the channel waits for, the head among them.</param>
/// <param name="AtOnce">Those of them that the head's source brought together with it.</param>
/// <param name="Recent">When it was sent a post within the last <see cref="FloodPlan.Window"/>; members of a bundle do not count, the bundle does.</param>
public sealed record LaneView(int Waiting, int AtOnce, IReadOnlyList<DateTimeOffset> Recent)
{
    /// <summary>Of what is a card already, or nobody's flood.</summary>
    public static LaneView Alone { get; } = new(1, 1, []);
}
