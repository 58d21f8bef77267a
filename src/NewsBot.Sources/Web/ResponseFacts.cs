using System.Globalization;
using System.Net.Http.Headers;

namespace NewsBot.Sources.Web;

/// <summary>Reads what a response's headers say, forgiving what is written wrongly.</summary>
internal static class ResponseFacts
{
    // A longer one is a tracker or an attack, and would go back with every request.
    private const int LongestValidator = 1_024;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public static string? First(this HttpResponseMessage response, string name) => response.All(name).FirstOrDefault();

    public static IEnumerable<string> All(this HttpResponseMessage response, string name) =>
        [.. Values(response.Headers, name), .. Values(response.Content.Headers, name)];

    public static Validators? Validators(this HttpResponseMessage response, Uri address)
    {
        var (tag, modified) = (Short(response.First("ETag")), Short(response.First("Last-Modified")));
        return tag is null && modified is null ? null : new(address, tag, modified);
    }

    public static CacheHints Hints(this HttpResponseMessage response, DateTimeOffset now) =>
        new(MaxAge(response), Expires(response, now), RetryAfter(response, now));

    public static TimeSpan? RetryAfter(this HttpResponseMessage response, DateTimeOffset now) => response.First("Retry-After") switch
    {
        null => null,
        var text when long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) => Seconds(seconds),
        var text when Date(text) is { } date => Until(date, now),
        _ => null,
    };

    private static TimeSpan? MaxAge(HttpResponseMessage response)
    {
        foreach (var part in string.Join(',', response.All("Cache-Control")).Split(',', StringSplitOptions.TrimEntries))
            if (part.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase)
                && long.TryParse(part.AsSpan(8).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                return Seconds(seconds);
        return null;
    }

    // Measured by the site's own clock when it shows it: one that goes wrong must not make its answers look old.
    private static TimeSpan? Expires(HttpResponseMessage response, DateTimeOffset now) =>
        Date(response.First("Expires")) is { } date ? Until(date, Date(response.First("Date")) ?? now) : null;

    private static TimeSpan Until(DateTimeOffset date, DateTimeOffset now) => date <= now ? TimeSpan.Zero : date - now < Longest ? date - now : Longest;

    private static TimeSpan Seconds(long seconds) => seconds < (long)Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static string? Short(string? value) => string.IsNullOrWhiteSpace(value) || value.Length > LongestValidator ? null : value;

    private static HeaderStringValues Values(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values : default;
}
