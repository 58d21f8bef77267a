using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using NewsBot.Storage.Search;

namespace NewsBot.Storage.Engines;

/// <summary>SQLite: one writer at a time inside the process, and a few readers beside it (WAL lets them read meanwhile).</summary>
internal sealed class SqliteEngine(string path) : IEngine
{
    // Each connection may keep this much of the file in memory once it has read it, so it is bounded, and so is their number.
    private const int CacheKibibytes = 8192;
    private const int MaxReaders = 3;

    private readonly SemaphoreSlim writing = new(1);
    private readonly SemaphoreSlim reading = new(MaxReaders);
    private readonly ConcurrentBag<Session> idleReaders = [];
    private Session? writer;

    public Dialect Dialect => Dialect.Sqlite;

    public string Title => $"SQLite {path}";

    public string? File => path;

    public IWordIndex Words { get; } = new SqliteWords();

    public async Task ReachAsync(CancellationToken stop)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var session = await WriteAsync(stop);
            await session.CommitAsync();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The folder for the database {path} cannot be made: check Storage:Path and who may write there.", problem);
        }
    }

    public async Task<Session> ReadAsync(CancellationToken stop)
    {
        await reading.WaitAsync(stop);
        try
        {
            return idleReaders.TryTake(out var idle) ? idle : Connect("pragma query_only = 1", session =>
            {
                idleReaders.Add(session);
                reading.Release();
                return ValueTask.CompletedTask;
            });
        }
        catch
        {
            reading.Release();
            throw;
        }
    }

    public async Task<Session> WriteAsync(CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            writer ??= Connect("pragma journal_mode = wal", _ =>
            {
                writing.Release();
                return ValueTask.CompletedTask;
            });
            // Not deferred is `begin immediate`: a transaction that began by reading could not become a writer beside another process.
            writer.Begin(((SqliteConnection)writer.Connection).BeginTransaction(deferred: false));
            return writer;
        }
        catch (SqliteException problem)
        {
            writing.Release();
            throw Told(problem);
        }
        catch
        {
            writing.Release();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (idleReaders.TryTake(out var idle)) await idle.CloseAsync();
        if (writer is not null) await writer.CloseAsync();
        writer = null;
    }

    private Session Connect(string last, Func<Session, ValueTask> giveBack)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            // page_size only counts for a file that is still empty. FULL: what was acknowledged also survives a power cut.
            Run(connection, $"""
                pragma page_size = 16384;
                pragma busy_timeout = 10000;
                pragma foreign_keys = 1;
                pragma synchronous = full;
                pragma journal_size_limit = 67108864;
                pragma cache_size = -{CacheKibibytes};
                {last};
                """);
            return new(connection, Dialect, keepsCommands: true, giveBack);
        }
        catch (SqliteException problem)
        {
            connection.Dispose();
            throw Told(problem);
        }
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private StorageException Told(SqliteException problem) => new(problem.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => $"{path} is not an SQLite database: move it away, or name another file in Storage:Path.",
        SQLitePCL.raw.SQLITE_CORRUPT => $"The database {path} is damaged: put back a copy, or move it away to begin anew.",
        SQLitePCL.raw.SQLITE_READONLY => $"The database {path} may only be read: allow writing to the file and its folder.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"The database {path} is in use by another program: stop that one first.",
        SQLitePCL.raw.SQLITE_FULL => $"The disk that holds {path} is full.",
        _ => $"The database {path} cannot be opened: check Storage:Path and who may read and write there.",
    }, problem);
}
