using System.Text;
using NewsBot.Sources.Feeds.Reading.Xml;

namespace NewsBot.Sources.Feeds.Reading.Mending;

/// <summary>
/// Writes a broken document anew so that an XML reader takes it: what an author meant is guessed as browsers guess it for HTML. Declarations are
/// left out, and with them every entity that a document may define; elements left open are closed, and whatever cannot be a tag is text.
/// </summary>
internal ref struct XmlMender
{
    private readonly string _text;
    private readonly StringBuilder _mended;
    private readonly OpenElements _open = new();
    private readonly HashSet<string> _missing = [];
    private int _at;

    private XmlMender(string text)
    {
        _text = text;
        _mended = new(text.Length + 256);
    }

    /// <returns>A well-formed document, or an empty text if there is no element in it.</returns>
    public static string Mend(string text)
    {
        var mender = new XmlMender(text);
        mender.Run();
        return mender._mended.ToString();
    }

    private void Run()
    {
        while (_at < _text.Length && !_open.IsOver)
        {
            var next = _text.IndexOf('<', _at);
            var end = next < 0 ? _text.Length : next;
            if (_open.Depth > 0) MendedText.Append(_mended, _text.AsSpan(_at, end - _at));
            _at = end;
            if (next >= 0) Markup();
        }
        while (_open.Depth > 0) Close();
    }

    private void Markup()
    {
        var rest = _text.AsSpan(_at);
        if (rest.StartsWith("<!--")) SkipPast("-->", 4);
        else if (rest.StartsWith("<![CDATA[")) Verbatim();
        else if (rest.StartsWith("<?")) SkipPast("?>", 2);
        else if (rest.StartsWith("<!")) SkipDeclaration();
        else if (rest.StartsWith("</")) EndTag();
        else if (rest.Length > 1 && XmlNames.IsStart(rest[1])) StartTag();
        else Literal();
    }

    private void Literal()
    {
        if (_open.Depth > 0) _mended.Append("&lt;");
        _at++;
    }

    // One that never ends takes only its own tag with it, not the rest of the document.
    private void SkipPast(string end, int from)
    {
        var found = Find(end, Math.Min(_at + from, _text.Length));
        if (found < 0) (found, end) = (_text.IndexOf('>', _at), ">");
        _at = found < 0 ? _text.Length : found + end.Length;
    }

    // What was once looked for in vain is not looked for again: many such searches would take a square of the time.
    private readonly int Find(string what, int from)
    {
        if (_missing.Contains(what)) return -1;
        var found = _text.IndexOf(what, from, StringComparison.Ordinal);
        if (found < 0) _missing.Add(what);
        return found;
    }

    private void SkipDeclaration()
    {
        var brackets = 0;
        for (var i = _at + 2; i < _text.Length && !_missing.Contains("]"); i++)
        {
            if (_text[i] == '[') brackets++;
            else if (_text[i] == ']') brackets--;
            else if (_text[i] == '>' && brackets <= 0)
            {
                _at = i + 1;
                return;
            }
        }
        _missing.Add("]");
        SkipPast(">", 2);
    }

    private void Verbatim()
    {
        var start = _at + 9;
        var end = Find("]]>", start);
        _at = end < 0 ? UnclosedEnd(start) : end + 3;
        if (_open.Depth > 0) MendedText.AppendVerbatim(_mended, _text.AsSpan(start, (end < 0 ? _at : end) - start));
    }

    // A CDATA section without its end was cut, or goes as far as its element.
    private readonly int UnclosedEnd(int start)
    {
        var close = _open.Depth == 0 ? -1 : _text.IndexOf($"</{_open.Top}", start, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? _text.Length : close;
    }

    private void EndTag()
    {
        var tag = TagText.Read(_text, _at);
        _at = tag.End;
        var name = XmlNames.Qualified(tag.Name);
        if (!_open.Has(name)) return;
        while (!string.Equals(_open.Top, name, StringComparison.OrdinalIgnoreCase)) Close();
        Close();
    }

    private void StartTag()
    {
        var tag = TagText.Read(_text, _at);
        _at = tag.End;
        // A tag that the document ends in: nothing of it can be relied on.
        if (tag.IsCut || _open.Depth >= FeedLimits.Depth) return;
        while (_open.Depth > 0 && FeedShape.EndsAt(_open.Top, tag.Name, _open)) Close();
        _open.Push(XmlNames.Qualified(tag.Name));
        MendedTag.Append(_mended, tag, _open);
        if (tag.IsEmpty || FeedShape.IsEmptyInHtml(tag.Name)) Close();
    }

    private readonly void Close() => _mended.Append("</").Append(_open.Pop()).Append('>');
}
