using NewsBot.Core.Articles;

namespace NewsBot.Sources.Completing;

/// <summary>Tells the beginning of an article from the whole of it, and puts the whole in its place.</summary>
internal static class Teaser
{
    /// <summary>Characters of all paragraphs; fewer are seldom an article.</summary>
    private const int Short = 500;

    /// <summary>Characters; a longer opening is the story itself.</summary>
    private const int LongestDeck = 600;

    private static readonly string[] Cuts = ["…", "...", "[…]", "[...]", "(…)"];

    public static bool Is(ArticleContent content) =>
        Length(content.Body) < Short || content.Body.Count > 0 && Cuts.Any(cut => content.Body[^1].EndsWith(cut, StringComparison.Ordinal));

    /// <returns>Null when the page does not hold more, or holds something else: a wall asking for consent reads like an article too.</returns>
    public static ArticleContent? Complete(ArticleContent teaser, PageText page)
    {
        if (page.Body.Count == 0 || Length(page.Body) <= Length(teaser.Body) * 1.2 || !IsSame(teaser, page)) return null;
        return teaser with
        {
            Deck = teaser.Deck ?? Deck(teaser, page),
            Body = page.Body,
            Appeal = page.Appeal ?? teaser.Appeal,
            Author = teaser.Author ?? page.Author,
            Image = teaser.Image ?? page.Image,
            ImageDescription = teaser.Image is null ? page.ImageDescription : teaser.ImageDescription,
        };
    }

    // A teaser that was written for the purpose still says it best; one that is only the beginning would be said twice.
    private static string? Deck(ArticleContent teaser, PageText page)
    {
        var text = string.Join(' ', teaser.Body);
        if (text.Length is 0 or > LongestDeck || Cuts.Any(cut => text.EndsWith(cut, StringComparison.Ordinal))) return null;
        return Folding.Index(string.Join(' ', page.Body)).Contains(Folding.Index(text), StringComparison.Ordinal) ? null : text;
    }

    // Half of the words that the feed has must be there again.
    private static bool IsSame(ArticleContent teaser, PageText page)
    {
        var expected = Folding.Words($"{teaser.Title} {teaser.Deck} {string.Join(' ', teaser.Body)}").Where(word => word.Length > 3).ToHashSet();
        var there = page.Body.SelectMany(Folding.Words).ToHashSet();
        return expected.Count == 0 || expected.Count(there.Contains) * 2 >= expected.Count;
    }

    private static int Length(IReadOnlyList<string> paragraphs) => paragraphs.Sum(paragraph => paragraph.Length);
}
