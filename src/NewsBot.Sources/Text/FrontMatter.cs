namespace NewsBot.Sources.Text;

/// <summary>
/// The block between two "---" lines at the top of a page, as static-site tools write it: "key: value", "key: [a, b]" and
/// lists of "- item" lines. Keys that we do not know are skipped. It is a small part of YAML on purpose: YAML itself can do
/// things that a stranger's file should not.
/// </summary>
internal static class FrontMatter
{
    private const int MaxLines = 200;

    /// <returns>The number of lines that it takes up; 0 when there is none.</returns>
    public static int Take(IReadOnlyList<string> lines, PageFields fields)
    {
        var start = 0;
        while (start < lines.Count && lines[start].Length == 0) start++;
        var end = End(lines, start);
        if (end < 0) return 0;
        for (var at = start + 1; at < end;) at = TakeField(lines, at, end, fields);
        return end + 1;
    }

    private static int End(IReadOnlyList<string> lines, int start)
    {
        if (start >= lines.Count || lines[start] != "---") return -1;
        for (var at = start + 1; at < lines.Count && at <= start + MaxLines; at++)
        {
            if (lines[at] is "---" or "...") return at;
            if (at == start + 1 && !FieldLine.HasShape(lines[at]) && !lines[at].StartsWith('#')) return -1;
        }
        return -1;
    }

    private static int TakeField(IReadOnlyList<string> lines, int at, int end, PageFields fields)
    {
        var line = lines[at];
        if (line.StartsWith('#') || !FieldLine.HasShape(line)) return at + 1;
        var colon = line.IndexOf(':');
        var values = new List<string> { Scalar(line[(colon + 1)..]) };
        if (values[0] is ">" or "|" or ">-" or "|-") values.Clear();
        var hasItems = false;
        // What belongs to a key follows it: list items, or more lines of its text.
        for (at++; at < end && !FieldLine.HasShape(lines[at]); at++)
        {
            var isItem = lines[at].StartsWith("- ", StringComparison.Ordinal);
            hasItems |= isItem;
            values.Add(Scalar(isItem ? lines[at][2..] : lines[at]));
        }
        if (FieldNames.Find(line[..colon].TrimEnd()) is { } field)
            fields.Add(field, string.Join(hasItems ? ", " : " ", values.Where(value => value.Length > 0)));
        return at;
    }

    private static string Scalar(string text)
    {
        text = text.Trim();
        if (text is ['[', .., ']'])
            return string.Join(", ", text[1..^1].Split(',').Select(Unquoted));
        return Unquoted(text);
    }

    private static string Unquoted(string text)
    {
        text = text.Trim();
        return text is ['"', .., '"'] or ['\'', .., '\''] ? text[1..^1].Trim() : text;
    }
}
