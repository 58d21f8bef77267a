namespace NewsBot.Sources.Text;

/// <summary>Makes paragraphs of a block's lines: hard-wrapped lines are one paragraph, others are one each.</summary>
internal static class Paragraphs
{
    // Editors and mail programs wrap at 60 to 90 characters; a line longer than this was not wrapped by a machine.
    private const int LongestWrapped = 100;
    private const int ShortestWrapped = 45;

    public static IEnumerable<string> Of(IReadOnlyList<string> block)
    {
        var paragraph = new List<string>();
        for (var i = 0; i < block.Count; i++)
        {
            paragraph.Add(block[i]);
            if (i + 1 < block.Count && GoesOn(block[i], block[i + 1])) continue;
            yield return string.Join(' ', paragraph);
            paragraph.Clear();
        }
    }

    public static bool EndsSentence(string line) => line.TrimEnd('"', '”', '’', '»', ')', ']') is [.., '.' or '!' or '?' or '…'];

    // A full line that ends in the middle of a sentence goes on in the next; so does one whose next begins in lower case.
    private static bool GoesOn(string line, string next) =>
        line.Length is >= ShortestWrapped and <= LongestWrapped
        && next.Length <= LongestWrapped
        && !IsListItem(next)
        && (EndsSentence(line) ? line.Length > LongestWrapped * 6 / 10 && char.IsLetter(next[0]) && next.Length > ShortestWrapped : !line.EndsWith(':') && (char.IsLower(next[0]) || line.Length > LongestWrapped * 6 / 10));

    private static bool IsListItem(string line) =>
        line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal);
}
