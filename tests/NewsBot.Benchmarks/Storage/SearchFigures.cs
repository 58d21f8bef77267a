using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Storage;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Search;

namespace NewsBot.Benchmarks.Storage;

/// <summary>
/// Search over many generated articles, class by class, beside the plain FTS5 statement for the same question. It times single queries
/// itself: BenchmarkDotNet averages, and what matters here is the slowest of a hundred different ones.
/// </summary>
internal static class SearchFigures
{
    private const int Queries = 200;
    private const int RawQueries = 20;
    private const int Batch = 500;

    /// <param name="folder">Where the SQLite file is kept, to be used again; a run that was stopped while storing goes on.</param>
    public static async Task RunAsync(int count, string? postgres, string? folder)
    {
        await using var database = await OpenAsync(count, postgres, folder);
        var archive = new Archive(database);
        Console.WriteLine($"{count:N0} articles, {Queries} queries a class, first page of 10 with snippets; milliseconds");
        Console.WriteLine($"{"class",-22}{"ours: p50",10}{"p99",9}{"max",9}   {"CPU: p50",10}{"p99",9}{"max",9}{"hits",7}   {"bm25: p50",10}{"p99",9}{"max",9}   {"newest: p50",10}{"p99",9}{"max",9}");
        // The first queries of a process run code that is not compiled well yet.
        var first = new ZipfArticles(seed: 3);
        for (var i = 0; i < Queries; i++) await archive.SearchAsync(SearchQuery.Parse(first.Words(2)), CancellationToken.None);
        foreach (var (name, make) in Classes())
        {
            var texts = new ZipfArticles(seed: 7);
            var queries = Enumerable.Range(0, Queries).Select(_ => SearchQuery.Parse(make(texts))).ToArray();
            var hits = 0;
            var (ours, work) = (new List<double>(), new List<double>());
            foreach (var query in queries)
            {
                var (began, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                var page = await archive.SearchAsync(query, CancellationToken.None);
                ours.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                work.Add((Environment.CpuUsage.TotalTime - worked).TotalMilliseconds);
                hits += page.Hits.Count;
            }
            Console.Write($"{name,-22}{Spread(ours)}   {Spread(work)}{hits / (double)ours.Count,7:F1}");
            Console.WriteLine(database.File is { } file ? Raw(file, queries) : "");
        }
        Console.WriteLine($"resident {Process.GetCurrentProcess().WorkingSet64 / 1024 / 1024} MB");
    }

    private static IEnumerable<(string Name, Func<ZipfArticles, string> Make)> Classes() =>
    [
        ("rare word", z => ZipfArticles.Word(z.Between(20_000, 100_000))),
        ("mid word", z => ZipfArticles.Word(z.Between(500, 3_000))),
        ("common word", z => ZipfArticles.Word(z.Between(20, 100))),
        ("most common word", z => ZipfArticles.Word(z.Between(1, 5))),
        ("mid and mid", z => $"{ZipfArticles.Word(z.Between(500, 3_000))} {ZipfArticles.Word(z.Between(500, 3_000))}"),
        ("common and common", z => $"{ZipfArticles.Word(z.Between(20, 100))} {ZipfArticles.Word(z.Between(20, 100))}"),
        ("rare and common", z => $"{ZipfArticles.Word(z.Between(10_000, 50_000))} {ZipfArticles.Word(z.Between(1, 20))}"),
        ("four common", z => string.Join(' ', Enumerable.Range(0, 4).Select(_ => ZipfArticles.Word(z.Between(100, 400))))),
        ("phrase as it occurs", z => $"\"{z.Words(2)}\""),
        ("phrase of common", z => $"\"{ZipfArticles.Word(z.Between(1, 40))} {ZipfArticles.Word(z.Between(1, 40))}\""),
        ("phrase of mid", z => $"\"{ZipfArticles.Word(z.Between(100, 1_000))} {ZipfArticles.Word(z.Between(100, 1_000))}\""),
        ("phrase of three", z => $"\"{ZipfArticles.Word(z.Between(1, 40))} {ZipfArticles.Word(z.Between(1, 40))} {ZipfArticles.Word(z.Between(1, 40))}\""),
        ("prefix of 3", z => $"{ZipfArticles.Word(z.Between(8_000, 100_000))[..3]}*"),
        ("prefix of 4", z => $"{ZipfArticles.Word(z.Between(160_000, 200_000))[..4]}*"),
        ("prefix and common", z => $"{ZipfArticles.Word(z.Between(8_000, 100_000))[..3]}* {ZipfArticles.Word(z.Between(20, 100))}"),
        ("common or common", z => $"{ZipfArticles.Word(z.Between(20, 100))} OR {ZipfArticles.Word(z.Between(20, 100))}"),
        ("mid since a year", z => $"{ZipfArticles.Word(z.Between(500, 3_000))} since:2021-01-01 before:2022-01-01"),
        ("mid -common", z => $"{ZipfArticles.Word(z.Between(500, 3_000))} -{ZipfArticles.Word(z.Between(20, 100))}"),
        ("common -most common", z => $"{ZipfArticles.Word(z.Between(20, 100))} -{ZipfArticles.Word(z.Between(1, 5))}"),
        ("no such word", z => $"q{ZipfArticles.Word(z.Between(1, 100_000))} {ZipfArticles.Word(z.Between(1, 100))}"),
    ];

    private static string Raw(string file, SearchQuery[] queries)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return $"   {Timed(connection, queries[..RawQueries], "order by bm25(article_words)")}   {Timed(connection, queries, "order by rowid desc")}";
    }

