using System.Data.Common;

namespace NewsBot.Storage.Engines;

/// <summary>One connection in one hand. Everything that reaches the database passes through these few methods.</summary>
internal sealed class Session(DbConnection connection, Dialect dialect, bool keepsCommands, Func<Session, ValueTask> giveBack) : IAsyncDisposable
{
    // SQLite compiles a statement anew for each command object; Npgsql has its own memory for that (Max Auto Prepare).
    private readonly Dictionary<string, DbCommand> kept = [];
    private DbTransaction? transaction;

    public Dialect Dialect => dialect;

    public DbConnection Connection => connection;

    public void Begin(DbTransaction begun) => transaction = begun;

    public async Task CommitAsync()
    {
        // Once the work is done, a shutdown must not leave the caller in doubt about it.
        await transaction!.CommitAsync(CancellationToken.None);
        await EndAsync();
    }

    /// <summary>Runs a statement and counts the rows that it touched.</summary>
    public async Task<int> RunAsync(string sql, Values values, CancellationToken stop)
    {
        var command = Command(sql, values);
        await using var _ = Owned(command);
        return await command.ExecuteNonQueryAsync(stop);
    }

    public async Task<List<T>> ListAsync<T>(string sql, Values values, Func<DbDataReader, T> read, CancellationToken stop)
    {
        var command = Command(sql, values);
        await using var _ = Owned(command);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<T>();
        while (await reader.ReadAsync(stop)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first row, or the type's default when there is none.</summary>
    public async Task<T?> FirstAsync<T>(string sql, Values values, Func<DbDataReader, T> read, CancellationToken stop)
    {
        var command = Command(sql, values);
        await using var _ = Owned(command);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? read(reader) : default;
    }

    /// <summary>The number in the first column of the first row, or null.</summary>
    public Task<long?> NumberAsync(string sql, Values values, CancellationToken stop) =>
        FirstAsync(sql, values, static row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), stop);

    /// <summary>True when there is a row.</summary>
    public Task<bool> AnyAsync(string sql, Values values, CancellationToken stop) => FirstAsync(sql, values, static _ => true, stop);

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await giveBack(this);
    }

    /// <summary>Closes the connection for good.</summary>
    public async ValueTask CloseAsync()
    {
        foreach (var command in kept.Values) await command.DisposeAsync();
        kept.Clear();
        await connection.DisposeAsync();
    }

    // A transaction that was not committed is undone by being disposed.
    private async ValueTask EndAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        transaction = null;
    }

    private DbCommand Command(string sql, Values values)
    {
        if (!kept.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            if (keepsCommands) kept.Add(sql, command);
        }
        command.Transaction = transaction;
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value is string text ? PlainText.Of(text) : value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private DbCommand? Owned(DbCommand command) => keepsCommands ? null : command;
}
