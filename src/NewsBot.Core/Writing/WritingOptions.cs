namespace NewsBot.Core.Writing;

/// <summary>Section "Writer" of the settings, as far as it is about when to ask; where to ask stands beside it.</summary>
public sealed class WritingOptions
{
    public const string Section = "Writer";

    /// <summary>"article" for summaries in the article's own language, "channel" for the channel's.</summary>
    public string Language { get; set; } = "article";

    /// <summary>Summaries asked for in a day (UTC).</summary>
    public int PerDay { get; set; } = 200;

    /// <summary>How long a post waits for its summary; after that it goes with the article's own sentences.</summary>
    public TimeSpan HoldsPost { get; set; } = TimeSpan.FromSeconds(5);
}
