using NewsBot.Core.Articles;
using NewsBot.Storage.Search;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage;

internal sealed class Archive(Database database) : IArchive
{
    private readonly ArticleSearch search = new(database.Words);

    public async Task<Article?> FindAsync(ArticleId id, CancellationToken stop) =>
        (await database.ReadAsync(session => ArticleTable.ReadAsync(session, [id.Value], stop), stop)).FirstOrDefault();

    public async Task<IReadOnlyList<Article>> LatestAsync(LatestQuery query, CancellationToken stop) =>
        await database.ReadAsync(session => ArticleTable.LatestAsync(session, query, stop), stop);

    public async Task<IReadOnlyList<Article>> WithinAsync(IEnumerable<Period> periods, int skip, int take, CancellationToken stop) =>
        await database.ReadAsync(session => ArticleTable.WithinAsync(session, periods, Math.Max(0, skip), Math.Max(0, take), stop), stop);

    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken stop) =>
        database.ReadAsync(session => search.FindAsync(session, query, DateTimeOffset.FromUnixTimeMilliseconds(database.Now), stop), stop);
}
