namespace NewsBot.Sources.Feeds.Reading;

/// <summary>Where a document came from, as far as it is known.</summary>
/// <param name="Address">Its own address, after redirects; relative links lead from there.</param>
/// <param name="ContentType">The header as it was sent, parameters included.</param>
/// <param name="ContentLocation">The header, absolute or relative to the address.</param>
/// <param name="ContentLanguage">The header; used where the feed names no language.</param>
internal sealed record FeedOrigin(string? Address = null, string? ContentType = null, string? ContentLocation = null, string? ContentLanguage = null)
{
    public static FeedOrigin Unknown { get; } = new();

    /// <summary>Of dates that name none, as its readers know; UTC when they do not.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public string? Base => ContentLocation is null ? Address : Reference.Resolve(Address, ContentLocation.Trim());
}
