using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Search;

/// <summary>
/// Ranked search. The index names what matched, at most some hundreds; their heads put them in order, and only the articles of the
/// page that was asked for are read whole.
/// </summary>
internal sealed class ArticleSearch(IWordIndex index)
{
    // Fewer than this is little: then a sentence is also looked for by some of its words, and slips of the finger are thought of.
    private const int Little = 10;
    private const int HardlyAny = 3;

    // With fewer words people mean all of them.
    private const int WordsOfSentence = 4;

    // Words that a beginning is ranked by.
    private const int FormsOfBeginning = 12;

    public async Task<SearchPage> FindAsync(Session session, SearchQuery query, DateTimeOffset now, CancellationToken stop)
    {
        if (query.IsEmpty || query.Complaint is not null) return SearchPage.Empty;
        var ranked = await RankedAsync(session, query, now, stop);
        var page = ranked.Order.Skip(query.Skip).Take(query.Take).ToArray();
        var articles = (await ArticleTable.ReadAsync(session, page.Select(hit => hit.Candidate.Id), stop)).ToDictionary(article => article.Id.Value);
        var passages = new PassageFinder(query.Wanted.SelectMany(node => node.Terms));
        return new(
            [.. page.Where(hit => articles.ContainsKey(hit.Candidate.Id)).Select(hit => Hit(articles[hit.Candidate.Id], hit.Score, passages))],
            HasMore: ranked.Order.Count > query.Skip + page.Length && page.Length > 0)
        {
            IsLoose = ranked.IsLoose,
            DidYouMean = ranked.Strictly < HardlyAny && query.Skip == 0 ? await BetterAsync(session, query, now, stop) : null,
            Unindexed = await IndexBuild.LeftAsync(session, stop),
        };
    }

    private async Task<(List<Ranked> Order, int Strictly, bool IsLoose)> RankedAsync(Session session, SearchQuery query, DateTimeOffset now, CancellationToken stop)
    {
        var choosing = new Candidates(index, session, SearchAsk.Of(query, now), stop);
        var candidates = await choosing.ChooseAsync();
        var strictly = candidates.Count;
        if (strictly >= Little || WordsOf(query) is not { } words)
            return (Ranking.Order(await TermsAsync(session, query.Wanted, choosing.Shares, stop), candidates, query.Order), strictly, false);
        var shares = await choosing.SharesAsync(words);
        candidates = await choosing.ChooseLooselyAsync(words, shares);
        return (Ranking.Order(await TermsAsync(session, words, shares, stop), candidates, query.Order), strictly, candidates.Count > strictly);
    }

    /// <summary>The words of a question that is a sentence: so many plain words that it also helps to find some of them.</summary>
    private static SearchTerm[]? WordsOf(SearchQuery query)
    {
        if (!query.Wanted.All(IsPlain)) return null;
        SearchTerm[] words = [.. query.Wanted.SelectMany(node => node.Terms).SelectMany(term => term.Words.Select(word => term with { Words = [word], Kind = TermKind.Word })).DistinctBy(term => term.Text)];
        return words.Length >= WordsOfSentence ? words : null;
    }

    // Brackets around a remark change nothing; OR and quotes say that somebody means what they wrote.
    private static bool IsPlain(SearchNode node) => node switch
    {
        SearchTerm term => term.Kind is TermKind.Word or TermKind.Typing or TermKind.Joined,
        AllOf all => all.Nodes.All(IsPlain),
        _ => false,
    };

    private static async Task<RankedTerm[]> TermsAsync(Session session, IReadOnlyList<SearchNode> wanted, IReadOnlyList<double> shares, CancellationToken stop)
    {
        var weights = wanted.Select((_, i) => Weight(shares[i])).ToArray();
        var terms = new List<RankedTerm>();
        foreach (var (i, node) in wanted.Index())
            foreach (var term in node.Terms)
                terms.Add(new(await KeysAsync(session, term, stop), weights[i] / weights.Max()));
        return [.. terms];
    }

    // Robertson's and Spärck Jones's weight, from the sample; the rarest part of a question then weighs 1.
    private static double Weight(double share) =>
        Math.Log(1 + ((Candidates.Sample * (1 - share)) + 0.5) / ((Candidates.Sample * share) + 0.5));

    private static async Task<uint[][]> KeysAsync(Session session, SearchTerm term, CancellationToken stop)
    {
        var keys = term.Words.Select(word => new[] { WordBag.Key(IndexedText.Clipped(word), WordStem.Of(IndexedText.Clipped(word))) }).ToArray();
        if (term.Kind is not (TermKind.Prefix or TermKind.Typing)) return keys;
        var forms = await WordTable.BeginningAsync(session, term.Words[^1], FormsOfBeginning, stop);
        keys[^1] = [.. keys[^1], .. forms.Select(word => WordBag.Key(word, WordStem.Of(word)))];
        return keys;
    }

    private async Task<string?> BetterAsync(Session session, SearchQuery query, DateTimeOffset now, CancellationToken stop)
    {
        if (await Spelling.BetterAsync(session, query, stop) is not { } better) return null;
        var found = await new Candidates(index, session, SearchAsk.Of(SearchQuery.Parse(better), now), stop).ChooseAsync();
        return found.Count > 0 ? better : null;
    }

    private static SearchHit Hit(Article article, double score, PassageFinder passages) => new(article, score, SnippetMaker.Of(article.Content, passages));
}
