using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>
/// Puts what matched in order: how much an article is about the words, in the manner of BM25 (Robertson and Zaragoza 2009), with the title
/// before the deck, the tags and the body; among equals the fresher. Computed here from the bags, so that both engines agree to the last place.
/// </summary>
internal static class Ranking
{
    // What each place adds for a word as it was asked for. The body adds up to 1.
    private const double InTitle = 1.7;
    private const double InDeck = 1.25;
    private const double InTags = 1.05;

    // The word with another ending counts this much.
    private const double OtherForm = 0.85;

    // BM25's: how soon more of the same stops counting, and how much a long text is held against it.
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    // An article of the newest day weighs this much more than an old one; half of it is gone after so many days.
    private const double Freshness = 0.15;
    private const double HalfLifeInDays = 30;
    private const double MillisecondsInDay = 86_400_000;

    public static List<Ranked> Order(IReadOnlyList<RankedTerm> terms, IReadOnlyList<Candidate> candidates, SearchOrder order)
    {
        if (candidates.Count == 0) return [];
        var newest = candidates.Max(candidate => candidate.Published);
        var length = Math.Max(1, candidates.Average(candidate => (double)candidate.Length));
        var ranked = candidates.Select(candidate => new Ranked(candidate, Score(terms, candidate, length, newest)));
        return
        [
            .. (order is SearchOrder.Date ? ranked.OrderByDescending(it => it.Candidate.Published) : ranked.OrderByDescending(it => it.Score).ThenByDescending(it => it.Candidate.Published))
                .ThenBy(it => it.Candidate.Id, StringComparer.Ordinal),
        ];
    }

    // Hundredths and whole days, so that two articles that are about as good come newest first.
    private static double Score(IReadOnlyList<RankedTerm> terms, Candidate candidate, double usualLength, long newest)
    {
        var norm = Saturation * (1 - LengthShare + (LengthShare * candidate.Length / usualLength));
        var score = 0.0;
        foreach (var term in terms) score += term.Weight * Worth(term, candidate.Bag, norm);
        var days = Math.Floor((newest - candidate.Published) / MillisecondsInDay);
        return Math.Round(score * (1 + (Freshness * Math.Pow(2, -days / HalfLifeInDays))), 2);
    }

    // A phrase is worth what its least word is; of several forms (a beginning) the best counts.
    private static double Worth(RankedTerm term, byte[] bag, double norm)
    {
        var worth = double.MaxValue;
        foreach (var forms in term.Words)
        {
            var best = 0.0;
            foreach (var key in forms) best = Math.Max(best, Worth(WordBag.Find(bag, key), norm));
            worth = Math.Min(worth, best);
        }
        return worth == double.MaxValue ? 0 : worth;
    }

    private static double Worth((Occurrence Exact, Occurrence Other) found, double norm)
    {
        var often = found.Exact.InBody + (OtherForm * found.Other.InBody);
        return Place(found.Exact.InTitle, found.Other.InTitle, InTitle) + Place(found.Exact.InDeck, found.Other.InDeck, InDeck)
            + Place(found.Exact.InTags, found.Other.InTags, InTags) + (often / (often + norm));
    }

    private static double Place(bool isExact, bool isOther, double worth) => isExact ? worth : isOther ? worth * OtherForm : 0;
}

/// <summary>A term as ranking sees it.</summary>
/// <param name="Words">For each word of it the keys of its forms (<see cref="WordBag.Key"/>).</param>
/// <param name="Weight">More for rare words.</param>
internal sealed record RankedTerm(IReadOnlyList<uint[]> Words, double Weight);

internal sealed record Ranked(Candidate Candidate, double Score);
