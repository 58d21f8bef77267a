namespace NewsBot.Sources.Push;

/// <summary>Targets of Link headers by their relation (RFC 8288): `&lt;https://hub.example/&gt;; rel="hub"`.</summary>
internal static class LinkHeaders
{
    // A header that long is no list of links.
    private const int Longest = 8_192;

    public static IEnumerable<string> Targets(IEnumerable<string> headers, string relation) =>
        headers.Where(header => header.Length <= Longest).SelectMany(Links).Where(link => Relations(link.Parameters).Contains(relation, StringComparer.OrdinalIgnoreCase)).Select(link => link.Target);

    private static IEnumerable<(string Target, string Parameters)> Links(string header)
    {
        for (var at = header.IndexOf('<'); at >= 0;)
        {
            var close = header.IndexOf('>', at);
            if (close < 0) yield break;
            var next = NextLink(header, close);
            yield return (header[(at + 1)..close], header[(close + 1)..(next < 0 ? header.Length : next)]);
            at = next;
        }
    }

    // A bracket inside quotes begins no link.
    private static int NextLink(string header, int from)
    {
        var isQuoted = false;
        for (var at = from; at < header.Length; at++)
            if (header[at] == '"') isQuoted = !isQuoted;
            else if (header[at] == '<' && !isQuoted) return at;
        return -1;
    }

    private static IEnumerable<string> Relations(string parameters) =>
        from parameter in Parameters(parameters)
        let value = parameter.Split('=', 2)
        where value is [var name, _] && name.Trim().Equals("rel", StringComparison.OrdinalIgnoreCase)
        from word in value[1].Trim(' ', '"', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select word;

    // What stands in quotes divides nothing.
    private static IEnumerable<string> Parameters(string text)
    {
        var (start, isQuoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"') isQuoted = !isQuoted;
            if (isQuoted || text[at] is not (';' or ',')) continue;
            yield return text[start..at];
            start = at + 1;
        }
        yield return text[start..];
    }
}
