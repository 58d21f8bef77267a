using System.Text.RegularExpressions;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Topics;

/// <summary>Regular expressions in rules: written between slashes, run without backtracking, short, and given little time.</summary>
internal static class TopicPattern
{
    /// <summary>UTF-16 units between the slashes.</summary>
    public const int MaxLength = 200;

    // Without backtracking time grows with the text alone; this is for a busy machine and the first use, which compiles.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly Phrase TooLong = new("The pattern {0} is longer than {1} {1:character|characters}; use words with a star instead.");

    private static readonly Phrase Wrong = new("The pattern {0} cannot be read: {1}");

    private static readonly Phrase Unsupported = new(
        "The pattern {0} uses look-around, back references or too much repetition, which are not allowed here; write it without.");

    private static readonly Phrase MatchesAll = new("The pattern {0} also matches nothing at all, so it would catch every article; write what must occur.");

    public static bool Is(string term) => term.Length > 2 && term[0] == '/' && term[^1] == '/';

    /// <returns>The expression, or null and what is wrong with it.</returns>
    public static Regex? Read(string term, out Func<Language, string>? complaint)
    {
        complaint = null;
        var shown = CardFitter.Cut(term, 40);
        if (term.Length - 2 > MaxLength)
        {
            complaint = language => TooLong.In(language, shown, MaxLength);
            return null;
        }
        try
        {
            var pattern = new Regex(term[1..^1], RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);
            if (pattern.IsMatch("")) complaint = language => MatchesAll.In(language, shown);
            return complaint is null ? pattern : null;
        }
        catch (NotSupportedException)
        {
            complaint = language => Unsupported.In(language, shown);
        }
        catch (ArgumentException problem)
        {
            var reason = problem.Message;
            complaint = language => Wrong.In(language, shown, reason);
        }
        catch (RegexMatchTimeoutException)
        {
            complaint = language => Unsupported.In(language, shown);
        }
        return null;
    }

    /// <summary>What it finds first in a text; null when nothing, or when it takes too long.</summary>
    public static string? Match(Regex pattern, string text)
    {
        try
        {
            return pattern.Match(text) is { Success: true } match ? match.Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
