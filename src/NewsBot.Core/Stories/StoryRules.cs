namespace NewsBot.Core.Stories;

/// <summary>What may be one story.</summary>
public sealed record StoryRules
{
    /// <summary>Articles that a window remembers; about 1.3 KB each.</summary>
    public int Capacity { get; init; } = 50_000;

    /// <summary>Reports of one event lie no further apart than this. Copies of a text are found however old.</summary>
    public TimeSpan EventSpan { get; init; } = TimeSpan.FromHours(72);

    /// <summary>The share of runs in common from which a text is a copy, when both texts are at hand.</summary>
    public double NearJaccard { get; init; } = .5;

    /// <summary>
    /// The same by signatures alone. An estimate is off by up to .1, so this lies below .5 in order to lose no copy, and far enough above
    /// .25 that such texts do not pass.
    /// </summary>
    public double NearEstimate { get; init; } = .40;
}
