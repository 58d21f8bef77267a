using System.Text.RegularExpressions;

namespace NewsBot.Core.Summaries;

/// <summary>"LONDON (Reuters) — ": where a text was filed, before its first sentence. It is no part of what the sentence says.</summary>
internal static partial class Dateline
{
    /// <summary>UTF-16 units; a dateline is shorter.</summary>
    private const int Longest = 90;

    /// <summary>The first sentence of an article without its dateline.</summary>
    public static string Without(string sentence)
    {
        var head = sentence.AsSpan(0, Math.Min(Longest, sentence.Length));
        if (!MayHave(head)) return sentence;
        foreach (var match in Pattern().EnumerateMatches(head)) return sentence[match.Length..];
        return sentence;
    }

    // Nearly no sentence has one, and a bot that never needs the pattern idles with less memory.
    private static bool MayHave(ReadOnlySpan<char> head)
    {
        if (head.Length > 3 && char.IsUpper(head[0]) && char.IsUpper(head[1]) && char.IsUpper(head[2])) return true;
        var bracket = head.IndexOf('(');
        for (var i = 0; i < bracket; i++)
            if ((i == 0 || head[i - 1] == ' ') && !char.IsUpper(head[i])) return false;
        return bracket >= 0;
    }

    // A place, an agency in brackets, or both; then a dash, or the sentence itself at once: "(CNN)Share".
    [GeneratedRegex(
        """
        ^(?: (?:\p{Lu}[\p{L}.'’]{1,20},?\ ){0,5} \(\p{Lu}[\p{L}\ /.&-]{1,24}\) (?:\s*[-–—]{1,2}\s* | (?<=^\([^)]{1,25}\))\s* | )
           | \p{Lu}{3,20}(?:[,]?\ \p{Lu}[\p{L}.'’]{1,20}){0,4}\ ?[-–—]{1,2}\s )
        (?=[\p{Lu}\d"“«„'‘])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
