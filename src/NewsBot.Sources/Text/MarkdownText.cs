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

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("\\[]<*_~`");

    private readonly string _source;
    private readonly StringBuilder _output = new();
    private readonly List<(int Start, int Length)> _cuts = [];
    private readonly Stack<(int Output, bool IsPicture)> _brackets = new();
    private readonly Dictionary<string, int> _openMarks = [];

    private MarkdownText(string source)
    {
        _source = source;
        for (var at = 0; at < source.Length;) at += Step(at);
        Text = PageLines.Single(WithoutCuts());
    }

    /// <summary>As a reader sees it; may be empty.</summary>
    public string Text { get; }

    /// <summary>Where the first link leads, as written.</summary>
    public string? Link { get; private set; }

    /// <summary>Address and words of the first picture.</summary>
    public (string Address, string Words)? Picture { get; private set; }

    /// <returns>Null when nothing in the line is marked: it stays as it is.</returns>
    public static MarkdownText? Read(string line) => line.AsSpan().ContainsAny(Marks) ? new(line) : null;

    // Returns how many characters of the source are dealt with.
    private int Step(int at) => _source[at] switch
    {
        '\\' when at + 1 < _source.Length && char.IsAscii(_source[at + 1]) && char.IsPunctuation(_source[at + 1]) => Keep(_source[at + 1], 2),
        '[' => Open(at),
        ']' => Close(at),
        '<' => Address(at),
        '*' or '_' or '~' or '`' => Mark(at),
        var letter => Keep(letter, 1),
    };

    private int Keep(char letter, int length)
    {
        _output.Append(letter);
        return length;
    }

    private int Open(int at)
    {
        _brackets.Push((_output.Length, at > 0 && _source[at - 1] == '!' && _output.Length > 0 && _output[^1] == '!'));
        return Keep('[', 1);
    }

    private int Close(int at)
    {
        if (!_brackets.TryPop(out var open)) return Keep(']', 1);
        if (Target(at + 1) is not { } target) return Keep(']', 1);
        if (open.IsPicture)
        {
            Picture ??= (target.Address, _output.ToString(open.Output + 1, _output.Length - open.Output - 1));
            _cuts.Add((open.Output - 1, _output.Length - open.Output + 1));
        }
        else
        {
            Link ??= target.Address;
            _cuts.Add((open.Output, 1));
        }
        return 1 + target.Length;
    }

    // (address), (<address>), (address "title"); brackets end the search, which keeps it linear.
    private (string Address, int Length)? Target(int at)
    {
        if (at >= _source.Length || _source[at] != '(') return null;
        var depth = 0;
        for (var end = at; end < _source.Length && end - at < MaxTarget && _source[end] is not ('[' or ']'); end++)
        {
            depth += _source[end] == '(' ? 1 : _source[end] == ')' ? -1 : 0;
            if (depth == 0) return (_source[(at + 1)..end].Trim().Split(' ')[0].Trim('<', '>'), end + 1 - at);
        }
        return null;
    }

    private int Address(int at)
    {
        var inside = _source.AsSpan(at + 1, Math.Min(MaxTarget, _source.Length - at - 1));
        if (!inside.StartsWith("http://", StringComparison.Ordinal) && !inside.StartsWith("https://", StringComparison.Ordinal)) return Keep('<', 1);
        var end = inside.IndexOfAny('>', ' ', '<');
        if (end < 0 || inside[end] != '>') return Keep('<', 1);
        Link ??= inside[..end].ToString();
        _output.Append(inside[..end]);
        return end + 2;
    }

    private int Mark(int at)
    {
        var length = 1;
        while (at + length < _source.Length && _source[at + length] == _source[at]) length++;
        var mark = new string(_source[at], Math.Min(length, 4));
        if (length <= 3 && CanClose(at, at + length) && _openMarks.Remove(mark, out var open))
        {
            _cuts.Add((open, length));
            _cuts.Add((_output.Length, length));
        }
        else if (length <= 3 && mark != "~" && CanOpen(at, at + length))
        {
            _openMarks[mark] = _output.Length;
        }
        _output.Append(_source, at, length);
        return length;
    }

    // A mark binds to a word's edge: 2*3*4 and file_name_long are no emphasis.
    private bool CanOpen(int start, int end) => end < _source.Length && _source[end] != ' ' && (start == 0 || !char.IsLetterOrDigit(_source[start - 1]));

    private bool CanClose(int start, int end) => start > 0 && _source[start - 1] != ' ' && (end == _source.Length || !char.IsLetterOrDigit(_source[end]));

    private string WithoutCuts()
    {
        if (_cuts.Count == 0) return _output.ToString();
        var text = new StringBuilder(_output.Length);
        var at = 0;
        var all = _output.ToString();
        foreach (var (start, length) in _cuts.OrderBy(cut => cut.Start))
        {
            if (start > at) text.Append(all, at, start - at);
            at = Math.Max(at, start + length);
        }
        return text.Append(all, at, all.Length - at).ToString();
    }
}
