namespace NewsBot.Sources.Web;

/// <summary>How much one fetch may take. The figures are those of Miniflux, Mastodon and our own probes; see src/notes/fetching.md.</summary>
internal sealed record FetchLimits
{
    public const int HeaderKilobytes = 64;

    /// <summary>UTF-16 units of an address, typed or redirected to.</summary>
    public const int LongestAddress = 2_048;

    public int Redirects { get; init; } = 5;

    /// <summary>Bytes of the body once unpacked.</summary>
    public int Bytes { get; init; } = 15 * 1024 * 1024;

    /// <summary>How many times its packed size a body may grow, once it is past <see cref="RatioFrom"/> bytes.</summary>
    public int Ratio { get; init; } = 100;

    public int RatioFrom { get; init; } = 1024 * 1024;

    /// <summary>For connecting, headers, body and every redirect together; waiting for a turn is not counted.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>In each window the body must bring <see cref="WindowBytes"/> on the wire.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(8);

    public int WindowBytes { get; init; } = 4 * 1024;
}
