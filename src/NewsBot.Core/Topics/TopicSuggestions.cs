using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Topics;

/// <summary>
/// Words that would have caught what a rule missed: other forms of its own words first, then words of headlines that are common in what it caught
/// and rare in the rest. Each with an article that it would have caught.
/// </summary>
internal static class TopicSuggestions
{
    private const int Most = 3;

    // A word has to stand in so many of the caught headlines to say something about the subject,
    private const int CaughtByLeast = 2;

    // and at least half of the headlines that have it must be among them.
    private const double LeastShare = 0.5;

    public static IReadOnlyList<(string Word, Article Missed)> Of(TopicRule rule, IReadOnlyCollection<Article> caught, IReadOnlyCollection<Article> missed)
    {
        var own = rule.Any.Concat(rule.All).Concat(rule.None).SelectMany(Folding.Words).ToHashSet();
        return [.. Forms(own, missed).Concat(Companions(own, caught, missed)).DistinctBy(pair => WordStem.Of(pair.Word)).Take(Most)];
    }

    private static IEnumerable<(string Word, Article Missed)> Forms(HashSet<string> own, IEnumerable<Article> missed)
    {
        var stems = own.Select(WordStem.Of).ToHashSet();
        return from article in missed
               from word in Words(article).Concat(article.Content.Body.Take(2).SelectMany(Folding.Words))
               where !own.Contains(word) && stems.Contains(WordStem.Of(word))
               select (word, article);
    }

    private static IEnumerable<(string Word, Article Missed)> Companions(HashSet<string> own, IEnumerable<Article> caught, IReadOnlyCollection<Article> missed)
    {
        var stems = own.Select(WordStem.Of).ToHashSet();
        var common = caught.SelectMany(article => Words(article).Select(WordStem.Of).Distinct()).CountBy(stem => stem).Where(pair => pair.Value >= CaughtByLeast && !stems.Contains(pair.Key));
        var byStem = missed.SelectMany(article => Words(article).DistinctBy(WordStem.Of).Select(word => (Stem: WordStem.Of(word), Word: word, Article: article))).ToLookup(entry => entry.Stem);
        return from pair in common
               let elsewhere = byStem[pair.Key].ToArray()
               where elsewhere.Length > 0 && pair.Value >= LeastShare * (pair.Value + elsewhere.Length)
               orderby pair.Value descending, elsewhere.Length, pair.Key
               select (elsewhere[0].Word, elsewhere[0].Article);
    }

    private static IEnumerable<string> Words(Article article) => Folding.Words(article.Title).Concat(Folding.Words(article.Content.Deck)).Concat(article.Content.Tags.SelectMany(Folding.Words))
        .Where(word => word.Length > 3 && !char.IsDigit(word[0]) && !CommonWords.Has(word));
}
