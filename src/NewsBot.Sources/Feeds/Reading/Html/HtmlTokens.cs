using System.Buffers;

namespace NewsBot.Sources.Feeds.Reading.Html;

internal enum HtmlTokenKind
{
    Text,
    Start,
    End,

    /// <summary>A comment, a declaration, a processing instruction.</summary>
    Other,
}

/// <summary>Cuts HTML into tags and what stands between them, as the tokeniser of the HTML standard does; forward only, without allocating.</summary>
internal ref struct HtmlTokens(ReadOnlySpan<char> html)
{
    private static readonly SearchValues<char> TagStops = SearchValues.Create(">\"'=");

    /// <summary>Searches for end tags that are not there; each costs the length of the text.</summary>
    private const int MostFailures = 16;

    private readonly ReadOnlySpan<char> _html = html;
    private readonly int _lastBracket = html.LastIndexOf('>');
    private int _at;
    private int _failures;

    public HtmlTokenKind Kind { get; private set; }

    /// <summary>The whole token as it stands.</summary>
    public ReadOnlySpan<char> Raw { get; private set; }

    /// <summary>A tag's name, in the case it was written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>What stands between a start tag's name and its closing bracket.</summary>
    public ReadOnlySpan<char> Attributes { get; private set; }

    public bool Next()
    {
        if (_at >= _html.Length) return false;
        var rest = _html[_at..];
        var length = rest[0] == '<' && (_at < _lastBracket || rest.StartsWith("<!--")) ? Markup(rest) : 0;
        if (length == 0) length = Text(rest);
        Raw = rest[..length];
        _at += length;
        return true;
    }

    /// <summary>Leaves out everything up to and with the end tag of the element that was just begun.</summary>
    /// <returns>False, and nothing left out, when it has no end tag.</returns>
    public bool SkipContents()
    {
        if (_failures >= MostFailures) return false;
        for (var at = _at; _html[at..].IndexOf("</") is >= 0 and var found;)
        {
            at += found + 2;
            var rest = _html[at..];
            if (!rest.StartsWith(Name, StringComparison.OrdinalIgnoreCase) || (rest.Length > Name.Length && char.IsAsciiLetterOrDigit(rest[Name.Length]))) continue;
            var end = rest.IndexOf('>');
            _at = end < 0 ? _html.Length : at + end + 1;
            return true;
        }
        _failures++;
        return false;
    }

    /// <summary>Leaves out all that is left.</summary>
    public void SkipRest() => _at = _html.Length;

    private int Text(ReadOnlySpan<char> rest)
    {
        Kind = HtmlTokenKind.Text;
        // Behind the last closing bracket there are no tags, only perhaps a comment; looking for tags there would take a square of the time.
        var next = _at > _lastBracket ? rest[1..].IndexOf("<!--") : rest[1..].IndexOf('<');
        return next < 0 ? rest.Length : next + 1;
    }

    // Zero when this bracket begins nothing and is text.
    private int Markup(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2) return 0;
        if (char.IsAsciiLetter(rest[1])) return Tag(rest, HtmlTokenKind.Start, 1);
        if (rest[1] == '/' && rest.Length > 2 && char.IsAsciiLetter(rest[2])) return Tag(rest, HtmlTokenKind.End, 2);
        if (rest[1] is not ('!' or '?' or '/')) return 0;
        Kind = HtmlTokenKind.Other;
        if (rest.StartsWith("<!--")) return Comment(rest);
        return rest.IndexOf('>') + 1;
    }

    private static int Comment(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!-->")) return 5;
        var end = rest[4..].IndexOf("-->");
        return end < 0 ? rest.Length : end + 7;
    }

    private int Tag(ReadOnlySpan<char> rest, HtmlTokenKind kind, int nameStart)
    {
        var end = TagEnd(rest, nameStart);
        if (end < 0) return 0;
        var nameEnd = nameStart;
        while (nameEnd < end && !char.IsWhiteSpace(rest[nameEnd]) && rest[nameEnd] != '/') nameEnd++;
        Kind = kind;
        Name = rest[nameStart..nameEnd];
        Attributes = rest[nameEnd..end];
        return end + 1;
    }

    // A quote opens a value only right after an equals sign.
    private static int TagEnd(ReadOnlySpan<char> rest, int from)
    {
        var isValue = false;
        for (var at = from; at < rest.Length;)
        {
            var stop = rest[at..].IndexOfAny(TagStops);
            if (stop < 0) return -1;
            if (isValue && !rest.Slice(at, stop).IsWhiteSpace()) isValue = false;
            at += stop;
            if (rest[at] == '>') return at;
            if (rest[at] == '=') isValue = true;
            else if (isValue)
            {
                var close = rest[(at + 1)..].IndexOf(rest[at]);
                if (close < 0) return at + rest[at..].IndexOf('>');
                at += close + 1;
                isValue = false;
            }
            at++;
        }
        return -1;
    }
}
