using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Search;

/// <summary>
/// Fills a new index from the articles, the newest first, a little at a time: search answers meanwhile from what is in it. It goes on where it
/// stopped after a restart, and on PostgreSQL several bots take turns.
/// </summary>
internal sealed partial class IndexBuild(Database database, ILogger<IndexBuild> log) : BackgroundService
{
    // Articles in a transaction: others want to write too.
    private const int Batch = 200;

    // Articles that opening waits for: what most people have is then whole at once.
    private const int AtOpening = 1_000;

    private const int BatchesBetweenWords = 50;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>Articles that are not in the index yet.</summary>
    public static async Task<long> LeftAsync(Session session, CancellationToken stop) =>
        await session.NumberAsync("select remaining from index_builds", [], stop) ?? 0;

    public static async Task BeginAsync(Database database, CancellationToken stop)
    {
        for (var done = 0; done < AtOpening; done += Batch)
            if (await NextAsync(database, stop) is null) return;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.OpenedAsync(stoppingToken);
        for (var batches = 0; !stoppingToken.IsCancellationRequested; batches++)
        {
            try
            {
                if (await NextAsync(database, stoppingToken) is not { } left) return;
                if (batches % BatchesBetweenWords == 0) SayLeft(left);
                if (left == 0) SayDone();
                await Task.Delay(Breath, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                SayFailed(failure.Message);
                await Task.Delay(AfterFailure, stoppingToken);
            }
        }
    }

    /// <returns>How many articles are left, or null when there was nothing to do.</returns>
    private static Task<long?> NextAsync(Database database, CancellationToken stop) => database.WriteAsync<long?>(async session =>
    {
        await session.HoldAsync(Turn.Harvest, stop);
        if (await session.NumberAsync("select number from index_builds", [], stop) is not { } from) return null;
        var articles = await ArticleTable.UpToAsync(session, from, Batch, stop);
        var kept = new List<KeptArticle>();
        foreach (var (number, article) in articles.OrderBy(pair => pair.Number))
        {
            if (article.WithdrawnAt is not null || await HeadTable.HasAsync(session, number, stop)) continue;
            kept.Add(KeptArticle.Of(article));
            await HeadTable.AddAsync(session, number, kept[^1], stop);
            await database.Words.AddAsync(session, number, kept[^1].Words, stop);
        }
        await WordTable.AddAsync(session, kept.Select(article => article.Words), stop);
        if (articles.Count < Batch)
        {
            await session.RunAsync("delete from index_builds", [], stop);
            return 0;
        }
        await session.RunAsync("update index_builds set number = @number, remaining = case when remaining > @done then remaining - @done else 0 end",
            [("number", articles[^1].Number - 1), ("done", (long)articles.Count)], stop);
        return await LeftAsync(session, stop);
    }, stop);

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index is being written anew: {Left} older articles are not found until they are in it.")]
    private partial void SayLeft(long left);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be written further and is in a moment: {Why}")]
    private partial void SayFailed(string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index holds all articles.")]
    private partial void SayDone();
}
