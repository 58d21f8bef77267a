namespace NewsBot.Core.Articles;

/// <summary>The articles that we keep, to read. Never throws for what a person typed.</summary>
public interface IArchive
{
    Task<Article?> FindAsync(ArticleId id, CancellationToken stop);

    /// <summary>Newest published first; articles of the same instant by id, so that pages never overlap.</summary>
    Task<IReadOnlyList<Article>> LatestAsync(LatestQuery query, CancellationToken stop);

    /// <summary>Articles published within periods that do not overlap, those of the first period first, within each the newest first.</summary>
    Task<IReadOnlyList<Article>> WithinAsync(IEnumerable<Period> periods, int skip, int take, CancellationToken stop);

    /// <summary>Best first, newest first on equal rank. A query that is empty or has a complaint finds nothing.</summary>
    Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken stop);
}

/// <param name="Topic">Only articles of this topic, or null for all.</param>
public sealed record LatestQuery(string? Topic = null, int Skip = 0, int Take = 10);

/// <param name="Hits">At most the query's <see cref="SearchQuery.Take"/>.</param>
/// <param name="HasMore">True when another page would not be empty.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, bool HasMore)
{
    public static SearchPage Empty { get; } = new([], false);

    /// <summary>The question with better spelling, when little was found and this finds something.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>True when hardly any article holds all the words, so that these hold some.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Articles that a new index does not hold yet, the oldest ones; they are not found before they are in it.</summary>
    public long Unindexed { get; init; }
}

/// <param name="Score">Higher is better; comparable only within one answer.</param>
/// <param name="Snippet">A passage of the article with the words that matched marked.</param>
public sealed record SearchHit(Article Article, double Score, Snippet Snippet);
