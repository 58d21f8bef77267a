using CsCheck;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Tests;

public sealed class SearchOnSqlite() : SearchTests(TestStore.SqliteAsync);

public sealed class SearchOnPostgres(PostgresServer server) : SearchTests(() => TestStore.PostgresAsync(server));

public abstract class SearchTests : StoreTests
{
    private protected SearchTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    [Fact]
    public async Task Title_weighs_more_than_deck_than_tags_than_body_whatever_the_age()
    {
        await Store.StoreAsync(
            Make.Article("Storm", "Wind.", minutes: 1),
            Make.Article("B", "Wind.", deck: "A storm comes.", minutes: 2),
            Make.Article("C", "Wind.", tags: ["storm"], minutes: 3),
            Make.Article("D", "Storm, storm, storm and storm again.", minutes: 4),
            Make.Article("E", "Sun.", minutes: 5));
        Assert.Equal(["Storm", "B", "C", "D"], await Store.FoundAsync("storm"));
    }

    [Fact]
    public async Task Among_equals_the_newest_comes_first()
    {
        await Store.StoreAsync([.. Enumerable.Range(0, 9).Select(i => Make.Article($"Storm {i}", "Wind and rain.", minutes: i * 7 % 9))]);
        var hits = (await Store.Archive.SearchAsync(SearchQuery.Parse("storm"), Stop)).Hits;
        Assert.Equal(hits.Select(hit => hit.Article.Published).OrderDescending(), hits.Select(hit => hit.Article.Published));
        Assert.Single(hits.Select(hit => hit.Score).Distinct());
    }

    [Fact]
    public async Task An_article_that_says_it_often_comes_before_one_that_says_it_in_passing()
    {
        const string Filler = "The council met again and spoke about schools and roads and about the price of bread in the town.";
        await Store.StoreAsync(
            Make.Article("A", "Dam after dam after dam: each dam was looked at.", minutes: 1),
            Make.Article("B", $"{Filler} {Filler} A dam was named. {Filler} {Filler}", minutes: 2),
            Make.Article("C", Filler), Make.Article("D", Filler + " More."), Make.Article("E", Filler + " And more."));
        Assert.Equal(["A", "B"], await Store.FoundAsync("dam"));
    }

    [Fact]
    public async Task Every_word_must_occur_but_not_in_the_same_field()
    {
        await Store.StoreAsync(Make.Article("Storm over Gomel", "Trees fell."), Make.Article("Storm over Minsk", "Nothing fell."));
        Assert.Equal(["Storm over Gomel"], await Store.FoundAsync("gomel trees STORM"));
        Assert.Empty(await Store.FoundAsync("gomel nothing"));
    }

    [Theory]
    [InlineData("\"power plant\"")]
    [InlineData("“Power  plant”")]
    [InlineData("«power plant»")]
    public async Task A_phrase_stands_together_and_in_order(string phrase)
    {
        await Store.StoreAsync(
            Make.Article("A", "The power plant stopped."),
            Make.Article("B", "A plant needs power."),
            Make.Article("Power", "Plant trees."),
            Make.Article("C", "Power.\nPlant."));
        Assert.Equal(["A", "C"], (await Store.FoundAsync(phrase)).Order());
    }

    [Fact]
    public async Task An_unwanted_word_or_phrase_must_not_occur()
    {
        await Store.StoreAsync(
            Make.Article("A", "Tea with milk."), Make.Article("B", "Tea with lemon."), Make.Article("Milk", "Tea."), Make.Article("D", "Tea, milk with nothing."));
        Assert.Equal(["B"], await Store.FoundAsync("tea -milk"));
        Assert.Equal(["B", "D", "Milk"], (await Store.FoundAsync("tea -\"with milk\"")).Order());
    }

    [Fact]
    public async Task Only_unwanted_words_find_nothing()
    {
        await Store.StoreAsync(Make.Article("A", "Tea."));
        Assert.Empty(await Store.FoundAsync("-milk"));
        Assert.Empty(await Store.FoundAsync(""));
        Assert.Empty(await Store.FoundAsync("* \" - ( )"));
    }

    [Theory]
    [InlineData("cafe", "Café culture")]
    [InlineData("CAFÉ", "Café culture")]
    [InlineData("гомель", "«Гомель» сьогодні")]
    [InlineData("Сьогодні", "«Гомель» сьогодні")]
    [InlineData("п'ять", "П’ять днів")]
    [InlineData("київ", "Київ і Львів")]
    [InlineData("елка", "Ёлка")]
    [InlineData("strasse", "Straße")]
    [InlineData("日本", "東京と日本")]
    public async Task Case_accents_and_apostrophes_do_not_matter(string asked, string title)
    {
        await Store.StoreAsync(
            Make.Article("Café culture"), Make.Article("«Гомель» сьогодні"), Make.Article("П’ять днів"), Make.Article("Київ і Львів"),
            Make.Article("Ёлка"), Make.Article("Straße"), Make.Article("東京と日本"));
        Assert.Equal([title], await Store.FoundAsync(asked));
    }

