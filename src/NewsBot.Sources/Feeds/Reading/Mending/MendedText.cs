using System.Buffers;
using System.Text;
using System.Xml;

namespace NewsBot.Sources.Feeds.Reading.Mending;

/// <summary>Writes character data that XML takes: no sign that XML forbids, every ampersand part of a reference that it knows.</summary>
internal static class MendedText
{
    // Everything that may need care: XML's own signs, controls, halves of pairs, and the two that are no characters.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "&<>\"", .. Range(0, 0x08), .. Range(0x0B, 0x0C), .. Range(0x0E, 0x1F), .. Range(0xD800, 0xDFFF), '\uFFFE', '\uFFFF']);

    public static void Append(StringBuilder to, ReadOnlySpan<char> text) => Append(to, text, areReferences: true);

    /// <summary>For CDATA, where an ampersand is one.</summary>
    public static void AppendVerbatim(StringBuilder to, ReadOnlySpan<char> text) => Append(to, text, areReferences: false);

    private static void Append(StringBuilder to, ReadOnlySpan<char> text, bool areReferences)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            to.Append(text[..at]);
            text = text[at..];
            text = text[(text[0] == '&' && areReferences ? Reference(to, text) : Sign(to, text))..];
        }
        to.Append(text);
    }

    private static int Sign(StringBuilder to, ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && char.IsSurrogatePair(text[0], text[1]))
        {
            to.Append(text[..2]);
            return 2;
        }
        to.Append(text[0] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "" });
        return 1;
    }

    private static int Reference(StringBuilder to, ReadOnlySpan<char> text)
    {
        var (value, length) = CharacterReference.Read(text, needsSemicolon: true);
        if (value is null)
        {
            to.Append("&amp;");
            return 1;
        }
        // The reader keeps white space that is written as a reference, and would fold it otherwise.
        if (value is "\t" or "\n" or "\r") to.Append(value);
        else Append(to, value, areReferences: false);
        return length;
    }

    private static IEnumerable<char> Range(int from, int to) => Enumerable.Range(from, to - from + 1).Select(code => (char)code);
}
