using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Search;

/// <summary>An engine's full-text index, by article number; a larger number is a newer article. Both engines answer the same.</summary>
internal interface IWordIndex
{
    Task AddAsync(Session session, long number, IndexedText text, CancellationToken stop);

    Task RemoveAsync(Session session, long number, CancellationToken stop);

    /// <summary>The newest that match, newest first.</summary>
    Task<List<long>> NewestAsync(Session session, WordQuestion question, int most, CancellationToken stop);

    /// <summary>For each of these, in how many articles from a number on it occurs. They hold no phrases.</summary>
    Task<long[]> CountAsync(Session session, IReadOnlyList<SearchNode> nodes, long oldest, CancellationToken stop);
}

/// <summary>What an index is asked: what must hold and what must not, among the articles with numbers from one on and below another.</summary>
/// <param name="Oldest">Null: to the very end; then the question is rare enough for that.</param>
/// <param name="End">Null: from the newest on.</param>
internal sealed record WordQuestion(SearchNode Wanted, IReadOnlyList<SearchNode> Unwanted, long? Oldest, long? End);
