using System.Globalization;
using System.Text;
using System.Xml;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Opml;

/// <summary>Writes OPML 2.0, as other readers take it.</summary>
internal static class OpmlWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineChars = "\n",
        CloseOutput = false,

    };

    /// <param name="folders">Each folder's name and what is in it; an empty name means no folder.</param>
    public static void Write(Stream to, string title, DateTimeOffset at, IEnumerable<(string Name, IReadOnlyList<WebSource> Sources)> folders)
    {
        using var xml = XmlWriter.Create(to, Settings);
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", title);
        xml.WriteElementString("dateCreated", at.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var (name, sources) in folders) Folder(xml, name, sources);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Folder(XmlWriter xml, string name, IReadOnlyList<WebSource> sources)
    {
        if (name.Length > 0) Begin(xml, name);
        foreach (var source in sources) Feed(xml, source);
        if (name.Length > 0) xml.WriteEndElement();
    }

    private static void Feed(XmlWriter xml, WebSource source)
    {
        Begin(xml, source.Title.Length > 0 ? source.Title : source.Key);
        if (source.Kind is WebSourceKind.Feed)
        {
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("xmlUrl", source.Address.AbsoluteUri);
        }
        else
        {
            xml.WriteAttributeString("type", "link");
            xml.WriteAttributeString("url", source.Address.AbsoluteUri);
        }
        if (source.Settings.Language is { } language) xml.WriteAttributeString("language", language);
        xml.WriteEndElement();
    }

    // Some readers look at the one, some at the other.
    private static void Begin(XmlWriter xml, string name)
    {
        name = XmlText.Of(name);
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("text", name);
        xml.WriteAttributeString("title", name);
    }
}

file static class XmlText
{
    /// <summary>Without what XML 1.0 has no way to write.</summary>
    public static string Of(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or >= 0x20 and not (0xFFFE or 0xFFFF)) kept.Append(rune.ToString());
        return kept.ToString();
    }
}
