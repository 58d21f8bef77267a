using System.Collections.Frozen;
using System.Text;
using System.Xml;

namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>
/// What stands in an element: its text, or, when there are elements in it, all of it written as HTML. Addresses below an xml:base of their
/// own are resolved here, since nobody later knows of it.
/// </summary>
/// <remarks>One instance serves one document.</remarks>
internal sealed class InnerMarkup(XmlReader reader)
{
    private static readonly FrozenSet<string> Addresses = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "href", "src", "cite", "action", "background", "longdesc", "poster", "data", "usemap");

    private readonly StringBuilder _html = new();
    private readonly Stack<string?> _bases = new();

    /// <summary>Reads the element that the reader stands on, and moves past it.</summary>
    /// <param name="isWrapped">True for Atom's xhtml, whose outermost div is not part of the text.</param>
    public (string Text, bool HasElements) Read(string? baseAddress, bool isWrapped)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return ("", false);
        }
        var depth = reader.Depth;
        reader.Read();
        var text = Text(depth);
        var hasElements = reader.NodeType == XmlNodeType.Element && reader.Depth > depth;
        if (hasElements) text = Markup(text, depth, baseAddress, isWrapped);
        if (!reader.EOF) reader.Read();
        return (text, hasElements);
    }

    // Up to the first element or the end; nearly always one node, whose string is then the text.
    private string Text(int depth)
    {
        string? only = null;
        _html.Clear();
        for (; reader.Depth > depth && reader.NodeType != XmlNodeType.Element && !reader.EOF; reader.Read())
        {
            if (!IsText(reader.NodeType) || _html.Length > FeedLimits.Text) continue;
            if (only is null) only = reader.Value;
            else (_html.Length == 0 ? _html.Append(only) : _html).Append(reader.Value);
        }
        return _html.Length > 0 ? _html.ToString() : only ?? "";
    }

    private string Markup(string before, int depth, string? baseAddress, bool isWrapped)
    {
        _html.Clear();
        _bases.Clear();
        _bases.Push(null);
        AppendEscaped(before);
        for (; reader.Depth > depth && !reader.EOF; reader.Read())
        {
            if (_html.Length > FeedLimits.Text || reader.Depth - depth > FeedLimits.Depth) continue;
            var isWrapper = isWrapped && reader.Depth == depth + 1 && reader.LocalName == "div";
            if (reader.NodeType == XmlNodeType.Element) Start(baseAddress, isWrapper);
            else if (reader.NodeType == XmlNodeType.EndElement) End(isWrapper);
            else if (IsText(reader.NodeType)) AppendEscaped(reader.Value);
        }
        return _html.ToString();
    }

    private void Start(string? baseAddress, bool isWrapper)
    {
        var name = reader.LocalName;
        var isEmpty = reader.IsEmptyElement;
        var ownBase = reader.HasAttributes && reader.GetAttribute("base", Namespaces.Xml) is { } own
            ? Reference.Resolve(_bases.Peek() ?? baseAddress, own.Trim()) : _bases.Peek();
        if (!isWrapper) Tag(name, ownBase);
        if (!isEmpty) _bases.Push(ownBase);
        else if (!isWrapper) _html.Append("</").Append(name).Append('>');
    }

    private void End(bool isWrapper)
    {
        _bases.Pop();
        if (!isWrapper) _html.Append("</").Append(reader.LocalName).Append('>');
    }

    private void Tag(string name, string? ownBase)
    {
        _html.Append('<').Append(name);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns") continue;
            _html.Append(' ').Append(reader.Prefix.Length > 0 ? reader.Name : reader.LocalName).Append("=\"");
            AppendEscaped(ownBase is not null && Addresses.Contains(reader.LocalName) ? Reference.Resolve(ownBase, reader.Value.Trim()) : reader.Value);
            _html.Append('"');
        }
        _html.Append('>');
        reader.MoveToElement();
    }

    private void AppendEscaped(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny("&<>\"") is >= 0 and var at)
        {
            _html.Append(rest[..at]).Append(rest[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            rest = rest[(at + 1)..];
        }
        _html.Append(rest);
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;
}
