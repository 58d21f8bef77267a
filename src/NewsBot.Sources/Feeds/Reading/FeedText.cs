namespace NewsBot.Sources.Feeds.Reading;

/// <summary>A text of a feed as it may be shown: markup that was made safe, or plain text.</summary>
/// <param name="IsHtml">True when <paramref name="Value"/> is HTML; false when its brackets and ampersands mean themselves.</param>
internal readonly record struct FeedText(string Value, bool IsHtml)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Value);
}
