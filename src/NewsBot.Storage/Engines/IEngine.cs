using NewsBot.Storage.Search;

namespace NewsBot.Storage.Engines;

/// <summary>A database engine: hands out sessions, and knows how its failures read.</summary>
internal interface IEngine : IAsyncDisposable
{
    Dialect Dialect { get; }

    string Title { get; }

    string? File { get; }

    IWordIndex Words { get; }

    /// <summary>Reaches the database for the first time, creating it when that is ours to do.</summary>
    Task ReachAsync(CancellationToken stop);

    Task<Session> ReadAsync(CancellationToken stop);

    /// <summary>A session inside a transaction, undone unless it is committed.</summary>
    Task<Session> WriteAsync(CancellationToken stop);
}
