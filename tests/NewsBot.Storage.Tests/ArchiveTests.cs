using NewsBot.Core.Articles;

namespace NewsBot.Storage.Tests;

public sealed class ArchiveOnSqlite() : ArchiveTests(TestStore.SqliteAsync);

public sealed class ArchiveOnPostgres(PostgresServer server) : ArchiveTests(() => TestStore.PostgresAsync(server));

public abstract class ArchiveTests : StoreTests
{
    private protected ArchiveTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    [Fact]
    public async Task An_unknown_id_is_null() => Assert.Null(await Store.Archive.FindAsync(ArticleId.Of("nothing"), Stop));

    [Fact]
    public async Task The_latest_come_newest_first_and_pages_never_overlap()
    {
        var articles = Enumerable.Range(0, 30).Select(i => Make.Article($"Story {i}", minutes: i / 10)).ToArray();
        await Store.StoreAsync(articles);
        var pages = new List<Article>();
        for (var skip = 0; skip < 30; skip += 7) pages.AddRange(await Store.Archive.LatestAsync(new(null, skip, 7), Stop));
        var expected = articles.OrderByDescending(article => article.Published).ThenBy(article => article.Id.Value, StringComparer.Ordinal);
        Assert.Equal(expected.Select(article => article.Id), pages.Select(article => article.Id));
        Assert.Empty(await Store.Archive.LatestAsync(new(null, 30, 7), Stop));
    }

    [Fact]
    public async Task The_latest_of_a_topic_are_only_its_own_and_name_all_their_topics()
    {
        await Store.StoreAsync(
            Make.Article("Both", minutes: 1, topics: ["war", "belarus"]),
            Make.Article("War only", minutes: 2, topics: ["war"]),
            Make.Article("Neither", minutes: 3));
        Assert.Equal(["War only", "Both"], (await Store.Archive.LatestAsync(new("war"), Stop)).Select(article => article.Title));
        Assert.Equal(["belarus", "war"], Assert.Single(await Store.Archive.LatestAsync(new("belarus"), Stop)).Topics);
        Assert.Empty(await Store.Archive.LatestAsync(new("no\0such'topic"), Stop));
    }
}
