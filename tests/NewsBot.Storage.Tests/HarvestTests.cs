using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Tests;

public sealed class HarvestOnSqlite() : HarvestTests(TestStore.SqliteAsync);

public sealed class HarvestOnPostgres(PostgresServer server) : HarvestTests(() => TestStore.PostgresAsync(server));

public abstract class HarvestTests : StoreTests
{
    private static readonly ChannelRef Front = new("local", "front-page");
    private static readonly ChannelRef Belarus = new("local", "belarus");

    private protected HarvestTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    [Fact]
    public async Task Short_articles_of_one_title_are_told_apart_by_their_deck_or_by_their_place()
    {
        Assert.Equal(1, (await Store.StoreAsync(Make.Article("Briefing", deck: "One.", place: "a"))).New);
        Assert.Equal(1, (await Store.StoreAsync(Make.Article("Briefing", deck: "Two.", place: "b"))).New);
        Assert.Equal(1, (await Store.StoreAsync(Make.Article("Briefing", deck: "Two.", place: "c"))).Same);
        Assert.Equal(2, (await Store.StoreAsync(Make.Article("Briefing", place: "d"), Make.Article("Briefing", place: "e"))).New);
    }

    [Fact]
    public async Task Batches_of_many_sources_at_once_are_each_kept_and_counted_for_themselves()
    {
        var reports = await Task.WhenAll(Enumerable.Range(0, 100).Select(source => Task.Run(() => Store.Harvest.StoreAsync($"s{source}",
            [.. Enumerable.Range(0, 1 + (source % 3)).Select(at => Of($"s{source}", Make.Article($"Story {at} of {source}", $"What is said in {source} and {at}.")))], Stop))));
        Assert.Equal(Enumerable.Range(0, 100).Select(source => 1 + (source % 3)), reports.Select(report => report.New));
        Assert.Equal(reports.Sum(report => report.New), (await Store.Archive.LatestAsync(new(Take: 1000), Stop)).Count);
        Assert.Equal(reports.Sum(report => report.Owed), await Store.Outbox.OwedAsync(Front, Stop));
        var known = await Store.Harvest.SourcesAsync([ArticleId.Of("Story 0 of 7"), ArticleId.Of("Story 0 of 8"), ArticleId.Of("nothing")], Stop);
        Assert.Equal(["s7", "s8"], known.Values.Order());
    }

    [Fact]
    public async Task What_one_source_brings_does_not_fail_the_others_that_are_stored_with_it()
    {
        var good = Enumerable.Range(0, 20).Select(source => Task.Run(() => Store.Harvest.StoreAsync($"s{source}", [Of($"s{source}", Make.Article($"Story {source}", $"Said in {source}."))], Stop))).ToArray();
        // A source that has no name cannot be stored.
        var bad = Enumerable.Range(0, 5).Select(at => Task.Run(() => Store.Harvest.StoreAsync(null!, [Of("x", Make.Article($"Bad {at}", "Said."))], Stop))).ToArray();
        Assert.All(await Task.WhenAll(good), report => Assert.Equal(1, report.New));
        foreach (var task in bad) await Assert.ThrowsAnyAsync<Exception>(() => task);
        Assert.Equal(20, (await Store.Archive.LatestAsync(new(Take: 1000), Stop)).Count);
    }

    private static Harvested Of(string source, Article article) =>
        new(new Found.Item(article.Place, "1", new(article.Place, article.Content)), article with { Source = source }, [Front]);

    [Fact]
    public async Task A_new_article_is_kept_whole_and_owed_to_its_channels()
    {
        var article = Rich();
        var report = await Store.StoreForAsync([Front, Belarus], article);
        Assert.Equal(new StoreReport(1, 0, 0, 2, 0), report);
        AssertSame(article, await Store.Archive.FindAsync(article.Id, Stop));
        Assert.Equal(1, await Store.Outbox.OwedAsync(Front, Stop));
        Assert.Equal([Belarus, Front], (await Store.Outbox.LeaseAsync("a", "local", 10, TimeSpan.FromMinutes(1), Stop)).Select(debt => debt.Channel));
    }

    [Fact]
    public async Task The_same_batch_again_changes_nothing_and_owes_nothing()
    {
        await Store.StoreForAsync([Front], Rich());
        Assert.Equal(new StoreReport(0, 0, 1, 0, 0), await Store.StoreForAsync([Front, Belarus], Rich()));
        Assert.Equal(0, await Store.Outbox.OwedAsync(Belarus, Stop));
    }

