using System.Text;
using NewsBot.Sources.Feeds.Reading.Xml;

namespace NewsBot.Sources.Feeds.Reading.Mending;

/// <summary>Writes a start tag by the rules: attributes quoted and named once, every prefix declared.</summary>
internal static class MendedTag
{
    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";
    private const string XmlnsNamespace = "http://www.w3.org/2000/xmlns/";

    /// <param name="open">The tag's own element is the top of it.</param>
    public static void Append(StringBuilder to, TagText tag, OpenElements open)
    {
        var name = open.Top;
        to.Append('<').Append(name);
        var written = new HashSet<string>();
        foreach (var (key, value) in tag.Attributes)
            if (IsDeclaration(key)) Declare(to, key, value, open, written);
        DeclareUse(to, name, open);
        foreach (var (key, value) in tag.Attributes)
        {
            if (IsDeclaration(key)) continue;
            var qualified = XmlNames.Qualified(key);
            if (!written.Add(qualified)) continue;
            DeclareUse(to, qualified, open);
            Attribute(to, qualified, value);
        }
        to.Append('>');
    }

    private static bool IsDeclaration(string name) => name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal);

    private static void Declare(StringBuilder to, string key, string value, OpenElements open, HashSet<string> written)
    {
        var prefix = key.Length > 6 ? key[6..] : "";
        if (value is XmlNamespace or XmlnsNamespace || prefix is "xml" or "xmlns" || prefix.Contains(':', StringComparison.Ordinal)) return;
        if (prefix.Length > 0 ? value.Length == 0 || !XmlNames.IsStart(prefix[0]) : key.Length > 5) return;
        if (!written.Add(key)) return;
        open.Declare(prefix);
        Attribute(to, key, value);
    }

    private static void DeclareUse(StringBuilder to, string name, OpenElements open)
    {
        var prefix = XmlNames.Prefix(name);
        if (prefix.Length == 0 || open.Declares(prefix)) return;
        open.Declare(prefix);
        Attribute(to, $"xmlns:{prefix}", Namespaces.Usual(prefix) ?? $"urn:undeclared:{prefix}");
    }

    private static void Attribute(StringBuilder to, string name, string value)
    {
        to.Append(' ').Append(name).Append("=\"");
        MendedText.Append(to, value);
        to.Append('"');
    }
}
