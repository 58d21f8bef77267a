using System.Data.Common;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Search;

namespace NewsBot.Storage;

/// <summary>What the tables speak to.</summary>
internal sealed class Database(IEngine engine, TimeProvider time) : IDatabase, IAsyncDisposable
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isOpen;

    public string Title => engine.Title;

    public string? File => engine.File;

    public IWordIndex Words => engine.Words;

    /// <summary>Milliseconds since 1970 UTC.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public DateTimeOffset NowAt => DateTimeOffset.FromUnixTimeMilliseconds(Now);

    public async Task OpenAsync(CancellationToken stop)
    {
        await engine.ReachAsync(stop);
        await new Steps(engine, Now).RunAsync(stop);
        isOpen = true;
        await IndexBuild.BeginAsync(this, stop);
        opened.TrySetResult();
    }

    /// <summary>Waits until somebody has opened it.</summary>
    public Task OpenedAsync(CancellationToken stop) => opened.Task.WaitAsync(stop);

    public async Task<bool> AnswersAsync(CancellationToken stop)
    {
        try
        {
            return await ReadAsync(session => session.AnyAsync("select 1", [], stop), stop);
        }
        catch (Exception problem) when (problem is DbException or StorageException or InvalidOperationException)
        {
            return false;
        }
    }

    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken stop)
    {
        await using var session = await SessionAsync(engine.ReadAsync, stop);
        return await work(session);
    }

    /// <summary>Does the work in one transaction: when it throws, none of it has happened.</summary>
    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken stop)
    {
        await using var session = await SessionAsync(engine.WriteAsync, stop);
        var result = await work(session);
        await session.CommitAsync();
        return result;
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private Task<Session> SessionAsync(Func<CancellationToken, Task<Session>> kind, CancellationToken stop) =>
        isOpen ? kind(stop) : throw new InvalidOperationException("IDatabase.OpenAsync comes before everything else.");
}
