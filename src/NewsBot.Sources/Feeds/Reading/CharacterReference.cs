using System.Globalization;
using AngleSharp.Html;

namespace NewsBot.Sources.Feeds.Reading;

/// <summary>References to characters, as `&amp;eacute;`, `&amp;#233;` or `&amp;#xE9;`, with the table of HTML.</summary>
internal static class CharacterReference
{
    /// <summary>Characters; HTML's longest name is CounterClockwiseContourIntegral.</summary>
    private const int LongestName = 32;

    /// <param name="text">Begins with the ampersand.</param>
    /// <param name="needsSemicolon">
    /// HTML knows a hundred names without one (`&amp;copy 2020`); in an address `&amp;copy=2` is a parameter.
    /// </param>
    /// <returns>No value when this is an ampersand that stands for itself; else what it means and how many characters it takes.</returns>
    public static (string? Value, int Length) Read(ReadOnlySpan<char> text, bool needsSemicolon)
    {
        if (text.Length < 3) return default;
        return text[1] == '#' ? Number(text) : Name(text, needsSemicolon);
    }

    private static (string?, int) Number(ReadOnlySpan<char> text)
    {
        var isHex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && end - start < 10 && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
        if (end == start) return default;
        var isNumber = int.TryParse(text[start..end], isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        if (end < text.Length && text[end] == ';') end++;
        return (isNumber ? WesternControls.Letter(code) : "", end);
    }

    private static (string?, int) Name(ReadOnlySpan<char> text, bool needsSemicolon)
    {
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end == 1) return default;
        if (end < text.Length && text[end] == ';')
        {
            var name = text[1..(end + 1)].ToString();
            var symbol = HtmlEntityProvider.Resolver.GetSymbol(name) ?? HtmlEntityProvider.Resolver.GetSymbol(name.ToLowerInvariant());
            return (symbol, end + 1);
        }
        return needsSemicolon || (end < text.Length && text[end] == '=') ? default : (HtmlEntityProvider.Resolver.GetSymbol(text[1..end].ToString()), end);
    }
}
