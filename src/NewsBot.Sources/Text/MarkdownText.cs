using System.Text;

namespace NewsBot.Sources.Text;

/// <summary>
/// A line of Markdown as a reader sees it: links become their words, pictures go, marks of emphasis and code are taken off.
/// One pass with bounded look-ahead, so that a hostile line costs linear time.
/// </summary>
/// <remarks>Kept small on purpose: no reference links, no tables, no HTML. What it does not know stays as text.</remarks>
internal sealed class MarkdownText
{
    private const int MaxTarget = 2100;

    private readonly string source;
    private readonly StringBuilder output = new();
    private readonly List<(int Start, int Length)> cuts = [];
    private readonly Stack<(int Output, bool IsPicture)> brackets = new();
    private readonly Dictionary<string, int> openMarks = [];

    private MarkdownText(string source)
    {
        this.source = source;
        for (var at = 0; at < source.Length;) at += Step(at);
    }

    /// <summary>Where the first link leads, as written.</summary>
    public string? Link { get; private set; }

    /// <summary>Address and words of the first picture.</summary>
    public (string Address, string Words)? Picture { get; private set; }

    public string Text => PageLines.Single(WithoutCuts());

    public static MarkdownText Read(string line) => new(line);

    // Returns how many characters of the source are dealt with.
    private int Step(int at) => source[at] switch
    {
        '\\' when at + 1 < source.Length && char.IsAscii(source[at + 1]) && char.IsPunctuation(source[at + 1]) => Keep(source[at + 1], 2),
        '[' => Open(at),
        ']' => Close(at),
        '<' => Address(at),
        '*' or '_' or '~' or '`' => Mark(at),
        var letter => Keep(letter, 1),
    };

    private int Keep(char letter, int length)
    {
        output.Append(letter);
        return length;
    }

    private int Open(int at)
    {
        brackets.Push((output.Length, at > 0 && source[at - 1] == '!' && output.Length > 0 && output[^1] == '!'));
        return Keep('[', 1);
    }

    private int Close(int at)
    {
        if (!brackets.TryPop(out var open)) return Keep(']', 1);
        if (Target(at + 1) is not { } target) return Keep(']', 1);
        if (open.IsPicture)
        {
            Picture ??= (target.Address, output.ToString(open.Output + 1, output.Length - open.Output - 1));
            cuts.Add((open.Output - 1, output.Length - open.Output + 1));
        }
        else
        {
            Link ??= target.Address;
            cuts.Add((open.Output, 1));
        }
        return 1 + target.Length;
    }

    // (address), (<address>), (address "title"); brackets end the search, which keeps it linear.
    private (string Address, int Length)? Target(int at)
    {
        if (at >= source.Length || source[at] != '(') return null;
        var depth = 0;
        for (var end = at; end < source.Length && end - at < MaxTarget && source[end] is not ('[' or ']'); end++)
        {
            depth += source[end] == '(' ? 1 : source[end] == ')' ? -1 : 0;
            if (depth == 0) return (source[(at + 1)..end].Trim().Split(' ')[0].Trim('<', '>'), end + 1 - at);
        }
        return null;
    }

    private int Address(int at)
    {
        var inside = source.AsSpan(at + 1, Math.Min(MaxTarget, source.Length - at - 1));
        if (!inside.StartsWith("http://", StringComparison.Ordinal) && !inside.StartsWith("https://", StringComparison.Ordinal)) return Keep('<', 1);
        var end = inside.IndexOfAny('>', ' ', '<');
        if (end < 0 || inside[end] != '>') return Keep('<', 1);
        Link ??= inside[..end].ToString();
        output.Append(inside[..end]);
        return end + 2;
    }

    private int Mark(int at)
    {
        var length = 1;
        while (at + length < source.Length && source[at + length] == source[at]) length++;
        var mark = new string(source[at], Math.Min(length, 4));
        if (length <= 3 && CanClose(at, at + length) && openMarks.Remove(mark, out var open))
        {
            cuts.Add((open, length));
            cuts.Add((output.Length, length));
        }
        else if (length <= 3 && mark != "~" && CanOpen(at, at + length))
        {
            openMarks[mark] = output.Length;
        }
        output.Append(source, at, length);
        return length;
    }

    // A mark binds to a word's edge: 2*3*4 and file_name_long are no emphasis.
    private bool CanOpen(int start, int end) => end < source.Length && source[end] != ' ' && (start == 0 || !char.IsLetterOrDigit(source[start - 1]));

    private bool CanClose(int start, int end) => start > 0 && source[start - 1] != ' ' && (end == source.Length || !char.IsLetterOrDigit(source[end]));

    private string WithoutCuts()
    {
        if (cuts.Count == 0) return output.ToString();
        var text = new StringBuilder(output.Length);
        var at = 0;
        var all = output.ToString();
        foreach (var (start, length) in cuts.OrderBy(cut => cut.Start))
        {
            if (start > at) text.Append(all, at, start - at);
            at = Math.Max(at, start + length);
        }
        return text.Append(all, at, all.Length - at).ToString();
    }
}
