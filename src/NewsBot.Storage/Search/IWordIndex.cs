using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Search;

/// <summary>An engine's full-text index, by article number; a larger number is a newer article.</summary>
internal interface IWordIndex
{
    Task AddAsync(Session session, long number, IndexedText text, CancellationToken stop);

    Task RemoveAsync(Session session, long number, CancellationToken stop);

    Task<Matches> MatchAsync(Session session, SearchQuery query, CancellationToken stop);
}

/// <summary>What matched: everything when it is little, else the newest of it and the newest of it by title.</summary>
/// <param name="Weights">How much an article is about the words, higher is more; only for words rare enough to tell, so it may be empty.</param>
internal sealed record Matches(IReadOnlyCollection<long> Numbers, IReadOnlyDictionary<long, double> Weights)
{
    /// <summary>How many of the newest are looked at, and again as many by title: more than anyone pages through.</summary>
    public const int Most = 200;

    public static Matches Of(IReadOnlyCollection<long> numbers) => new(numbers, new Dictionary<long, double>());
}
