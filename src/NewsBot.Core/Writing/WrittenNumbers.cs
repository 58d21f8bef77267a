using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Writing;

/// <summary>A number as it was written, and the values it may mean: "1,200" is twelve hundred to some and one and a fifth to others.</summary>
internal sealed record WrittenNumber(string Text, IReadOnlyList<decimal> Values);

/// <summary>Reads numbers out of a text, in digits and in words.</summary>
internal static partial class WrittenNumbers
{
    public static IEnumerable<WrittenNumber> Of(string text)
    {
        foreach (Match match in Digits().Matches(text))
            yield return new(match.Value, Readings(match.Value).Distinct().ToArray());
        foreach (var word in Folding.Words(text))
            if (NumberWords.Value(word) is { } value)
                yield return new(word, [value]);
    }

    private static IEnumerable<decimal> Readings(string written)
    {
        var groups = written.Split([',', '.', ' ', '\u00A0', '\u202F', '\u2009', '\'', '’']);
        if (groups.Length == 1 || groups.Skip(1).All(group => group.Length == 3))
            if (Read(string.Concat(groups)) is { } whole) yield return whole;
        if (groups.Length > 1 && Read($"{string.Concat(groups[..^1])}.{groups[^1]}") is { } parted) yield return parted;
    }

    private static decimal? Read(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    // Groups of a long number may be parted by any of these; a space only before exactly three digits.
    [GeneratedRegex(@"[0-9]+(?:[.,'’][0-9]+|[ \u00A0\u202F\u2009][0-9]{3}(?![0-9]))*", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
