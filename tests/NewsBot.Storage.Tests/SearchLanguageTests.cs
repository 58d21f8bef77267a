using NewsBot.Core.Articles;
using NewsBot.Storage.Search;

namespace NewsBot.Storage.Tests;

public sealed class SearchLanguageOnSqlite() : SearchLanguageTests(TestStore.SqliteAsync);

public sealed class SearchLanguageOnPostgres(PostgresServer server) : SearchLanguageTests(() => TestStore.PostgresAsync(server));

/// <summary>What people may ask beside words.</summary>
public abstract class SearchLanguageTests : StoreTests
{
    private protected SearchLanguageTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    private static readonly string[] Derived = ["article_words", "article_heads", "article_blocks", "archive_words"];

    [Theory]
    [InlineData("election", "Elections are near")]
    [InlineData("електростанція", "На електростанції пожежа")]
    [InlineData("вибори", "День виборів")]
    [InlineData("title:election", "Elections are near")]
    public async Task An_ending_does_not_matter(string asked, string title)
    {
        await Store.StoreAsync(Make.Article("Elections are near"), Make.Article("На електростанції пожежа"), Make.Article("День виборів"), Make.Article("Rain", "Wind."));
        Assert.Equal([title], await Store.FoundAsync(asked));
        Assert.Empty(await Store.FoundAsync($"\"{asked.Split(':')[^1]}\""));
    }

    [Fact]
    public async Task The_very_word_comes_before_its_other_forms()
    {
        await Store.StoreAsync(Make.Article("A", "The ship sank."), Make.Article("B", "The ships sank.", minutes: 5), Make.Article("C", "The shipping sank.", minutes: 9));
        Assert.Equal("A", (await Store.FoundAsync("ship"))[0]);
        Assert.Equal("B", (await Store.FoundAsync("ships"))[0]);
    }

    [Fact]
    public async Task A_beginning_with_a_star_finds_what_goes_on()
    {
        await Store.StoreAsync(Make.Article("A", "Electricity is back."), Make.Article("B", "The electorate votes."), Make.Article("C", "An eel."), Make.Article("D", "A power plant.", deck: "Power plans."));
        Assert.Equal(["A", "B"], (await Store.FoundAsync("elect*")).Order());
        Assert.Equal(["D"], await Store.FoundAsync("\"power pl*\""));
        Assert.Equal(["A"], (await Store.Archive.SearchAsync(SearchQuery.Parse("electri", isTyping: true), Stop)).Hits.Select(hit => hit.Article.Title));
    }

    [Fact]
    public async Task Either_of_two_is_enough_with_or()
    {
        await Store.StoreAsync(Make.Article("A", "Storm in Minsk."), Make.Article("B", "Flood in Minsk."), Make.Article("C", "Fire in Minsk."), Make.Article("D", "Storm in Gomel."));
        Assert.Equal(["A", "B"], (await Store.FoundAsync("minsk storm OR flood")).Order());
        Assert.Equal(["C"], await Store.FoundAsync("minsk -(storm OR flood)"));
        Assert.Equal(["A", "C"], (await Store.FoundAsync("(storm minsk) OR fire")).Order());
    }

    [Fact]
    public async Task Fields_narrow_what_is_found()
    {
        var jane = Make.Article("A", "Rain.", minutes: 1, topics: ["weather"]);
        await Store.StoreAsync(
            jane with { Content = jane.Content with { Author = "Jane Doe", Language = "en" } },
            Make.Article("B", "Rain.", minutes: 2) with { Source = "Other Paper" },
            Make.Article("Rain", "Sun.", minutes: 3),
            Make.Article("D", "Rain.", minutes: -100_000));
        Assert.Equal(["A"], await Store.FoundAsync("rain author:doe"));
        Assert.Equal(["A"], await Store.FoundAsync("lang:en rain"));
        Assert.Equal(["B"], await Store.FoundAsync("rain source:\"other paper\""));
        Assert.Equal(["A", "D", "Rain"], (await Store.FoundAsync("rain -source:\"other paper\"")).Order());
        Assert.Equal(["A"], await Store.FoundAsync("rain topic:weather"));
        Assert.Equal(["A"], await Store.FoundAsync("topic:weather"));
        Assert.DoesNotContain("A", await Store.FoundAsync("rain -topic:weather"));
        Assert.Equal(["Rain"], await Store.FoundAsync("title:rain"));
        Assert.Equal(["Rain", "B", "A"], await Store.FoundAsync("rain since:2024-09-08 sort:date"));
        Assert.Equal(["D"], await Store.FoundAsync("rain before:2024-09-01"));
        Assert.Equal(["Rain", "B", "A"], await Store.FoundAsync("since:2024-09-08"));
    }

    [Fact]
    public async Task A_slip_of_the_finger_is_thought_of()
    {
        await Store.StoreAsync(Make.Article("Belarus votes", "Polling stations opened in Gomel."), Make.Article("Вибори", "У Гомелі відкрилися дільниці."));
        Assert.Equal("belarus", await MeantAsync("blearus"));
        Assert.Equal("\"polling\" -rain", await MeantAsync("\"poling\" -rain"));
        Assert.Equal("stations", await MeantAsync("statoins"));
        Assert.Equal("дільниці", await MeantAsync("дилниці"));
        Assert.Null(await MeantAsync("belarus"));
        Assert.Null(await MeantAsync("qqqqqqqq"));
    }

    [Fact]
    public async Task A_sentence_finds_what_has_most_of_its_words()
    {
        await Store.StoreAsync(Make.Article("A", "The ferry to the island runs again after the storm."), Make.Article("B", "A storm came."), Make.Article("C", "Nothing."));
        var page = await Store.Archive.SearchAsync(SearchQuery.Parse("when does the ferry run after this storm"), Stop);
        Assert.True(page.IsLoose);
        Assert.Equal(["A", "B"], page.Hits.Select(hit => hit.Article.Title));
        Assert.Empty(await Store.FoundAsync("ferry island nowhere"));
    }

    [Fact]
    public async Task A_question_with_a_complaint_finds_nothing()
    {
        await Store.StoreAsync(Make.Article("Storm"));
        Assert.Empty(await Store.FoundAsync("storm since:soon"));
    }

    [Fact]
    public async Task An_index_that_is_written_anew_finds_the_same()
    {
        await Store.StoreAsync([.. Enumerable.Range(0, 450).Select(i => Make.Article($"Storm {i}", "Floods came.", minutes: i * 100))]);
        var before = await Store.FoundAsync("flood storm");
        await ForgetAsync();
        Assert.Empty(await Store.FoundAsync("flood storm"));
        Assert.Equal(450, (await Store.Archive.SearchAsync(SearchQuery.Parse("storm"), Stop)).Unindexed);
        await IndexBuild.BeginAsync(Store.Database, Stop);
        Assert.Equal(before, await Store.FoundAsync("flood storm"));
        Assert.Equal(0, (await Store.Archive.SearchAsync(SearchQuery.Parse("storm"), Stop)).Unindexed);
    }

    private async Task<string?> MeantAsync(string text) => (await Store.Archive.SearchAsync(SearchQuery.Parse(text), Stop)).DidYouMean;

    // What the step that brings a new index does to the old one.
    private Task<int> ForgetAsync() => Store.Database.WriteAsync(async session =>
    {
        foreach (var table in Derived) await session.RunAsync($"delete from {table}", [], Stop);
        return await session.RunAsync("insert into index_builds (number, remaining) select max(number), count(*) from articles", [], Stop);
    }, Stop);
}