    [Fact]
    public async Task A_letter_is_not_its_neighbour()
    {
        await Store.StoreAsync(Make.Article("Кий"), Make.Article("Кии"));
        Assert.Equal(["Кий"], await Store.FoundAsync("кий"));
    }

    [Fact]
    public async Task A_word_so_common_that_not_all_can_be_ranked_still_finds_old_titles_and_the_newest()
    {
        var many = Enumerable.Range(0, 700).Select(i => Make.Article($"Story {i}", $"Rain number {i}.", minutes: i)).ToArray();
        await Store.StoreAsync([Make.Article("Rain at last", "Dry before.", minutes: -5_000), .. many]);
        var page = await Store.Archive.SearchAsync(SearchQuery.Parse("rain"), Stop);
        Assert.Equal(["Rain at last", "Story 699", "Story 698"], page.Hits.Take(3).Select(hit => hit.Article.Title));
        Assert.True(page.HasMore);
        Assert.Equal(10, page.Hits.Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        await Store.StoreAsync([.. Enumerable.Range(0, 25).Select(i => Make.Article($"Story {i}", "Rain.", minutes: i))]);
        var pages = new List<SearchPage>();
        for (var skip = 0; skip < 40; skip += 10) pages.Add(await Store.Archive.SearchAsync(SearchQuery.Parse("rain", skip), Stop));
        Assert.Equal([true, true, false, false], pages.Select(page => page.HasMore));
        Assert.Equal([10, 10, 5, 0], pages.Select(page => page.Hits.Count));
        Assert.Equal(25, pages.SelectMany(page => page.Hits).Select(hit => hit.Article.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_hit_shows_the_passage_with_the_words_marked()
    {
        await Store.StoreAsync(Make.Article("Story", "Nothing here.\nThe CAFÉ, of course, was closed.", topics: ["towns"]));
        var hit = Assert.Single((await Store.Archive.SearchAsync(SearchQuery.Parse("cafe closed"), Stop)).Hits);
        Assert.Equal("The [CAFÉ], of course, was [closed].", string.Concat(hit.Snippet.Pieces.Select(piece => piece.IsHit ? $"[{piece.Text}]" : piece.Text)));
        Assert.Equal(["towns"], hit.Article.Topics);
        Assert.True(hit.Score > 0 || hit.Article.Title == "Story");
    }

    public static TheoryData<string> WhatPeopleType =>
    [
        "\"", "\"\"", "\"\"\"", "'", "''", "a'b", "AND", "OR", "NOT", "a AND b", "a OR", "NEAR(a b, 5)", "*", "a*", "^a", "(", ")", "((((", "a:b", "title:storm",
        "{title} : a", "-", "--", "- a", "+a", "C++", "a-b", "a&b", "a|b", "!a", "a<->b", "a:*", "\\", "\\'", "a\\'b:A", "😀", "😀 storm", "\ud800", "storm\udc00", "\0", "st\0orm",
        "%", "_", ";", "'; drop table articles; --", "@query", "$1", "?", "\u0301", "ﷺ", "ǆ", "\u202e", "日本語",
    ];

    [Theory]
    [MemberData(nameof(WhatPeopleType))]
    public async Task Whatever_a_person_types_is_only_words(string text)
    {
        await Store.StoreAsync(Make.Article("Storm", "a b"));
        await Store.FoundAsync(text);
        await Store.FoundAsync($"-{text} storm");
        await Store.FoundAsync($"\"{text}\"");
    }

    [Fact]
    public async Task Ten_kilobytes_of_text_are_searched_like_any_other()
    {
        await Store.StoreAsync(Make.Article("Storm"));
        foreach (var text in new[] { "storm ", "(", "\"", "\"a\" -b ", "😀", "'", "x", "ﷺ", "ж" })
            await Store.FoundAsync(string.Concat(Enumerable.Repeat(text, 10_000 / text.Length)));
        Assert.Equal(["Storm"], await Store.FoundAsync(string.Concat(Enumerable.Repeat("storm ", 1_700))));
    }

    [Fact]
    public async Task No_text_whatsoever_makes_a_search_fail()
    {
        await Store.StoreAsync(Make.Article("Storm", "a b c"));
        var letters = Gen.OneOf(Gen.Char, Gen.Char["\"'-*():&|!<>\\ aAbB\0\ud83d\ude00"]);
        await Gen.String[letters, 0, 40].SampleAsync(async text => await Store.FoundAsync(text), iter: 300, threads: 2);
    }
}
