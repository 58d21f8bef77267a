using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using NewsBot.Storage.Engines;
using Npgsql;

[assembly: AssemblyFixture(typeof(NewsBot.Storage.Tests.PostgresServer))]

namespace NewsBot.Storage.Tests;

/// <summary>
/// A PostgreSQL of our own in a temporary folder, started for the first test that asks and stopped after the last. It listens on a
/// socket in that folder only. With NEWSBOT_TEST_POSTGRES set to a connection string, that server is used instead.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly SemaphoreSlim starting = new(1);
    private readonly ConcurrentBag<PostgresEngine> idle = [];
    private readonly ConcurrentBag<string> made = [];
    private DirectoryInfo? folder;
    private Process? server;
    private string? connection;
    private string? absent;

    /// <summary>A connection string to a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var admin = await ConnectionAsync();
        var name = $"newsbot_{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
        await RunAsync(admin, $"create database {name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
        made.Add(name);
        return new NpgsqlConnectionStringBuilder(admin) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    /// <summary>A database with our tables, all empty. Making one takes longer than emptying one, so they go round.</summary>
    internal async Task<PostgresEngine> EmptyEngineAsync() => idle.TryTake(out var engine) ? engine : new(await NewDatabaseAsync());

    internal async ValueTask GiveBackAsync(PostgresEngine engine)
    {
        await using (var session = await engine.WriteAsync(CancellationToken.None))
        {
            var tables = await session.ListAsync("select tablename from pg_tables where schemaname = 'public' and tablename <> 'steps'", [],
                static row => row.GetString(0), CancellationToken.None);
            await session.RunAsync($"truncate {string.Join(", ", tables)} restart identity", [], CancellationToken.None);
            await session.CommitAsync();
        }
        idle.Add(engine);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in idle) await engine.DisposeAsync();
        if (connection is not null)
            foreach (var name in made) await RunAsync(connection, $"drop database if exists {name} with (force)");
        if (server is { HasExited: false })
        {
            // SIGINT is PostgreSQL's fast shutdown. The process that we started may be runuser, so the server's own number is asked for.
            var number = (await File.ReadAllLinesAsync(Path.Combine(folder!.FullName, "data", "postmaster.pid")))[0];
            await RunAsync("kill", "-INT", number);
            await server.WaitForExitAsync();
        }
        server?.Dispose();
        folder?.Delete(recursive: true);
    }

    private async Task<string> ConnectionAsync()
    {
        await starting.WaitAsync();
        try
        {
            connection ??= Environment.GetEnvironmentVariable("NEWSBOT_TEST_POSTGRES");
            if (connection is null && absent is null) await StartAsync();
        }
        finally
        {
            starting.Release();
        }
        if (connection is not null) return connection;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(absent!);
        Assert.Skip(absent!);
        throw new UnreachableException();
    }

    private async Task StartAsync()
    {
        if (Binaries() is not { } binaries)
        {
            absent = "No PostgreSQL here: install the package postgresql, or set NEWSBOT_TEST_POSTGRES to a connection string.";
            return;
        }
        folder = Directory.CreateTempSubdirectory("newsbot-pg-");
        var data = Path.Combine(folder.FullName, "data");
        // PostgreSQL refuses to run as root.
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", folder.FullName);
        await RunAsync([.. AsUser, Path.Combine(binaries, "initdb"), "-D", data, "-U", "newsbot", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"]);
        server = Start([.. AsUser, Path.Combine(binaries, "postgres"), "-D", data, "-k", folder.FullName, "-h", "", "-F",
            "-c", "max_connections=200", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "shared_buffers=64MB"]);
        connection = $"Host={folder.FullName};Username=newsbot;Database=postgres;Include Error Detail=true";
        await AnsweringAsync();
    }

    private async Task AnsweringAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await RunAsync(connection!, "select 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 200 && !server!.HasExited)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }

    private static string[] AsUser => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];

    private static string? Binaries() =>
        (Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .OrderByDescending(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(path => Path.Combine(path, "bin"))
            : [])
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        .FirstOrDefault(path => File.Exists(Path.Combine(path, "initdb")) && File.Exists(Path.Combine(path, "postgres")));

    private static Process Start(string[] words)
    {
        var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        // Nobody reads the server's log, but a full pipe would stop it.
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task RunAsync(params string[] words)
    {
        using var process = Start(words);
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{words[0]} ended with {process.ExitCode}: {complaint}");
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }
}
