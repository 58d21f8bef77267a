namespace NewsBot.Sources.Text;

/// <summary>What a line's first characters make of it in Markdown and in plain texts that borrow from it.</summary>
internal static class MarkdownLine
{
    private const int MaxLooked = 2000;

    /// <summary>True when the page was written in Markdown: it has a marked heading, link, picture or strong word.</summary>
    public static bool IsMarkdown(IReadOnlyList<string> lines) => lines.Any(line => HeadingLevel(line) > 0 || HasMark(line));

    /// <returns>1 to 6 for "# Heading", else 0.</returns>
    public static int HeadingLevel(string line)
    {
        var level = 0;
        while (level < line.Length && level < 7 && line[level] == '#') level++;
        return level is >= 1 and <= 6 && level + 1 < line.Length && line[level] == ' ' ? level : 0;
    }

    /// <summary>The heading without its marks: also "## Heading ##".</summary>
    public static string Heading(string line)
    {
        var text = line.TrimStart('#').Trim();
        return text.EndsWith(" #", StringComparison.Ordinal) || text.EndsWith("##", StringComparison.Ordinal) ? text.TrimEnd('#').TrimEnd() : text;
    }

    /// <returns>1 for a line of "=" under a heading, 2 for one of "-", else 0.</returns>
    public static int UnderlineLevel(string line) =>
        line.Length < 3 ? 0 : line.AsSpan().IndexOfAnyExcept('=') < 0 ? 1 : line.AsSpan().IndexOfAnyExcept('-') < 0 ? 2 : 0;

    /// <summary>---, ***, * * *, ___, ———: a line across the page.</summary>
    public static bool IsRule(string line)
    {
        var marks = line.Length is >= 3 and <= 200 ? line.Replace(" ", "", StringComparison.Ordinal) : "";
        return marks.Length >= 3 && marks[0] is '-' or '*' or '_' or '–' or '—' or '=' && marks.AsSpan().IndexOfAnyExcept(marks[0]) < 0;
    }

    public static bool IsFence(string line) => line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);

    /// <summary>"- item", "* item", "• item", "1. item".</summary>
    public static bool IsItem(string line)
    {
        if (line.Length < 3) return false;
        if (line[0] is '-' or '*' or '+' or '•') return line[1] == ' ';
        var digits = 0;
        while (digits < line.Length && digits < 4 && char.IsAsciiDigit(line[digits])) digits++;
        return digits is >= 1 and <= 3 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ';
    }

    private static bool HasMark(string line)
    {
        var looked = line.AsSpan(0, Math.Min(line.Length, MaxLooked));
        if (looked.Contains("](", StringComparison.Ordinal)) return true;
        var strong = looked.IndexOf("**", StringComparison.Ordinal);
        return strong >= 0 && strong + 2 < looked.Length && looked[strong + 2] is not (' ' or '*') && looked[(strong + 2)..].Contains("**", StringComparison.Ordinal);
    }
}
