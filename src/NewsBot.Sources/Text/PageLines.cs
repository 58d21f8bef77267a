using System.Text;

namespace NewsBot.Sources.Text;

/// <summary>A page's lines, trimmed, with single spaces. Empty lines stay, since they divide paragraphs.</summary>
internal static class PageLines
{
    public static List<string> Of(string clean)
    {
        var lines = new List<string>();
        for (var start = 0; start <= clean.Length;)
        {
            var end = clean.IndexOf('\n', start);
            if (end < 0) end = clean.Length;
            lines.Add(Single(clean[start..end]));
            start = end + 1;
        }
        return lines;
    }

    /// <summary>The text trimmed, each run of spaces as one.</summary>
    public static string Single(string text)
    {
        text = text.Trim(' ');
        if (!text.Contains("  ", StringComparison.Ordinal)) return text;
        var single = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (text[i] != ' ' || text[i - 1] != ' ')
                single.Append(text[i]);
        return single.ToString();
    }
}
