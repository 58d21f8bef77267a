using NewsBot.Core.Articles;

namespace NewsBot.Core.Summaries;

/// <summary>
/// Summaries by extraction: whole sentences of the article's own, word for word and in its order, chosen for what they say. One method for all
/// texts; it takes time in proportion to the text. src/notes/quality.md has how good it is.
/// </summary>
public static class KeySentences
{
    /// <summary>What says most of the article to somebody who sees nothing else of it; empty when no sentence fits.</summary>
    public static IReadOnlyList<string> Of(ArticleContent content, SummaryBudget budget) => Of(Material.Alone(content), budget);

    /// <summary>What adds most to the title and to <paramref name="deck"/>, which are shown above it; empty when no sentence fits.</summary>
    public static IReadOnlyList<string> Under(ArticleContent content, string? deck, SummaryBudget budget) => Of(Material.UnderTitle(content, deck), budget);

    internal static IReadOnlyList<string> Of(Material material, SummaryBudget budget)
    {
        var terms = new Terms();
        var sentences = Sentence.All(material.Paragraphs, terms);
        var worth = Worth.Of(sentences, terms, material.Title, budget);
        var chosen = new Chooser(sentences, terms, worth).Choose(material.Title, material.Deck, budget);
        return [.. chosen.Select(sentence => sentence.Text)];
    }
}
