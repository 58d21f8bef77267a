namespace NewsBot.Sources.Feeds.Reading;

/// <summary>Reads the lines in which RSS has its people: "me@example.com (Example editor)", "Example editor &lt;me@example.com&gt;", or one of both.</summary>
internal static class PersonLine
{
    /// <returns>Null when the line is empty.</returns>
    public static FeedPerson? Read(string? line)
    {
        var text = line?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > FeedLimits.Line) return null;
        var (start, end) = Email(text);
        if (end == 0) return new(text, null);
        var email = text[start..end];
        var before = text[..start];
        if (before.EndsWith("mailto:", StringComparison.OrdinalIgnoreCase)) before = before[..^"mailto:".Length];
        var name = $"{before}{text[end..]}".Replace("()", "", StringComparison.Ordinal).Replace("<>", "", StringComparison.Ordinal)
            .Replace("&lt;&gt;", "", StringComparison.Ordinal).Replace("[]", "", StringComparison.Ordinal).Trim().TrimEnd(',', ';', '-', ':').TrimEnd();
        if (name is ['(', .., ')'] or ['"', .., '"']) name = name[1..^1].Trim();
        return new(name.Length > 0 ? name : null, email);
    }

    // What stands around the sign, as far as its letters go, with a dot in the host.
    private static (int Start, int End) Email(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at > 0; at = text.IndexOf('@', at + 1))
        {
            var (start, end) = (at, at + 1);
            while (start > 0 && IsEmailLetter(text[start - 1])) start--;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.')) end++;
            while (end > at && text[end - 1] is '.' or '-') end--;
            if (start < at && text.AsSpan(at + 1, Math.Max(0, end - at - 1)).Contains('.')) return (start, end);
            if (at + 1 >= text.Length) break;
        }
        return default;
    }

    private static bool IsEmailLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '+' or '-' or '%' or '\'' or '=' or '~';
}
