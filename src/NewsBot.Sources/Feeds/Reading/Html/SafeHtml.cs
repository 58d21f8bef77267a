using System.Text;

namespace NewsBot.Sources.Feeds.Reading.Html;

/// <summary>
/// Leaves of a piece of HTML what cannot act: elements, attributes and styles from lists of harmless ones (those that feedparser made, on which
/// readers have agreed for twenty years), addresses resolved. Scripts and their like go with all that is in them, other unknown tags alone.
/// What is written holds no bracket that is not one of its own tags, so it means the same however it is read again.
/// </summary>
/// <remarks>One instance serves one document; not safe to share between threads.</remarks>
internal sealed class SafeHtml
{
    private readonly StringBuilder _safe = new();

    public string Clean(string html, string? baseAddress)
    {
        _safe.Clear();
        var tokens = new HtmlTokens(html);
        while (tokens.Next())
        {
            switch (tokens.Kind)
            {
                case HtmlTokenKind.Text:
                    AppendText(tokens.Raw);
                    break;
                case HtmlTokenKind.Start:
                    Start(ref tokens, baseAddress);
                    break;
                case HtmlTokenKind.End:
                    if (SafeElements.Find(tokens.Name) is { IsEmpty: false } safe) _safe.Append("</").Append(safe.Name).Append('>');
                    break;
            }
        }
        return Written(html);
    }

    // Most texts are harmless as they are: then the one string serves for both.
    private string Written(string html)
    {
        if (_safe.Length == html.Length && _safe.Equals(html)) return html;
        return _safe.ToString();
    }

    private void Start(ref HtmlTokens tokens, string? baseAddress)
    {
        if (SafeElements.GoesWithContents(tokens.Name))
        {
            // Code without an end is code up to the end; a frame that was never closed has the article behind it.
            if (!tokens.SkipContents() && SafeElements.IsCode(tokens.Name)) tokens.SkipRest();
            return;
        }
        if (SafeElements.Find(tokens.Name) is not { } safe) return;
        _safe.Append('<').Append(safe.Name);
        if (!tokens.Attributes.IsEmpty) SafeAttributes.Append(_safe, tokens.Attributes, baseAddress);
        _safe.Append(safe.IsEmpty ? " />" : ">");
    }

    private void AppendText(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('<') is >= 0 and var bracket)
        {
            _safe.Append(text[..bracket]).Append("&lt;");
            text = text[(bracket + 1)..];
        }
        _safe.Append(text);
    }
}
