using System.Globalization;
using System.Net.Http.Headers;

namespace NewsBot.Discord.Protocol;

/// <summary>What an answer tells about its bucket. <see cref="Bucket"/> is empty when the route has no limit of its own.</summary>
internal readonly record struct RateHeaders(string Bucket, int Limit, int Remaining, TimeSpan ResetAfter, RateScope Scope)
{
    public static RateHeaders Of(HttpResponseHeaders headers) => new(
        Text(headers, "X-RateLimit-Bucket"),
        int.TryParse(Text(headers, "X-RateLimit-Limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : 1,
        int.TryParse(Text(headers, "X-RateLimit-Remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining) ? remaining : 0,
        Seconds(Text(headers, "X-RateLimit-Reset-After")) ?? TimeSpan.Zero,
        Text(headers, "X-RateLimit-Scope") switch { "global" => RateScope.Global, "shared" => RateScope.Shared, _ => RateScope.User });

    /// <summary>Retry-After in seconds, as Discord and the cache before it send it.</summary>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers) => Seconds(Text(headers, "Retry-After"));

    /// <summary>Seconds, possibly fractional; at most a day, since a wrong figure must not stop us for ever.</summary>
    public static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) : null;

    private static string Text(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : "";
}
