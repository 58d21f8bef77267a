using Microsoft.AspNetCore.Http;

namespace NewsBot.Local.Web;

/// <summary>
/// Whether a request comes from our own page rather than from another site open in the same browser. Browsers say so in Sec-Fetch-Site,
/// older ones (and all of them over plain http on a network) in Origin; a program that sends neither is no browser and has no cookie to abuse.
/// The reasoning: https://words.filippo.io/csrf/
/// </summary>
internal static class SameOrigin
{
    public static bool Holds(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none" || IsOpening(request);
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            ? true
            : Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(Authority(request), StringComparison.OrdinalIgnoreCase);
    }

    // Following a link to the page from elsewhere is fine: it is the person who then reads.
    private static bool IsOpening(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate";

    private static string Authority(HttpRequest request) => request.Host.Port is null or 80 ? request.Host.Host : request.Host.Value!;
}