    [Fact]
    public async Task A_changed_article_is_changed_in_place_indexed_anew_and_owed_to_nobody()
    {
        await Store.StoreForAsync([Front], Make.Article("Bridge opens", "The old ferry stops.", place: "bridge.txt", topics: ["roads"]));
        var changed = Make.Article("Bridge stays closed", "The ferry goes on.", place: "bridge.txt", topics: ["water"], minutes: 500);
        Assert.Equal(new StoreReport(0, 1, 0, 0, 0), await Store.StoreForAsync([Front, Belarus], changed));
        AssertSame(changed, await Store.Archive.FindAsync(changed.Id, Stop));
        Assert.Empty(await Store.FoundAsync("opens"));
        Assert.Equal(["Bridge stays closed"], await Store.FoundAsync("closed"));
        Assert.Equal(["Bridge stays closed"], await Store.FoundAsync("ferry"));
        Assert.Empty(await Store.Archive.LatestAsync(new("roads"), Stop));
        Assert.Single(await Store.Archive.LatestAsync(new("water"), Stop));
        Assert.Equal((1, 0), (await Store.Outbox.OwedAsync(Front, Stop), await Store.Outbox.OwedAsync(Belarus, Stop)));
    }

    [Fact]
    public async Task An_article_that_changes_within_one_batch_is_kept_as_it_was_last()
    {
        var first = Make.Article("Draft", "Not yet.", place: "a.txt");
        var last = Make.Article("Final", "Now.", place: "a.txt");
        Assert.Equal(new StoreReport(1, 1, 0, 1, 0), await Store.StoreForAsync([Front], first, last));
        Assert.Empty(await Store.FoundAsync("draft"));
        Assert.Equal(["Final"], await Store.FoundAsync("final"));
    }

    [Fact]
    public async Task Identical_text_under_two_names_is_one_article()
    {
        await Store.StoreForAsync([Front], Make.Article("Harvest begins", "Wheat first.\nThen barley.", place: "a.txt"));
        var twin = Make.Article("HARVEST begins!", "Wheat first. Then barley.", place: "copy of a.txt");
        Assert.Equal(new StoreReport(0, 0, 1, 0, 0), await Store.StoreForAsync([Front], twin));
        Assert.Null(await Store.Archive.FindAsync(twin.Id, Stop));
        Assert.Equal("1", (await Store.Harvest.BookmarksAsync("test", Stop))["copy of a.txt"]);
        Assert.Equal(1, await Store.Outbox.OwedAsync(Front, Stop));
    }

    [Fact]
    public async Task Bookmarks_belong_to_their_source_and_a_place_without_a_mark_loses_its_own()
    {
        await StoreAsync("one", new Found.Problem("a", "first", "Broken."), new Found.Problem("b", "first", "Broken."));
        await StoreAsync("two", new Found.Problem("a", "other", "Broken."));
        await StoreAsync("one", new Found.Problem("a", "second", "Broken."), new Found.Problem("b", null, "Broken."));
        Assert.Equal([new("a", "second")], await Store.Harvest.BookmarksAsync("one", Stop));
        Assert.Equal([new("a", "other")], await Store.Harvest.BookmarksAsync("two", Stop));
        Assert.Empty(await Store.Harvest.BookmarksAsync("three", Stop));
    }

    [Fact]
    public async Task A_problem_is_replaced_by_a_later_one_and_goes_when_the_place_reads_well()
    {
        Assert.Equal(2, (await StoreAsync("test", new Found.Problem("a.txt", "1", "Empty."), new Found.Problem("b.txt", "1", "Empty."))).Problems);
        Store.Clock.Advance(TimeSpan.FromMinutes(1));
        await StoreAsync("test", new Found.Problem("a.txt", "2", "Too large: 50 MB."));
        Assert.Equal(
            [new("test", "a.txt", "Too large: 50 MB.", Make.Noon.AddMinutes(1)), new("test", "b.txt", "Empty.", Make.Noon)],
            await Store.Harvest.ProblemsAsync(10, Stop));
        Assert.Single(await Store.Harvest.ProblemsAsync(1, Stop));
        await Store.StoreAsync(Make.Article("Good now", place: "a.txt"));
        Assert.Equal("b.txt", Assert.Single(await Store.Harvest.ProblemsAsync(10, Stop)).Place);
    }

