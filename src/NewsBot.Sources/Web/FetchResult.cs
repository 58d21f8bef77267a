using System.Security.Cryptography;

namespace NewsBot.Sources.Web;

/// <summary>What came of a fetch. Dispose it: a body is rented memory.</summary>
internal abstract record FetchResult : IDisposable
{
    private FetchResult() { }

    /// <summary>Where the permanent redirects (301, 308) at the beginning of the way lead; null when the first answer was none.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>One sentence for people when there is nothing to read; else null.</summary>
    public virtual string? Trouble => null;

    public void Dispose() => (this as Fetched)?.Body.Dispose();

    /// <summary>The body, whole.</summary>
    /// <param name="Body">Unpacked; valid until this is disposed.</param>
    /// <param name="ContentType">As the site wrote it.</param>
    /// <param name="Address">Where it was found in the end: relative links start here.</param>
    /// <param name="Links">Values of Link headers, for rel=hub and rel=self.</param>
    internal sealed record Fetched(RentedBytes Body, string? ContentType, Uri Address, Validators? Validators, CacheHints Hints, IReadOnlyList<string> Links) : FetchResult
    {
        /// <summary>SHA-256 of the body in hex: a body with the hash of the last one need not be parsed.</summary>
        public string Hash() => Convert.ToHexString(SHA256.HashData(Body.Memory.Span));
    }

    /// <summary>What we have is still what the site has; only an answer to validators.</summary>
    internal sealed record NotModified(CacheHints Hints) : FetchResult;

    /// <summary>The form was taken.</summary>
    internal sealed record Accepted : FetchResult;

    /// <summary>The site answered and would not give it.</summary>
    internal sealed record Refused(int Status, TimeSpan? RetryAfter) : FetchResult
    {
        public override string Trouble => FetchWords.Refusal(Status);
    }

    /// <summary>We would not ask.</summary>
    internal sealed record Blocked(string Why) : FetchResult
    {
        public override string Trouble => Why;
    }

    /// <summary>The answer did not come, or not whole.</summary>
    internal sealed record Broken(string Why) : FetchResult
    {
        public override string Trouble => Why;
    }
}

/// <summary>How long the site says its answer is good, each from now; null where it does not say.</summary>
internal sealed record CacheHints(TimeSpan? MaxAge, TimeSpan? Expires, TimeSpan? RetryAfter)
{
    public static CacheHints None { get; } = new(null, null, null);
}
