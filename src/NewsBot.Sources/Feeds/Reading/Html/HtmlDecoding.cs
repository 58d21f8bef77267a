using System.Text;

namespace NewsBot.Sources.Feeds.Reading.Html;

/// <summary>Puts characters in the place of their references.</summary>
internal static class HtmlDecoding
{
    public static string Decode(ReadOnlySpan<char> text, bool isAttribute = false)
    {
        if (!text.Contains('&')) return text.ToString();
        var decoded = new StringBuilder(text.Length);
        AppendTo(decoded, text, isAttribute);
        return decoded.ToString();
    }

    public static void AppendTo(StringBuilder to, ReadOnlySpan<char> text, bool isAttribute = false)
    {
        while (text.IndexOf('&') is >= 0 and var at)
        {
            to.Append(text[..at]);
            text = text[at..];
            var (value, length) = CharacterReference.Read(text, needsSemicolon: isAttribute);
            to.Append(value ?? "&");
            text = text[(value is null ? 1 : length)..];
        }
        to.Append(text);
    }
}
