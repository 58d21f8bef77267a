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
    private const double OtherForm = 0.8;

    // Of a title that says only a part of what was asked, so little counts at least: a sentence is not about one of its words.
    private const double LeastShare = 0.2;

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

    // Thousandths and whole days, so that two articles that are about as good come newest first.
    private static double Score(IReadOnlyList<RankedTerm> terms, Candidate candidate, double usualLength, long newest)
    {
        var norm = Saturation * (1 - LengthShare + (LengthShare * candidate.Length / usualLength));
        var (inPlaces, inBody, placed, whole) = (0.0, 0.0, 0.0, 0.0);
        foreach (var term in terms)
        {
            var worth = Worth(term, candidate.Bag, norm);
            inPlaces += term.Weight * worth.InPlaces;
            inBody += term.Weight * worth.InBody;
            placed += worth.InPlaces > 0 ? term.Weight : 0;
            whole += term.Weight;
        }
        var share = whole > 0 ? placed / whole : 0;
        var score = inBody + (inPlaces * (LeastShare + ((1 - LeastShare) * share * share)));
        var days = Math.Floor((newest - candidate.Published) / MillisecondsInDay);
        return Math.Round(score * (1 + (Freshness * Math.Pow(2, -days / HalfLifeInDays))), 3);
    }

    // A phrase is worth what its least word is; of several forms (a beginning) the best counts.
    private static (double InPlaces, double InBody) Worth(RankedTerm term, byte[] bag, double norm)
    {
        var (inPlaces, inBody) = (double.MaxValue, double.MaxValue);
        foreach (var forms in term.Words)
        {
            var (places, body) = (0.0, 0.0);
            foreach (var key in forms)
            {
                var (exact, other) = WordBag.Find(bag, key);
                var often = exact.InBody + (OtherForm * other.InBody);
                body = Math.Max(body, often / (often + norm));
                places = Math.Max(places, Place(exact.InTitle, other.InTitle, InTitle) + Place(exact.InDeck, other.InDeck, InDeck) + Place(exact.InTags, other.InTags, InTags));
            }
            (inPlaces, inBody) = (Math.Min(inPlaces, places), Math.Min(inBody, body));
        }
        return (inPlaces, inBody);
    }

    private static double Place(bool isExact, bool isOther, double worth) => isExact ? worth : isOther ? worth * OtherForm : 0;
}

/// <summary>A term as ranking sees it.</summary>
/// <param name="Words">For each word of it the keys of its forms (<see cref="WordBag.Key"/>).</param>
/// <param name="Weight">More for rare words.</param>
internal sealed record RankedTerm(IReadOnlyList<uint[]> Words, double Weight);

internal sealed record Ranked(Candidate Candidate, double Score);
