using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Topics;

/// <summary>
/// A term of a rule: a word or phrase, folded. A star at its end lets the last word go on ("білорус*" finds Білорусь and білоруський),
/// which inflected languages need; without it only whole words match. <c>minsk near/5 border*</c> wants both within so many words of each other,
/// <c>headline:storm</c> looks at the title alone, and <c>/colou?r/</c> is a regular expression over a title or paragraph as it is written.
/// </summary>
/// <param name="Near">What must stand within <paramref name="Distance"/> words, or null.</param>
internal sealed record TopicTerm(string[] Words, bool IsPrefix, bool IsInTitle = false, TopicTerm? Near = null, int Distance = 0, Regex? Pattern = null)
{
    public const int MaxDistance = 50;

    private const string NearWord = " near/";

    private static readonly string[] TitleLabels = ["headline:", "заголовок:"];

    public static TopicTerm? Of(string text)
    {
        var (rest, isInTitle) = WithoutLabel(text.Trim());
        if (TopicPattern.Is(rest)) return TopicPattern.Read(rest, out _) is { } pattern ? new([], false, isInTitle, Pattern: pattern) : null;
        var near = rest.IndexOf(NearWord, StringComparison.OrdinalIgnoreCase);
        if (near <= 0) return Plain(rest, isInTitle);
        var digits = new string([.. rest.Skip(near + NearWord.Length).TakeWhile(char.IsAsciiDigit)]);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var distance)) return Plain(rest, isInTitle);
        var (first, second) = (Plain(rest[..near], isInTitle), Plain(rest[(near + NearWord.Length + digits.Length)..], isInTitle));
        return first is null || second is null ? first ?? second : first with { Near = second, Distance = Math.Clamp(distance, 1, MaxDistance) };
    }

    public bool StandsAt(ReadOnlySpan<string> text)
    {
        if (text.Length < Words.Length || Words.Length == 0) return false;
        for (var i = 0; i < Words.Length - 1; i++)
            if (text[i] != Words[i])
                return false;
        return IsPrefix ? text[Words.Length - 1].StartsWith(Words[^1], StringComparison.Ordinal) : text[Words.Length - 1] == Words[^1];
    }

    /// <summary>True when the term stands at a place of a text, and what must be near is.</summary>
    public bool HoldsAt(string[] text, int at)
    {
        if (!StandsAt(text.AsSpan(at))) return false;
        if (Near is null) return true;
        var end = Math.Min(text.Length, at + Words.Length + Distance);
        for (var i = Math.Max(0, at - Distance - Near.Words.Length + 1); i < end; i++)
            if (i != at && Near.StandsAt(text.AsSpan(i))) return true;
        return false;
    }

    /// <summary>The words of the article that made it match, or null.</summary>
    public string? Found(string part, string[] words)
    {
        if (Pattern is not null) return TopicPattern.Match(Pattern, part) is { Length: > 0 } found ? found : null;
        for (var i = 0; i < words.Length; i++)
            if (HoldsAt(words, i)) return string.Join(' ', words.Skip(i).Take(Words.Length));
        return null;
    }

    private static TopicTerm? Plain(string text, bool isInTitle)
    {
        string[] words = [.. Folding.Words(text)];
        return words.Length == 0 ? null : new(words, text.TrimEnd().EndsWith('*'), isInTitle);
    }

    private static (string Text, bool IsInTitle) WithoutLabel(string text) =>
        TitleLabels.FirstOrDefault(label => text.StartsWith(label, StringComparison.OrdinalIgnoreCase)) is { } label ? (text[label.Length..].TrimStart(), true) : (text, false);
}
