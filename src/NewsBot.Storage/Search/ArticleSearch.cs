using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Search;

/// <summary>
/// Ranked search. The index names what matched, at most a few hundred; their heads put them in order, and only the articles of the
/// page that was asked for are read whole.
/// </summary>
internal sealed class ArticleSearch(IWordIndex index)
{
    public async Task<SearchPage> FindAsync(Session session, SearchQuery query, CancellationToken stop)
    {
        if (query.Wanted.Count == 0) return SearchPage.Empty;
        var ranked = await RankedAsync(session, query, stop);
        var page = ranked.Skip(query.Skip).Take(query.Take).ToArray();
        var articles = (await ArticleTable.ReadAsync(session, page.Select(hit => hit.Candidate.Id), stop)).ToDictionary(article => article.Id.Value);
        return new(
            [.. page.Where(hit => articles.ContainsKey(hit.Candidate.Id)).Select(hit => Hit(articles[hit.Candidate.Id], hit.Score, query))],
            HasMore: ranked.Count > query.Skip + page.Length && page.Length > 0);
    }

    private async Task<List<Ranked>> RankedAsync(Session session, SearchQuery query, CancellationToken stop)
    {
        var matches = await index.MatchAsync(session, query, stop);
        return Ranking.Order(query, await HeadTable.ReadAsync(session, matches.Numbers, stop), matches.Weights);
    }

    private static SearchHit Hit(Article article, double score, SearchQuery query) => new(article, score, SnippetMaker.Of(article.Content, query.Wanted));
}
