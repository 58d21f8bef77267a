using NewsBot.Core.Articles;

namespace NewsBot.Core.Summaries;

/// <summary>What sentences are chosen from, and what stands above them.</summary>
/// <param name="Title">Guides the choice and is not repeated; null where the article's first sentence stands in for one.</param>
/// <param name="Deck">Stands before the chosen sentences, which do not repeat it.</param>
internal sealed record Material(string? Title, string? Deck, IReadOnlyList<string> Paragraphs)
{
    /// <summary>For a post, which shows the title and the deck.</summary>
    /// <param name="deck">As much of the article's deck as the post shows.</param>
    public static Material UnderTitle(ArticleContent content, string? deck) => new(content.Title, deck, content.Body);

    /// <summary>
    /// For a summary that stands alone. The deck is then text like any other, and so is a first line that ends in a full stop: a page without
    /// a headline was read, and its first sentence became the title.
    /// </summary>
    public static Material Alone(ArticleContent content)
    {
        IEnumerable<string> deck = content.Deck is { } text ? [text] : [];
        if (IsFirstSentenceOf(content)) return new(null, null, [.. deck, .. content.Body]);
        return EndsInStop(content.Title) ? new(null, null, [content.Title, .. deck, .. content.Body]) : new(content.Title, null, [.. deck, .. content.Body]);
    }

    private static bool IsFirstSentenceOf(ArticleContent content) =>
        content.Body.Count > 0 && content.Body[0].StartsWith(content.Title.TrimEnd('…'), StringComparison.Ordinal);

    private static bool EndsInStop(string title) => title.AsSpan().TrimEnd("\"”»'’)").EndsWith(".") && !title.EndsWith("...", StringComparison.Ordinal);
}
