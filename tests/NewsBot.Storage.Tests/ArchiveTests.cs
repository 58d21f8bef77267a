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
    public async Task Periods_are_answered_in_their_order_and_pages_never_overlap()
    {
        var articles = Enumerable.Range(0, 40).Select(i => Make.Article($"Story {i}", minutes: i)).ToArray();
        await Store.StoreAsync(articles);
        Period[] periods = [Of(30, 33), Of(100, 200), Of(5, 9), Of(20, 20)];
        var pages = new List<string>();
        for (var skip = 0; skip < 9; skip += 2) pages.AddRange((await Store.Archive.WithinAsync(periods, skip, 2, Stop)).Select(article => article.Title));
        Assert.Equal(["Story 32", "Story 31", "Story 30", "Story 8", "Story 7", "Story 6", "Story 5"], pages);
        Assert.Empty(await Store.Archive.WithinAsync([], 0, 5, Stop));
        Assert.Empty(await Store.Archive.WithinAsync(periods, -3, -1, Stop));

        static Period Of(int from, int end) => new(Make.Noon.AddMinutes(from), Make.Noon.AddMinutes(end));
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
