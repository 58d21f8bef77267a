namespace NewsBot.Sources.Feeds.Reading.Mending;

/// <summary>A start or end tag as it stands in the text, however it was written.</summary>
/// <param name="IsCut">True when the document ends before the tag does.</param>
/// <param name="End">Where the text goes on.</param>
internal readonly record struct TagText(string Name, List<(string Name, string Value)> Attributes, bool IsEmpty, bool IsCut, int End)
{
    private static readonly List<(string, string)> None = [];

    /// <param name="start">Where the tag's bracket stands.</param>
    public static TagText Read(string text, int start)
    {
        var at = start + (start + 1 < text.Length && text[start + 1] == '/' ? 2 : 1);
        var name = NameAt(text, ref at);
        var attributes = None;
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '\'' or '=')) at++;
            if (at >= text.Length) return new(name, attributes, false, true, at);
            // The bracket of the next tag: this one was never closed.
            if (text[at] == '<') return new(name, attributes, false, false, at);
            if (text[at] == '>') return new(name, attributes, text[at - 1] == '/', false, at + 1);
            if (!XmlNames.IsStart(text[at]))
            {
                at++;
                continue;
            }
            if (attributes == None) attributes = [];
            var attribute = NameAt(text, ref at);
            attributes.Add((attribute, ValueAt(text, ref at)));
        }
    }

    private static string NameAt(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && XmlNames.IsPart(text[at])) at++;
        return text[start..at];
    }

    private static string ValueAt(string text, ref int at)
    {
        var equals = at;
        while (equals < text.Length && char.IsWhiteSpace(text[equals])) equals++;
        if (equals >= text.Length || text[equals] != '=') return "";
        at = equals + 1;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at >= text.Length) return "";
        if (text[at] is '"' or '\'' && text.IndexOf(text[at], at + 1) is > 0 and var end)
        {
            var value = text[(at + 1)..end];
            at = end + 1;
            return value;
        }
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<') && !(text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>')) at++;
        return text[start..at].Trim('"', '\'');
    }
}
