using System.Text;
using System.Xml;

namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>Walks a document element by element, and knows at each which address its references are relative to.</summary>
internal sealed class ElementCursor(XmlReader reader, FeedTexts texts, string? baseAddress)
{
    /// <summary>Feeds need six; deeper ones mean harm, and go unread.</summary>
    private const int MaxNesting = 16;

    private readonly ElementText _text = new(reader, texts);
    private int _nesting;

    public string? Base { get; private set; } = baseAddress;

    public string Name => reader.LocalName;

    public string Namespace => reader.NamespaceURI;

    public bool HasPrefix => reader.Prefix.Length > 0;

    public string? Language => reader.HasAttributes ? reader.GetAttribute("lang", Namespaces.Xml) : null;

    public FeedText? Text(TextKind usual) => _text.Read(usual, Base);

    public string? Line() => _text.Line();

    public void Skip() => reader.Skip();

    /// <summary>Moves to the document's outermost element.</summary>
    public bool MoveToRoot()
    {
        if (reader.MoveToContent() != XmlNodeType.Element) return false;
        EnterBase();
        return true;
    }

    /// <summary>An attribute without a namespace, however its name is capitalised.</summary>
    public string? Attribute(string name)
    {
        if (!reader.HasAttributes) return null;
        if (reader.GetAttribute(name) is { } exact) return exact.Trim();
        string? found = null;
        while (found is null && reader.MoveToNextAttribute())
            if (reader.Prefix.Length == 0 && reader.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase)) found = reader.Value.Trim();
        reader.MoveToElement();
        return found;
    }

    public string? Attribute(string name, string uri) => reader.HasAttributes ? reader.GetAttribute(name, uri)?.Trim() : null;

    /// <summary>An address in an attribute, resolved; null when it is missing, empty or unsafe.</summary>
    public string? Address(string attribute) => Resolve(Attribute(attribute));

    public string? Resolve(string? address) => string.IsNullOrWhiteSpace(address) ? null : Html.SafeAddress.OrNull(address, Base);

    /// <summary>A short text from elsewhere in the document, made safe.</summary>
    public string? Shown(string? text) => texts.Make(text, TextKind.Guess, Base)?.Value;

    /// <summary>Calls back for each child of the element, which must read it or skip it; then moves past the element.</summary>
    /// <param name="text">Takes the text between the children.</param>
    public void Children(Action each, StringBuilder? text = null)
    {
        if (reader.IsEmptyElement || _nesting >= MaxNesting)
        {
            reader.Skip();
            return;
        }
        var depth = reader.Depth;
        _nesting++;
        reader.Read();
        while (reader.Depth > depth && !reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element) Child(each);
            else
            {
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && text?.Length < FeedLimits.Line) text.Append(reader.Value);
                reader.Read();
            }
        }
        _nesting--;
        if (!reader.EOF) reader.Read();
    }

    /// <summary>Sets the base of an element that names it in an attribute of its own, as CDF does.</summary>
    public void SetBase(string address) => Base = Reference.Resolve(Base, address);

    private void Child(Action each)
    {
        var outer = Base;
        EnterBase();
        each();
        Base = outer;
    }

    private void EnterBase()
    {
        if (reader.HasAttributes && reader.GetAttribute("base", Namespaces.Xml) is { } own) Base = Reference.Resolve(Base, own.Trim());
    }
}
