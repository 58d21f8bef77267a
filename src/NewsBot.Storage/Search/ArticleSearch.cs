using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Search;

/// <summary>
/// Ranked search whose cost does not grow with how common a word is: when more articles match than anyone pages through,
/// only the newest of them, and the newest that say it in the title, are looked at.
/// </summary>
internal sealed class ArticleSearch(IWordIndex index)
{
    private const int MaxCandidates = 500;

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
        var newest = await index.NewestAsync(session, query, MaxCandidates + 1, stop);
        var isAll = newest.Count <= MaxCandidates;
        var weights = isAll && newest.Count > 1 ? await index.WeightsAsync(session, query, stop) : new Dictionary<long, double>();
        var numbers = isAll ? newest : newest.Union(await index.NewestByTitleAsync(session, query, MaxCandidates, stop));
        return Ranking.Order(query, await ArticleTable.CandidatesAsync(session, numbers, stop), weights);
    }

    private static SearchHit Hit(Article article, double score, SearchQuery query) => new(article, score, SnippetMaker.Of(article.Content, query.Wanted));
}
