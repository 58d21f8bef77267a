namespace NewsBot.Sources.Text;

/// <summary>The field lines at the very top of a page, up to the first line that is none.</summary>
internal static class HeaderLines
{
    /// <returns>The index of the first line after them.</returns>
    public static int Take(IReadOnlyList<string> lines, int start, PageFields fields, DateReader dates)
    {
        var at = start;
        while (at < lines.Count && lines[at].Length == 0) at++;
        var found = lines.Skip(at).Select(line => FieldLine.Read(line, dates)).TakeWhile(line => line is not null).OfType<FieldLine>().ToList();
        // One such line on its own may be a headline with a colon in it; two are a header.
        if (found.Count == 0 || (found.Count == 1 && !found[0].Fits)) return start;
        foreach (var line in found) fields.Add(line.Field, line.Value);
        return at + found.Count;
    }
}
