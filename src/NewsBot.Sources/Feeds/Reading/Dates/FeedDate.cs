using NewsBot.Sources.Text;

namespace NewsBot.Sources.Feeds.Reading.Dates;

/// <summary>
/// Reads the dates of feeds: ISO 8601 and RFC 822 as the formats want them, and what people write instead. A date without a zone is taken for
/// UTC, as every reader does, where nobody has said better.
/// </summary>
internal static class FeedDate
{
    /// <summary>Characters; a longer text is no date.</summary>
    private const int MaxLength = 100;

    /// <param name="zone">Of a date that names none; UTC when it is not known.</param>
    /// <returns>In UTC, to the second or finer; null when no instant can be told.</returns>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo? zone = null)
    {
        zone ??= TimeZoneInfo.Utc;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is < 4 or > MaxLength || !trimmed.ContainsAnyInRange('0', '9')) return null;
        if ((MailDate.Read(trimmed) ?? IsoDate.Read(trimmed, zone)) is { } exact) return exact;
        var words = trimmed.ToString();
        return WordDate.Read(words, zone) ?? new DateReader(zone, DateTimeOffset.MaxValue).Read(words)?.ToUniversalTime();
    }
}
