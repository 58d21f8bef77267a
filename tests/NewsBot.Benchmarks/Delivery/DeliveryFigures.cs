using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Benchmarks.Storage;
using NewsBot.Core;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Sources;
using NewsBot.Storage;
using Npgsql;

namespace NewsBot.Benchmarks.Delivery;

/// <summary>
/// How long it takes until an article is owed to 10,000 channels, beside the engine's own `insert … select` of as many rows; what the courier itself
/// costs for each message; and what it weighs while very many debts wait.
/// </summary>
internal static class DeliveryFigures
{
    private const int Channels = 10_000;
    private const int Rounds = 5;
    private const int WarmUp = 5_000;
    private const int Paid = 10_000;

    public static async Task RunAsync(int waiting, string? postgres)
    {
        await ReportAsync("SQLite", null, waiting);
        if (postgres is not null) await ReportAsync("PostgreSQL", postgres, waiting);
    }

    private static async Task ReportAsync(string name, string? postgres, int waiting)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-delivery-");
        var platform = new InstantPlatform();
        using (var host = Host(folder.FullName, postgres, platform))
        {
            var services = host.Services;
            await services.GetRequiredService<IDatabase>().OpenAsync(CancellationToken.None);
            await OweAsync(name, services, folder, postgres);
            await FillAsync(services, waiting);
            await PayAsync(name, services, platform);
        }
        folder.Delete(recursive: true);
    }

    // The first round makes the channels and is not counted.
    private static async Task OweAsync(string name, IServiceProvider services, DirectoryInfo folder, string? postgres)
    {
        var (ours, raw) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var batch = Batch(round, 1);
            var began = Stopwatch.GetTimestamp();
            await services.GetRequiredService<IHarvestStore>().StoreAsync("bench", batch, CancellationToken.None);
            if (round > 0) ours.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            await using DbConnection connection = postgres is null ? new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "raw.db")};Pooling=False") : new NpgsqlConnection(postgres);
            if (round > 0) raw.Add(await RawAsync(connection, round));
        }
        var (median, plain) = (ours.Order().ElementAt(Rounds / 2), raw.Order().ElementAt(Rounds / 2));
        Console.WriteLine($"{name,-12} article found → last of {Channels:N0} debts written: {median * 1000:N0} ms, {Channels / median:N0} rows/s; insert … select {Channels / plain:N0} rows/s; ratio {plain / median:F2} (median of {Rounds})");
    }

    private static async Task<double> RawAsync(DbConnection connection, int round)
    {
        await connection.OpenAsync();
        if (connection is SqliteConnection) await RunAsync(connection, "pragma journal_mode = wal; pragma synchronous = full");
        if (round == 1) await RunAsync(connection, "drop table if exists plain_lanes");
        if (round == 1) await RunAsync(connection, "drop table if exists plain_debts");
        await RunAsync(connection, "create table if not exists plain_lanes (channel text primary key)");
        await RunAsync(connection, "create table if not exists plain_debts (subject text not null, channel text not null, owed_at bigint not null, unique (subject, channel))");
        await RunAsync(connection, $"insert into plain_lanes with recursive n(i) as (select 0 union all select i + 1 from n where i < {Channels - 1}) select 'bench:' || i from n where true on conflict do nothing");
        var began = Stopwatch.GetTimestamp();
        await RunAsync(connection, $"insert into plain_debts select 'article{round}', channel, 1 from plain_lanes");
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task FillAsync(IServiceProvider services, int waiting)
    {
        for (var round = 100; round < 100 + waiting / Channels; round += 5) await services.GetRequiredService<IHarvestStore>().StoreAsync("bench", Batch(round, 5), CancellationToken.None);
    }

    private static async Task PayAsync(string name, IServiceProvider services, InstantPlatform platform)
    {
        var state = await services.GetRequiredService<IOutbox>().StateAsync(CancellationToken.None);
        var before = Weight();
        using var courier = ActivatorUtilities.CreateInstance<Courier>(services);
        var (warm, done) = (platform.ReachedAsync(WarmUp), platform.ReachedAsync(WarmUp + Paid));
        await courier.StartAsync(CancellationToken.None);
        // The first posts are compiled code's making rather than its running.
        await warm;
        var (cpu, began) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await done;
        var (spent, took) = (Environment.CpuUsage.TotalTime - cpu, Stopwatch.GetElapsedTime(began));
        await courier.StopAsync(CancellationToken.None);
        var after = Weight();
        Console.WriteLine($"{name,-12} {state.Owed:N0} debts wait: {spent.TotalMicroseconds / Paid:N0} µs CPU a message, {Paid / took.TotalSeconds:N0} messages/s; managed heap {before.Heap:F1} → {after.Heap:F1} MB, resident {before.Resident:N0} → {after.Resident:N0} MB");
    }

    private static (double Heap, double Resident) Weight()
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        return (heap, Environment.WorkingSet / 1e6);
    }

    private static Harvested[] Batch(int round, int count)
    {
        var texts = new ZipfArticles(round + 1_000);
        ChannelRef[] channels = [.. Enumerable.Range(0, Channels).Select(i => new ChannelRef("bench", $"{i}"))];
        return [.. Enumerable.Range(round * 10, count).Select(texts.Next).Select(article => new Harvested(new Found.Item(article.Place, "1", new(article.Place, article.Content)), article, channels))];
    }

    private static IHost Host(string folder, string? postgres, IPlatform platform)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = "bench.db",
            ["Storage:ConnectionString"] = postgres ?? "",
            // One by one, however many wait: that is what is measured.
            ["Delivery:MostInTenMinutes"] = "0",
            ["Delivery:MostFromSource"] = "0",
        });
        builder.Services.AddSingleton(platform).AddCore(builder.Configuration).AddStorage(builder.Configuration).AddSources(builder.Configuration);
        return builder.Build();
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
