using NewsBot.Core.Articles;

namespace NewsBot.Core.Summaries;

/// <summary>What of the publisher's paragraph under the title is good enough to stand first in a post.</summary>
internal static class Deck
{
    /// <summary>
    /// The whole deck where it fits, else its first whole sentences that do. A last sentence that a feed cut off ("…", "Read more") is left
    /// out. Null when nothing remains, or when it only says the title again.
    /// </summary>
    /// <param name="room">UTF-16 units.</param>
    public static string? Good(ArticleContent content, int room)
    {
        if (string.IsNullOrWhiteSpace(content.Deck)) return null;
        var deck = content.Deck.Trim();
        var end = 0;
        foreach (var sentence in Sentences.Of(deck))
        {
            var next = deck.IndexOf(sentence, end, StringComparison.Ordinal) + sentence.Length;
            if (next > room || IsCutOff(sentence)) break;
            end = next;
        }
        return end == 0 || Says(content.Title, deck[..end]) ? null : deck[..end];
    }

    private static bool IsCutOff(string sentence) =>
        sentence.TrimEnd(']', ')') is var text && (text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal)) && sentence.Length > 0;

    private static bool Says(string text, string sentence) => Folding.Index(text).Contains(Folding.Index(sentence), StringComparison.Ordinal);
}
