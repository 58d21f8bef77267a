using NewsBot.Core.Chat;

namespace NewsBot.Core.Stories;

/// <summary>
/// The one address that all addresses of an article lead back to: without tracking, AMP, mobile hosts, sessions and fragments. It is for
/// comparing, never for opening: some sites answer only to the address that they gave.
/// </summary>
public static class CanonicalLink
{
    /// <summary>An AMP cache may lead to another one; more layers than this are somebody's joke.</summary>
    private const int MostLayers = 4;

    private static readonly HashSet<string> Doors = new(StringComparer.Ordinal) { "www", "m", "mobile", "amp", "wap", "touch" };
    private static readonly HashSet<string> SharedSuffixes = new(StringComparer.Ordinal) { "co", "com", "org", "net", "gov", "edu", "ac" };
    private static readonly HashSet<string> IndexFiles = new(
        from name in (string[])["index", "default"] from kind in (string[])["html", "htm", "php", "asp", "aspx", "jsp"] select $"{name}.{kind}", StringComparer.OrdinalIgnoreCase);

    /// <summary>The canonical form, which is its own canonical form; null for what is no web address.</summary>
    public static string? Of(string? address)
    {
        if (WebAddress.OrNull(address) is not { } given || !Uri.TryCreate(given, UriKind.Absolute, out var uri)) return null;
        for (var layer = 0; layer < MostLayers && Unwrapped(uri) is { } inner; layer++) uri = inner;
        var (path, query) = (Path(uri.AbsolutePath), LinkParameters.Content(uri.Query));
        // Only the routes that once stood behind #! name a page; any other fragment is a place within it.
        var route = uri.Fragment.StartsWith("#!", StringComparison.Ordinal) ? uri.Fragment : "";
        return $"https://{Host(uri)}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{path}{query}{route}";
    }

    private static string Host(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (uri.HostNameType != UriHostNameType.Dns) return uri.HostNameType == UriHostNameType.IPv6 ? $"[{host}]" : host;
        var labels = host.Split('.').ToList();
        for (var at = 0; at < labels.Count - 2;)
            if (Doors.Contains(labels[at]) && !IsOwnName(labels, at)) labels.RemoveAt(at);
            else at++;
        return string.Join('.', labels);
    }

    // m.co.uk is somebody's name, not the mobile door of "co.uk".
    private static bool IsOwnName(List<string> labels, int at) => at == labels.Count - 3 && labels[^1].Length == 2 && SharedSuffixes.Contains(labels[^2]);

    private static string Path(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(WithoutSession).Where(it => it.Length > 0).ToList();
        // Each may stand behind another: /a.amp/index.html.
        string before;
        do
        {
            before = string.Join('/', segments);
            if (segments.Any(it => !IsAmp(it))) segments.RemoveAll(IsAmp);
            if (segments.Count > 0 && IndexFiles.Contains(segments[^1])) segments.RemoveAt(segments.Count - 1);
            if (segments.Count > 0) segments[^1] = WithoutAmpEnding(segments[^1]);
        }
        while (before != string.Join('/', segments));
        return segments.Count == 0 ? "/" : $"/{string.Join('/', segments)}";
    }

    private static bool IsAmp(string segment) => segment.Equals("amp", StringComparison.OrdinalIgnoreCase);

    private static string WithoutSession(string segment)
    {
        var at = segment.IndexOf(";jsessionid", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? segment : segment[..at];
    }

    private static string WithoutAmpEnding(string file) =>
        file.Length > 9 && file.EndsWith(".amp.html", StringComparison.OrdinalIgnoreCase) ? $"{file[..^9]}.html"
        : file.Length > 4 && file.EndsWith(".amp", StringComparison.OrdinalIgnoreCase) ? file[..^4]
        : file;

    /// <summary>The publisher's own address within a Google, Bing or AMP project cache's; null when it is none of these.</summary>
    private static Uri? Unwrapped(Uri uri)
    {
        var segments = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var host = uri.IdnHost.ToLowerInvariant();
        var first = host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) && segments is ["c" or "v" or "wp", ..] ? 1
            : IsSearchEngine(host) && segments is ["amp", ..] ? 1
            : 0;
        if (first == 0) return null;
        if (first < segments.Length && segments[first] == "s") first++;
        if (first >= segments.Length || !segments[first].Contains('.', StringComparison.Ordinal)) return null;
        return WebAddress.OrNull($"https://{string.Join('/', segments[first..])}{uri.Query}") is { } inner ? new Uri(inner) : null;
    }

    private static bool IsSearchEngine(string host) => host.Split('.') is ["google" or "bing", _] or ["www", "google" or "bing", _] or ["www", "google", "co" or "com", _] or ["google", "co" or "com", _];
}
