using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Search;

/// <summary>An engine's full-text index, by article number. Everywhere a larger number is a newer article.</summary>
internal interface IWordIndex
{
    Task AddAsync(Session session, long number, IndexedText text, CancellationToken stop);

    Task RemoveAsync(Session session, long number, CancellationToken stop);

    /// <summary>The newest articles that match, newest first.</summary>
    Task<List<long>> NewestAsync(Session session, SearchQuery query, int most, CancellationToken stop);

    /// <summary>The newest articles with every wanted term in the title, newest first.</summary>
    Task<List<long>> NewestByTitleAsync(Session session, SearchQuery query, int most, CancellationToken stop);

    /// <summary>How much each matching article is about the words, higher is more. Only for queries that few articles match; it may be empty.</summary>
    Task<IReadOnlyDictionary<long, double>> WeightsAsync(Session session, SearchQuery query, CancellationToken stop);
}
