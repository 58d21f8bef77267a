using System.Xml;

namespace NewsBot.Sources.Feeds.Reading.Mending;

internal static class XmlNames
{
    public static bool IsStart(char letter) => XmlConvert.IsStartNCNameChar(letter);

    public static bool IsPart(char letter) => letter == ':' || XmlConvert.IsNCNameChar(letter);

    /// <summary>The name with at most one colon, and only where one may stand.</summary>
    public static string Qualified(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        if (colon < 0) return name.ToString();
        var rest = name[(colon + 1)..].ToString().Replace(':', '_');
        var isPrefixed = rest.Length > 0 && IsStart(rest[0]) && !name[..colon].SequenceEqual("xmlns");
        return isPrefixed ? $"{name[..colon]}:{rest}" : $"{name[..colon]}_{rest}";
    }

    public static string Prefix(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : name[..colon];
    }
}
