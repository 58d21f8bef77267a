using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>
/// Puts what matched in order: where the words stand decides first (title, deck, tags, body), then how much the article is about
/// them, then which is newer.
/// </summary>
internal static class Ranking
{
    public static List<Ranked> Order(SearchQuery query, IEnumerable<Candidate> candidates, IReadOnlyDictionary<long, double> weights)
    {
        var terms = query.Wanted.Select(words => string.Join(' ', words.Select(IndexedText.Clipped))).ToArray();
        var heaviest = weights.Count == 0 ? 0 : weights.Values.Max();
        return
        [
            .. candidates
                .Select(candidate => new Ranked(candidate, Place(candidate, terms) + Share(weights.GetValueOrDefault(candidate.Number), heaviest)))
                .OrderByDescending(ranked => ranked.Score)
                .ThenByDescending(ranked => ranked.Candidate.Published)
                .ThenBy(ranked => ranked.Candidate.Id, StringComparer.Ordinal),
        ];
    }

    // Powers of two: all places below never outweigh the one above.
    private static double Place(Candidate candidate, string[] terms) => terms.Average(term =>
        (Has(candidate.Title, term) ? 8 : 0) + (Has(candidate.Deck, term) ? 4 : 0) + (Has(candidate.Tags, term) ? 2 : 0));

    // In steps of a twentieth, so that two articles that are about as good come newest first.
    private static double Share(double weight, double heaviest) => heaviest <= 0 ? 0 : Math.Round(weight / heaviest * 20) / 20;

    // Whole words only: the term has a space or an end on either side.
    private static bool Has(string words, string term)
    {
        for (var at = words.IndexOf(term, StringComparison.Ordinal); at >= 0; at = words.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            var end = at + term.Length;
            if ((at == 0 || words[at - 1] == ' ') && (end == words.Length || words[end] == ' ')) return true;
        }
        return false;
    }
}

/// <summary>An article that matched, with the folded words of its head.</summary>
internal sealed record Candidate(long Number, string Id, long Published, string Title, string Deck, string Tags);

internal sealed record Ranked(Candidate Candidate, double Score);
