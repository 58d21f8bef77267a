namespace NewsBot.Sources.Web;

/// <summary>One thing to fetch.</summary>
/// <param name="Known">What the last whole body came with; sent only to the address that gave it.</param>
internal sealed record FetchRequest(Uri Address, Validators? Known = null)
{
    public const string ForFeeds = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";
    public const string ForPages = "text/html, application/xhtml+xml, */*;q=0.5";
    public const string ForImages = "image/jpeg, image/png, image/webp, image/gif, image/*;q=0.5";

    public string Accept { get; init; } = ForFeeds;

    /// <summary>Fields to post, as a hub wants to be asked; null to get. What is answered to them is a status, and its body is left unread.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }

    /// <summary>Bytes; null is the limit for all.</summary>
    public int? Bytes { get; init; }

    /// <summary>What is past the limit is left unread, instead of making the whole body unusable.</summary>
    public bool CutAtLimit { get; init; }
}

/// <summary>ETag and Last-Modified as they were written, and the address that wrote them.</summary>
internal sealed record Validators(Uri Address, string? ETag, string? LastModified);
