using NewsBot.Core.Articles;

namespace NewsBot.Core.Topics;

/// <summary>
/// A word or phrase of a rule, folded. A star at its end lets the last word go on ("білорус*" finds Білорусь and білоруський),
/// which inflected languages need; without it only whole words match.
/// </summary>
internal sealed record TopicTerm(string[] Words, bool IsPrefix)
{
    public static TopicTerm? Of(string text)
    {
        var words = Folding.Words(text).ToArray();
        return words.Length == 0 ? null : new(words, text.TrimEnd().EndsWith('*'));
    }

    public bool StandsAt(ReadOnlySpan<string> text)
    {
        if (text.Length < Words.Length) return false;
        for (var i = 0; i < Words.Length - 1; i++)
            if (text[i] != Words[i])
                return false;
        return IsPrefix ? text[Words.Length - 1].StartsWith(Words[^1], StringComparison.Ordinal) : text[Words.Length - 1] == Words[^1];
    }
}
