using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Stories;
using NewsBot.Core.Summaries;

namespace NewsBot.Core.Writing;

/// <summary>
/// Words with a capital. At the beginning of a sentence a common word may have one; in German every noun has, so there a summary may hardly use a noun
/// that the article does not.
/// </summary>
internal static partial class WrittenNames
{
    public static IEnumerable<string> Of(string text)
    {
        foreach (var sentence in Sentences.Of(text))
        {
            var isFirst = true;
            foreach (Match match in Word().Matches(sentence))
            {
                var isCommon = isFirst && IsCommon(match.Value);
                isFirst = false;
                if (!isCommon && match.Value.Any(char.IsUpper)) yield return match.Value;
            }
        }
    }

    private static bool IsCommon(string word) =>
        Folding.Words(word).All(folded => SmallWords.Contains(folded) || CommonWords.Has(folded) || NumberWords.Value(folded) is not null);

    [GeneratedRegex(@"[\p{L}\p{M}][\p{L}\p{M}\p{Nd}]*(?:['’ʼ][\p{L}\p{M}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
