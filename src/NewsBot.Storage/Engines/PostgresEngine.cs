using System.Net.Sockets;
using NewsBot.Storage.Search;
using Npgsql;

namespace NewsBot.Storage.Engines;

/// <summary>PostgreSQL, which several bots may share. The connection pool is Npgsql's own.</summary>
internal sealed class PostgresEngine : IEngine
{
    private const int OldestServer = 15;

    private readonly NpgsqlDataSource source;

    public PostgresEngine(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { PersistSecurityInfo = false, IncludeErrorDetail = false };
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 64;
        Title = $"PostgreSQL {settings.Database ?? settings.Username} at {settings.Host}";
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ToString());
        builder.EnableTransportSecurity();
        source = builder.Build();
    }

    public Dialect Dialect => Dialect.Postgres;

    public string Title { get; }

    public string? File => null;

    public IWordIndex Words { get; } = new PostgresWords();

    public async Task ReachAsync(CancellationToken stop)
    {
        await using var connection = await ConnectAsync(stop);
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new StorageException($"{Title} is version {connection.PostgreSqlVersion}; NewsBot needs {OldestServer} or newer.");
    }

    public async Task<Session> ReadAsync(CancellationToken stop) => SessionOn(await ConnectAsync(stop));

    public async Task<Session> WriteAsync(CancellationToken stop)
    {
        var session = SessionOn(await ConnectAsync(stop));
        session.Begin(await session.Connection.BeginTransactionAsync(stop));
        return session;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private Session SessionOn(NpgsqlConnection connection) => new(connection, Dialect, keepsCommands: false, static session => session.CloseAsync());

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken stop)
    {
        try
        {
            return await source.OpenConnectionAsync(stop);
        }
        catch (PostgresException problem)
        {
            throw new StorageException($"{Title} refuses us ({problem.MessageText}): check Storage:ConnectionString.", problem);
        }
        catch (Exception problem) when (problem is NpgsqlException or SocketException or TimeoutException)
        {
            throw new StorageException($"{Title} cannot be reached: check that it runs, and Storage:ConnectionString.", problem);
        }
    }
}
