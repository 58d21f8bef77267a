using System.Text.Json.Serialization;

namespace NewsBot.Sources.Web;

/// <summary>All that is remembered of one feed's checks; stored after each, so that a restart asks nobody anew.</summary>
internal sealed record PollState
{
    /// <summary>Where to ask next time.</summary>
    public required Uri Address { get; init; }

    /// <summary>Null while paused.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    public Validators? Validators { get; init; }

    /// <summary>Of the last whole body; see <see cref="FetchResult.Fetched.Hash"/>.</summary>
    public string? BodyHash { get; init; }

    public FeedRhythm Rhythm { get; init; } = FeedRhythm.Unknown;

    /// <summary>Checks that failed since the last good one.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last check failed, in one sentence; null when it did not.</summary>
    public string? Trouble { get; init; }

    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>The site said that the feed is gone for good; only a person resumes it.</summary>
    public bool Paused { get; init; }

    /// <summary>Where the feed says it moved to, and in how many checks running.</summary>
    public Uri? MovedTo { get; init; }

    public int MovesSeen { get; init; }
}

/// <summary>What a feed says and shows of when it is worth asking.</summary>
/// <param name="EntriesPerWeek">As dated in the feed; null when nobody knows.</param>
/// <param name="Ttl">RSS ttl.</param>
/// <param name="UpdatePeriod">sy:updatePeriod divided by sy:updateFrequency.</param>
/// <param name="SkipHours">RSS skipHours, 0 to 23 in UTC.</param>
/// <param name="SkipDays">RSS skipDays in UTC, Sunday is 0.</param>
internal sealed record FeedRhythm(double? EntriesPerWeek = null, TimeSpan? Ttl = null, TimeSpan? UpdatePeriod = null, IReadOnlyList<int>? SkipHours = null, IReadOnlyList<DayOfWeek>? SkipDays = null)
{
    public static FeedRhythm Unknown { get; } = new();
}

[JsonSerializable(typeof(PollState))]
internal sealed partial class PollJson : JsonSerializerContext;
