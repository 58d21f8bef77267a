using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>What an article is about, in a few words of its own: those of its title that say something, and the names that it begins with.</summary>
public sealed class Subject
{
    /// <summary>Words that are looked for; each costs a look-up.</summary>
    private const int MostWords = 12;

    /// <summary>Shared words from which another article is about the same things. One is chance.</summary>
    private const int Enough = 2;

    private readonly string[] words;
    private readonly HashSet<string> stems;

    private Subject(string[] words) => (this.words, stems) = (words, [.. words.Select(WordStem.Of)]);

    public static Subject Of(Article article)
    {
        var lead = article.Content.Deck ?? FirstOf(article);
        string[] telling = [.. Folding.Words(article.Title).Where(Tells), .. Names(lead)];
        return new([.. telling.Distinct().Take(MostWords)]);
    }

    /// <summary>Articles with any of the words, those with the most and rarest first.</summary>
    public SearchQuery Query(int take) => SearchQuery.Parse($"{string.Join(" OR ", words)} sort:relevance", take: take);

    public bool IsSharedBy(Article other)
    {
        var text = $"{other.Title} {other.Content.Deck} {FirstOf(other)}";
        return Folding.Words(text).Select(WordStem.Of).Where(stems.Contains).Distinct().Take(Enough).Count() == Enough;
    }

    private static string FirstOf(Article article) => article.Content.Body is [var first, ..] ? first : "";

    private static bool Tells(string word) => word.Length > 2 && !CommonWords.Has(word);

    // A capital letter inside a sentence.
    private static IEnumerable<string> Names(string text)
    {
        var isStart = true;
        foreach (var word in text.Split([' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isStart && char.IsUpper(word[0]))
                foreach (var folded in Folding.Words(word).Where(Tells)) yield return folded;
            isStart = word[^1] is '.' or '!' or '?' or '…' or ':';
        }
    }
}
