namespace NewsBot.Sources.Feeds.Reading;

/// <summary>
/// Resolves references as RFC 3986 section 5.2 says, on strings: <see cref="Uri"/> would also normalise them, and ids and
/// signed addresses must stay as they were written.
/// </summary>
internal static class Reference
{
    private static readonly System.Buffers.SearchValues<char> PathEnds = System.Buffers.SearchValues.Create("?#");

    /// <returns>The reference itself when there is no base to resolve it with.</returns>
    public static string Resolve(string? baseAddress, string reference)
    {
        if (baseAddress is null || Scheme(reference) is not null || Scheme(baseAddress) is not { } scheme) return reference;
        if (reference.StartsWith("//", StringComparison.Ordinal)) return $"{scheme}:{reference}";
        var rest = baseAddress.AsSpan(scheme.Length + 1);
        // mailto:, urn: and their like have nothing that a path could be relative to.
        if (!rest.StartsWith("//", StringComparison.Ordinal)) return reference;
        var hostEnd = HostEnd(baseAddress, scheme.Length + 3);
        return string.Concat(baseAddress.AsSpan(0, hostEnd), Path(baseAddress.AsSpan(hostEnd), reference));
    }

    /// <summary>The scheme of an absolute address, without the colon; null for a relative reference.</summary>
    public static string? Scheme(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(reference[0])) return null;
        foreach (var letter in reference.AsSpan(1, colon - 1))
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('+' or '-' or '.')) return null;
        return reference[..colon];
    }

    private static int HostEnd(string address, int start)
    {
        var end = address.AsSpan(start).IndexOfAny("/?#");
        return end < 0 ? address.Length : start + end;
    }

    private static string Path(ReadOnlySpan<char> basePath, string reference)
    {
        var pathEnd = basePath.IndexOfAny(PathEnds);
        var path = pathEnd < 0 ? basePath : basePath[..pathEnd];
        if (reference.Length == 0 || reference[0] == '#') return string.Concat(Query(basePath), reference);
        if (reference[0] == '?') return string.Concat(path, reference);
        if (reference[0] == '/') return WithoutDots(reference);
        var folder = path[..(path.LastIndexOf('/') + 1)];
        return WithoutDots(string.Concat(folder.IsEmpty ? "/" : folder, reference));
    }

    private static ReadOnlySpan<char> Query(ReadOnlySpan<char> basePath)
    {
        var fragment = basePath.IndexOf('#');
        return fragment < 0 ? basePath : basePath[..fragment];
    }

    private static string WithoutDots(string path)
    {
        var end = path.AsSpan().IndexOfAny(PathEnds);
        var (before, after) = end < 0 ? (path, "") : (path[..end], path[end..]);
        if (!before.Contains("/.", StringComparison.Ordinal)) return path;
        var kept = new List<string>();
        var parts = before.Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i] == ".." && kept.Count > 0) kept.RemoveAt(kept.Count - 1);
            if (parts[i] is not ("." or "..")) kept.Add(parts[i]);
            else if (i == parts.Length - 1) kept.Add("");
        }
        return $"/{string.Join('/', kept)}{after}";
    }
}
