namespace NewsBot.Sources.Text;

/// <summary>A page's text taken apart: what its header says, and its blocks of lines.</summary>
internal sealed class Page
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "deck", "description", "link", "url", "image", "image-description", "tags", "author", "by", "language", "published", "date", "updated", "topics",
    };

    private readonly Dictionary<string, string> _header;

    private Page(Dictionary<string, string> header, IReadOnlyList<IReadOnlyList<string>> blocks, MarkdownImage? image) =>
        (_header, Blocks, Image) = (header, blocks, image);

    /// <summary>Paragraphs as they are separated by empty lines; each at least one line.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Blocks { get; }

    /// <summary>The first picture of a Markdown text.</summary>
    public MarkdownImage? Image { get; }

    public string? Header(string name) => _header.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>The items of a header such as "a, b" or "[a, b]", each once.</summary>
    public IReadOnlyList<string> List(string name) => (Header(name) ?? "")
        .Trim('[', ']')
        .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(item => item.Trim('"', '\'', '#', ' '))
        .Where(item => item.Length > 0)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .ToArray();

    public static Page Of(IReadOnlyList<string> lines)
    {
        var header = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var start = FrontMatter(lines, header) is > 0 and var after ? after : HeaderLines(lines, header);
        var markdown = Markdown.Of(lines.Skip(start).ToArray());
        return new(header, Block(markdown.Lines), markdown.Image);
    }

    // --- key: value ... ---  at the very top. Lists may be written as [a, b] or as "- item" lines.
    private static int FrontMatter(IReadOnlyList<string> lines, Dictionary<string, string> header)
    {
        var first = Enumerable.Range(0, lines.Count).FirstOrDefault(i => lines[i].Length > 0, -1);
        if (first < 0 || lines[first] != "---") return 0;
        var key = "";
        for (var i = first + 1; i < lines.Count; i++)
        {
            if (lines[i] is "---" or "...") return i + 1;
            if (lines[i].StartsWith("- ", StringComparison.Ordinal) && key.Length > 0) header[key] = string.Join(", ", new[] { header[key], Unquoted(lines[i][2..]) }.Where(part => part.Length > 0));
            else if (Pair(lines[i]) is { } pair) header[key = pair.Key] = Unquoted(pair.Value);
        }
        // Never closed: then the dashes were only a rule, and the lines are text.
        header.Clear();
        return 0;
    }

    private static int HeaderLines(IReadOnlyList<string> lines, Dictionary<string, string> header)
    {
        var at = 0;
        for (; at < lines.Count; at++)
        {
            if (lines[at].Length == 0) continue;
            // "By: the river" is prose for all we know; "by" counts only in front matter.
            if (Pair(lines[at]) is not { } pair || !Known.Contains(pair.Key) || pair.Key.Equals("by", StringComparison.OrdinalIgnoreCase)) break;
            header[pair.Key] = pair.Value;
        }
        return header.Count > 0 ? at : 0;
    }

    private static (string Key, string Value)? Pair(string line)
    {
        var colon = line.IndexOf(':');
        if (colon is <= 0 or > 30) return null;
        var key = line[..colon].TrimEnd();
        return key.All(letter => char.IsAsciiLetter(letter) || letter is '-' or '_') ? (key.Replace('_', '-'), line[(colon + 1)..].Trim()) : null;
    }

    private static string Unquoted(string value) => value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;

    private static List<IReadOnlyList<string>> Block(IReadOnlyList<string> lines)
    {
        var blocks = new List<IReadOnlyList<string>>();
        var block = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line.Length > 0) block.Add(line);
            else if (block.Count > 0)
            {
                blocks.Add(block);
                block = [];
            }
        }
        return blocks;
    }
}

/// <param name="Target">A web address or a path.</param>
internal sealed record MarkdownImage(string Target, string? Description);
