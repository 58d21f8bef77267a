using System.Collections.Frozen;
using System.Globalization;

namespace NewsBot.Sources.Feeds.Reading.Html;

/// <summary>Keeps of a style attribute the properties that only colour, size and align; nothing that loads, moves or covers the page.</summary>
internal static class SafeStyle
{
    private static readonly FrozenSet<string> Properties = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, """
        azimuth background-color border-bottom-color border-collapse border-color border-left-color border-right-color border-top-color clear color
        cursor direction display elevation float font font-family font-size font-style font-variant font-weight height letter-spacing line-height
        overflow pause pause-after pause-before pitch pitch-range richness speak speak-header speak-numeral speak-punctuation speech-rate stress
        text-align text-decoration text-indent unicode-bidi vertical-align voice-family volume white-space width
        fill fill-opacity fill-rule stroke stroke-linecap stroke-linejoin stroke-opacity stroke-width
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    // Of these a property is kept when each of its words is one of the keywords, a colour or a small length.
    private static readonly FrozenSet<string> Families = FrozenSet.Create("background", "border", "margin", "padding");

    private static readonly FrozenSet<string> Keywords = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, """
        auto aqua black block blue bold both bottom brown center collapse dashed dotted fuchsia gray green !important italic left lime maroon
        medium none navy normal nowrap olive pointer purple red right solid silver teal top transparent underline white yellow
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static readonly FrozenSet<string> Units = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "", "cm", "em", "ex", "in", "mm", "pc", "pt", "px", "%", ",", ")");

    public static string Clean(string style)
    {
        var kept = new List<string>();
        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1) continue;
            var (property, value) = (declaration[..colon].Trim(), declaration[(colon + 1)..].Trim());
            if (value.Length > 0 && IsHarmless(value) && IsKept(property, value)) kept.Add($"{property}: {value};");
        }
        return string.Join(' ', kept);
    }

    private static bool IsKept(string property, string value) =>
        Properties.Contains(property)
        || (Families.Contains(property.Split('-')[0].ToLowerInvariant()) && value.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(IsPlainWord));

    // No backslash (it can spell anything), no comment, no function but rgb() with numbers.
    private static bool IsHarmless(string value)
    {
        foreach (var letter in value)
            if (!char.IsAsciiLetterOrDigit(letter) && !" .,#%!-()'\"_".Contains(letter, StringComparison.Ordinal)) return false;
        var open = value.IndexOf('(', StringComparison.Ordinal);
        return open < 0 || (value[..open].TrimEnd().EndsWith("rgb", StringComparison.OrdinalIgnoreCase) && !value[(open + 1)..].Any(char.IsAsciiLetter));
    }

    private static bool IsPlainWord(string word) => Keywords.Contains(word) || IsColour(word) || IsSmallLength(word);

    private static bool IsColour(string word) =>
        word is ['#', _, ..] ? word.Skip(1).All(char.IsAsciiHexDigit)
        : word.StartsWith("rgb(", StringComparison.OrdinalIgnoreCase);

    // Two digits before the point: a margin of 99999em would push everything off the page.
    private static bool IsSmallLength(string word)
    {
        var end = 0;
        while (end < word.Length && (char.IsAsciiDigit(word[end]) || word[end] == '.')) end++;
        if (!Units.Contains(word[end..])) return false;
        return end == 0 || (double.TryParse(word[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length) && length < 100);
    }
}