    private static string Timed(SqliteConnection connection, SearchQuery[] queries, string order)
    {
        var times = new List<double>();
        using var command = connection.CreateCommand();
        command.CommandText = $"select rowid from article_words where article_words match @query {order} limit 10";
        foreach (var query in queries)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("query", FtsExpression.Of(new AllOf(query.Wanted)) + FtsExpression.Without(query.Unwanted));
            var began = Stopwatch.GetTimestamp();
            using var reader = command.ExecuteReader();
            while (reader.Read()) { }
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return Spread(times);
    }

    private static string Spread(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return $"{sorted[sorted.Length / 2],10:F2}{sorted[sorted.Length * 99 / 100],9:F2}{sorted[^1],9:F2}";
    }

    private static async Task<Database> OpenAsync(int count, string? postgres, string? folder)
    {
        IEngine engine = postgres is null
            ? new SqliteEngine(Path.Combine(folder ?? Path.GetTempPath(), $"newsbot-search-{count}.db"))
            : new PostgresEngine(postgres);
        var database = new Database(engine, TimeProvider.System);
        await database.OpenAsync(CancellationToken.None);
        var kept = await database.ReadAsync(session => session.NumberAsync("select count(*) from articles", [], CancellationToken.None), CancellationToken.None);
        if (kept >= count) return database;
        var texts = new ZipfArticles(seed: 1);
        var store = new HarvestStore(database, Microsoft.Extensions.Options.Options.Create(new NewsBot.Core.Delivery.CorrectionOptions()));
        var began = Stopwatch.GetTimestamp();
        // The same seed makes the same articles, so those that are there already are made and passed over.
        for (var from = 0; from < count; from += Batch)
        {
            if (from + Batch <= kept)
            {
                for (var i = from; i < from + Batch; i++) texts.Next(i);
                continue;
            }
            Harvested[] batch = [.. Enumerable.Range(from, Math.Min(Batch, count - from)).Select(texts.Next)
                .Select(article => new Harvested(new Found.Item(article.Place, "1", new(article.Place, article.Content)), article, []))];
            await store.StoreAsync("bench", batch, CancellationToken.None);
        }
        Console.WriteLine($"stored in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s, {(count - kept) / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} articles/s");
        return database;
    }
}
