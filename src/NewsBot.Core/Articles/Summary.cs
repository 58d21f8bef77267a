namespace NewsBot.Core.Articles;

/// <summary>What a post says of an article: the publisher's deck, then whole first sentences while there is room.</summary>
public static class Summary
{
    /// <summary>Characters (UTF-16 units); what one reads at a glance on a phone.</summary>
    public const int Room = 320;

    public static string Of(ArticleContent content)
    {
        var summary = content.Deck ?? "";
        foreach (var sentence in content.Body.Take(3).SelectMany(Sentences.Of))
        {
            if (summary.Length > 0 && summary.Length + 1 + sentence.Length > Room) break;
            if (!Says(content.Title, sentence) && !Says(summary, sentence)) summary = summary.Length == 0 ? sentence : $"{summary} {sentence}";
        }
        return summary;
    }

    private static bool Says(string text, string sentence) =>
        Folding.Index(text).Contains(Folding.Index(sentence), StringComparison.Ordinal);
}