    [Fact]
    public async Task A_failure_midway_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Store.Harvest.StoreAsync("test", Breaking(), Stop));
        Assert.Null(await Store.Archive.FindAsync(Make.Article("Good").Id, Stop));
        Assert.Empty(await Store.Archive.LatestAsync(new(), Stop));
        Assert.Empty(await Store.FoundAsync("good"));
        Assert.Empty(await Store.Harvest.BookmarksAsync("test", Stop));
        Assert.Null(await Store.Outbox.NextDueAsync("local", Stop));
        Assert.Empty(await Store.Subscriptions.AllAsync(Stop));
        Assert.Equal(1, (await Store.StoreForAsync([Front], Make.Article("Good"))).New);

        static List<Harvested> Breaking()
        {
            var good = Make.Article("Good", "With a body.", topics: ["t"]);
            var bad = Make.Article("Bad") with { Topics = new ThrowingList() };
            return
            [
                new(new Found.Item("good", "1", new("good", good.Content)), good, [Front]),
                new(new Found.Item("bad", "1", new("bad", bad.Content)), bad, [Front]),
            ];
        }
    }

    [Fact]
    public async Task More_articles_than_a_minute_holds_numbers_still_each_get_one()
    {
        var articles = Enumerable.Range(0, 1_100).Select(i => Make.Article($"Story {i}")).ToArray();
        Assert.Equal(1_100, (await Store.StoreAsync(articles)).New);
        var numbers = await Store.Database.ReadAsync(session => session.ListAsync(
            "select number from articles order by number", [], static row => row.GetInt64(0), Stop), Stop);
        Assert.Equal(1_100, numbers.Distinct().Count());
        Assert.True(ArticleNumber.IsOf(numbers[0], Make.Noon));
        Assert.Equal(1_099, numbers[^1] - numbers[0]);
    }

    [Fact]
    public async Task A_body_of_five_megabytes_is_kept_and_found()
    {
        var body = string.Join(' ', Enumerable.Range(0, 600_000).Select(i => $"word{i % 50_000}")) + " ending";
        var article = Make.Article("A long one", body);
        await Store.StoreAsync(article);
        Assert.Equal(body, (await Store.Archive.FindAsync(article.Id, Stop))!.Content.Body[0]);
        Assert.Equal(["A long one"], await Store.FoundAsync("word77 \"long one\""));
    }

    [Fact]
    public async Task One_line_of_five_megabytes_without_a_space_is_kept()
    {
        var article = Make.Article("A long word", new string('ж', 2_500_000));
        await Store.StoreAsync(article);
        Assert.Equal(2_500_000, (await Store.Archive.FindAsync(article.Id, Stop))!.Content.Body[0].Length);
        Assert.Equal(["A long word"], await Store.FoundAsync(new string('Ж', 400)));
    }

    [Fact]
    public async Task Characters_that_an_engine_refuses_are_left_out()
    {
        var article = Make.Article("Nul\0in \ud800it", "Half \udc00 a pair\0", deck: "\0", tags: ["t\0ag"], topics: ["top"], place: "a\0b", summary: "x\0y");
        await Store.StoreAsync(article);
        var kept = (await Store.Archive.FindAsync(article.Id, Stop))!;
        Assert.Equal("Nulin \ufffdit", kept.Title);
        Assert.Equal("ab", kept.Place);
        Assert.Equal("xy", kept.Summary);
        Assert.Equal(new StoreReport(0, 0, 1, 0, 0), await Store.StoreAsync(article));
    }

    [Fact]
    public async Task Ten_thousand_followers_are_owed_at_once()
    {
        var followers = Enumerable.Range(0, 10_000).Select(i => new ChannelRef("local", $"room-{i}")).ToArray();
        Assert.Equal(10_000, (await Store.StoreForAsync(followers, Make.Article("For all"))).Owed);
        Assert.Equal(10_000, (await Store.Outbox.StateAsync(Stop)).Owed);
        Assert.Equal(100, (await Store.Outbox.LeaseAsync("a", "local", 100, TimeSpan.FromMinutes(1), Stop)).Select(debt => debt.Channel).Distinct().Count());
    }

    private static Article Rich() => new(ArticleId.Of("https://example.org/x"), "folder", "2024/x.txt", new()
    {
        Title = "Café “Гомель”",
        Deck = "A deck.",
        Link = "https://example.org/x",
        Published = new(2024, 9, 8, 4, 0, 0, TimeSpan.FromHours(3)),
        PublishedIsGuess = true,
        Updated = new(2024, 9, 9, 4, 0, 0, TimeSpan.Zero),
        Author = "A. Writer",
        Image = "images/x.png",
        ImageDescription = "A street",
        Language = "en",
        Tags = ["one", "two words"],
        Topics = ["named"],
        Body = ["First – with “quotes”.", "Second 😀."],
        Appeal = new(["Please help."], "Become a patron", "https://example.org/help"),
    }, "First – with “quotes”.")
    {
        Topics = ["belarus", "named"],
    };

    private static void AssertSame(Article expected, Article? actual)
    {
        Assert.NotNull(actual);
        Assert.Equivalent(expected, actual, strict: true);
    }

    private Task<StoreReport> StoreAsync(string source, params Found[] found) =>
        Store.Harvest.StoreAsync(source, [.. found.Select(one => new Harvested(one, null, []))], Stop);

    /// <summary>Breaks when it is enumerated, which the store does in the middle of its transaction.</summary>
    private sealed class ThrowingList : IReadOnlyList<string>
    {
        public int Count => 1;

        public string this[int index] => throw new InvalidDataException();

        public IEnumerator<string> GetEnumerator() => throw new InvalidDataException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
