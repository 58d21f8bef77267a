namespace NewsBot.Sources.Text;

/// <summary>
/// Tells hard-wrapped paragraphs (lines that belong together) from one paragraph a line. Where a page was wrapped at some width, lines
/// break in the middle of sentences; where each line is a paragraph, nearly every line ends like a sentence.
/// </summary>
internal sealed class LineJoining
{
    /// <summary>Characters; nobody wraps as wide as this.</summary>
    private const int WidestWrap = 200;

    private readonly bool _isLineAParagraph;

    /// <param name="runs">All runs of prose lines that have no empty line between them.</param>
    public LineJoining(IReadOnlyList<IReadOnlyList<string>> runs)
    {
        var joints = 0;
        var ends = 0;
        foreach (var run in runs)
            for (var i = 1; i < run.Count; i++, joints++)
                if (LooksLikeEnd(run[i - 1], run[i]))
                    ends++;
        _isLineAParagraph = ends * 10 >= joints * 6;
    }

    public IEnumerable<string> Paragraphs(IReadOnlyList<string> run)
    {
        for (var start = 0; start < run.Count;)
        {
            var end = start + 1;
            while (end < run.Count && Joins(run[end - 1], run[end])) end++;
            yield return end == start + 1 ? run[start] : string.Join(' ', run.Skip(start).Take(end - start));
            start = end;
        }
    }

    private bool Joins(string line, string next) =>
        _isLineAParagraph || line.Length > WidestWrap ? !EndsSentence(line) && StartsLower(next) : true;

    private static bool LooksLikeEnd(string line, string next) => line.Length > WidestWrap || (EndsSentence(line) && !StartsLower(next));

    /// <summary>True when the lines were broken for want of room, and the last one ends a sentence.</summary>
    public static bool IsWrappedParagraph(IReadOnlyList<string> run)
    {
        if (run.Count < 3 || !EndsSentence(run[^1])) return false;
        var width = run.Max(line => line.Length);
        return width <= WidestWrap && run[0].Length + 1 + run[1].Split(' ', 2)[0].Length > width;
    }

    public static bool EndsSentence(string line) => line[^1] is '.' or '!' or '?' or '…' or ':' or ';' or '”' or '"' or '»' or ')';

    public static bool StartsLower(string line) => char.IsLower(line[0]);
}
