using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;
using Npgsql;

namespace NewsBot.Benchmarks.Storage;

/// <summary>
/// Leasing and settling, one settlement a transaction as the courier does it, beside the plain statements for the same: claim a hundred rows
/// of a table by `update … returning`, then mark each paid in its own transaction.
/// </summary>
internal static class OutboxFigures
{
    private const int Channels = 1_000;
    private const int Articles = 5;
    private const int Rounds = 3;
    private const int Lease = 100;

    public static async Task RunAsync(string? postgres)
    {
        Console.WriteLine($"{Channels * Articles:N0} debts to {Channels:N0} channels, leased {Lease} at a time and settled one by one; rows/s, median of {Rounds}");
        var file = Path.Combine(Path.GetTempPath(), $"newsbot-outbox-{Environment.ProcessId}.db");
        await ReportAsync("SQLite", () => new SqliteEngine(file), () => new SqliteConnection($"Data Source={file};Pooling=False"), "pragma synchronous = full");
        foreach (var left in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(file) + "*")) File.Delete(left);
        if (postgres is not null) await ReportAsync("PostgreSQL", () => new PostgresEngine(postgres), () => new NpgsqlConnection(postgres), "select 1");
    }

    private static async Task ReportAsync(string name, Func<IEngine> engine, Func<DbConnection> connection, string first)
    {
        var (ours, raw) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await OursAsync(engine(), round));
            raw.Add(await RawAsync(connection(), first));
        }
        var (median, plain) = (ours.Order().ElementAt(Rounds / 2), raw.Order().ElementAt(Rounds / 2));
        Console.WriteLine($"{name,-12} ours {median,8:N0}   plain statements {plain,8:N0}   ratio {median / plain:F2}");
    }

    private static async Task<double> OursAsync(IEngine engine, int round)
    {
        await using var database = new Database(engine, TimeProvider.System);
        await database.OpenAsync(CancellationToken.None);
        var texts = new ZipfArticles(round + 100);
        ChannelRef[] channels = [.. Enumerable.Range(0, Channels).Select(i => new ChannelRef("bench", $"{i}"))];
        await new HarvestStore(database, Microsoft.Extensions.Options.Options.Create(new NewsBot.Core.Delivery.CorrectionOptions())).StoreAsync("bench", [.. Enumerable.Range(0, Articles).Select(texts.Next)
            .Select(article => new Harvested(new Found.Item(article.Place, "1", new(article.Place, article.Content)), article, channels))], CancellationToken.None);
        var outbox = new OutboxTable(database);
        var (settled, began) = (0, Stopwatch.GetTimestamp());
        while (await outbox.LeaseAsync("bench", "bench", Lease, TimeSpan.FromMinutes(1), CancellationToken.None) is { Count: > 0 } debts)
            foreach (var debt in debts)
                settled += await outbox.SettleAsync("bench", debt, new Settlement.Paid("1", "x"), CancellationToken.None) ? 1 : 0;
        return settled / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<double> RawAsync(DbConnection connection, string first)
    {
        await using var open = connection;
        await open.OpenAsync();
        await RunAsync(open, first);
        await RunAsync(open, "drop table if exists plain");
        await RunAsync(open, "create table plain (number bigint primary key, channel text not null, claimed_at bigint, paid_at bigint)");
        await RunAsync(open, "create index plain_open on plain (number) where paid_at is null and claimed_at is null");
        await RunAsync(open, $"insert into plain (number, channel) with recursive n(i) as (select 1 union all select i + 1 from n where i < {Channels * Articles}) select i, 'bench:' || i from n");
        await using var claim = open.CreateCommand();
        claim.CommandText = $"update plain set claimed_at = 1 where number in (select number from plain where paid_at is null and claimed_at is null order by number limit {Lease}) returning number";
        await using var settle = open.CreateCommand();
        settle.CommandText = "update plain set paid_at = 2 where number = @number and paid_at is null";
        var number = settle.CreateParameter();
        number.ParameterName = "number";
        number.Value = 0L;
        settle.Parameters.Add(number);
        var (settled, began) = (0, Stopwatch.GetTimestamp());
        for (var taken = new List<long>(); ; taken.Clear())
        {
            await using (var reader = await claim.ExecuteReaderAsync())
                while (await reader.ReadAsync()) taken.Add(reader.GetInt64(0));
            if (taken.Count == 0) return settled / Stopwatch.GetElapsedTime(began).TotalSeconds;
            foreach (var one in taken)
            {
                number.Value = one;
                settled += await settle.ExecuteNonQueryAsync();
            }
        }
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
