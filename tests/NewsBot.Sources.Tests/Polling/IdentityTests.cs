using System.Globalization;

namespace NewsBot.Sources.Tests.Polling;

/// <summary>Feeds as bad as they come: each article is news once.</summary>
public sealed class IdentityTests : IAsyncLifetime
{
    private PollingHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await PollingHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private DateTimeOffset Now => _house.Clock.GetUtcNow();

    [Fact]
    public async Task The_first_reading_keeps_everything_and_posts_nothing()
    {
        await ReadAsync(0, Item("b", 2), Item("a", 3));
        Assert.Equal(["b", "a"], await _house.TitlesAsync());
    }

    [Fact]
    public async Task What_is_new_is_posted_once()
    {
        await ReadAsync(0, Item("a", 3));
        await ReadAsync(1, Item("b", 1), Item("a", 3));
        await ReadAsync(0, Item("b", 1), Item("a", 3));
    }

    [Fact]
    public async Task A_changed_guid_alone_is_no_new_article()
    {
        await ReadAsync(0, Item("b", 2), Item("a", 3));
        await ReadAsync(0, Item("b", 2, guid: "x"), Item("a", 3, guid: "y"));
        await ReadAsync(1, Item("c", 1), Item("b", 2, guid: "xx"), Item("a", 3, guid: "yy"));
        Assert.Equal(3, (await _house.TitlesAsync()).Length);
    }

    [Fact]
    public async Task A_changed_date_alone_is_no_new_article()
    {
        await ReadAsync(0, Item("b", 2), Item("a", 3));
        await ReadAsync(0, Item("b", 0.1), Item("a", 0.1));
        await ReadAsync(0, Item("b", 0.1, guid: "x"), Item("a", 0.1, guid: "y"));
    }

    [Fact]
    public async Task A_changed_title_and_text_change_the_article_in_place()
    {
        await ReadAsync(0, Item("a", 3, text: "Before."));
        var taken = await ReadAsync(0, Item("a", 3, text: "After.", title: "New headline"));
        Assert.Equal(1, taken.Report.Changed);
        Assert.Equal(["New headline"], await _house.TitlesAsync());
    }

    [Fact]
    public async Task A_changed_link_is_no_new_article_where_the_guid_stays()
    {
        await ReadAsync(0, Item("b", 2), Item("a", 3));
        await ReadAsync(0, Item("b", 2, link: "https://news.example/new-slug", title: "New title"), Item("a", 3, link: "https://news.example/other"));
    }

    [Fact]
    public async Task Links_that_rotate_are_no_new_articles_even_without_guids()
    {
        await ReadAsync(0, Item("b", 2, guid: "", link: "https://news.example/go/1"), Item("a", 3, guid: "", link: "https://news.example/go/2"));
        await ReadAsync(0, Item("b", 2, guid: "", link: "https://news.example/go/3"), Item("a", 3, guid: "", link: "https://news.example/go/4"));
        await ReadAsync(1, Item("c", 1, guid: "", link: "https://news.example/go/5"), Item("b", 2, guid: "", link: "https://news.example/go/6"), Item("a", 3, guid: "", link: "https://news.example/go/7"));
    }

    [Fact]
    public async Task Guids_that_number_the_places_are_seen_through()
    {
        await ReadAsync(0, Item("c", 1, guid: "1"), Item("b", 2, guid: "2"), Item("a", 3, guid: "3"));
        await ReadAsync(1, Item("d", 0.5, guid: "1"), Item("c", 1, guid: "2"), Item("b", 2, guid: "3"));
        await ReadAsync(2, Item("f", 0.2, guid: "1"), Item("e", 0.3, guid: "2"), Item("d", 0.5, guid: "3"));
        Assert.Equal(["f", "e", "d", "c", "b", "a"], await _house.TitlesAsync());
    }

    [Fact]
    public async Task A_guid_that_never_changes_hides_no_article()
    {
        await ReadAsync(0, Item("a", 3, guid: "latest"));
        await ReadAsync(1, Item("b", 1, guid: "latest"));
        await ReadAsync(1, Item("c", 0.5, guid: "latest"));
        Assert.Equal(["c", "b", "a"], await _house.TitlesAsync());
    }

    [Fact]
    public async Task Links_that_all_lead_to_the_same_page_tell_nothing()
    {
        await ReadAsync(0, Item("a", 3, link: "https://news.example/"));
        await ReadAsync(2, Item("c", 1, link: "https://news.example/"), Item("b", 2, link: "https://news.example/"), Item("a", 3, link: "https://news.example/"));
        await ReadAsync(0, Item("c", 1, link: "https://news.example/"), Item("b", 2, link: "https://news.example/"));
        Assert.Equal(["c", "b", "a"], await _house.TitlesAsync());
    }

    [Fact]
    public async Task A_page_that_is_written_anew_each_day_is_a_new_article_each_day()
    {
        await ReadAsync(0, Item("monday", 30, link: "https://news.example/weather"), Item("other", 40));
        await ReadAsync(1, Item("tuesday", 6, link: "https://news.example/weather"), Item("other", 40));
        Assert.Contains("monday", await _house.TitlesAsync());
    }

    [Fact]
    public async Task Without_guid_and_link_the_title_and_date_tell()
    {
        await ReadAsync(0, Bare("Briefing", 30, "One."));
        await ReadAsync(0, Bare("Briefing", 30, "One, corrected."));
        await ReadAsync(1, Bare("Briefing", 6, "Two."), Bare("Briefing", 30, "One, corrected."));
        await ReadAsync(0, Bare("Briefing", 6, "Two."));
    }

    [Fact]
    public async Task A_move_to_another_domain_is_followed()
    {
        await ReadAsync(0, Item("c", 1), Item("b", 2), Item("a", 3));
        await ReadAsync(0, Moved("c", 1, "C, edited"), Moved("b", 2), Moved("a", 3));
        await ReadAsync(1, Moved("d", 0.5), Moved("c", 1, "C, edited"), Moved("b", 2));
        Assert.Equal(4, (await _house.TitlesAsync()).Length);
        Assert.All(await _house.ArticlesAsync(), article => Assert.StartsWith("https://new.example/", article.Content.Link));
    }

    [Fact]
    public async Task A_feed_that_shrinks_and_grows_again_posts_nothing_twice()
    {
        string[] all = [.. Enumerable.Range(1, 8).Select(hours => Item($"item {hours}", hours))];
        await ReadAsync(0, all);
        await ReadAsync(0, all[..2]);
        await ReadAsync(0);
        await ReadAsync(0, all);
    }

    [Fact]
    public async Task A_feed_that_was_cut_at_its_first_reading_brings_up_no_old_news()
    {
        string[] all = [.. Enumerable.Range(1, 8).Select(hours => Item($"item {hours}", hours))];
        await ReadAsync(0, all[..3]);
        await ReadAsync(0, all);
        await ReadAsync(1, [Item("news", 0.2), .. all]);
        Assert.Equal(9, (await _house.TitlesAsync()).Length);
    }

    [Fact]
    public async Task An_item_that_disappears_brings_no_older_one_back()
    {
        await ReadAsync(0, Item("d", 1), Item("c", 2), Item("b", 30));
        await ReadAsync(0, Item("d", 1), Item("b", 30), Item("a", 31));
    }

    [Fact]
    public async Task The_same_holds_without_dates()
    {
        await ReadAsync(0, Undated("d"), Undated("c"), Undated("b"));
        await ReadAsync(0, Undated("d"), Undated("b"), Undated("a"));
        await ReadAsync(1, Undated("e"), Undated("d"), Undated("b"));
    }

    [Fact]
    public async Task An_undated_feed_may_put_its_newest_last()
    {
        await ReadAsync(0, Undated("a"), Undated("b"), Undated("c"));
        await ReadAsync(1, Undated("b"), Undated("c"), Undated("d"));
    }

    [Fact]
    public async Task An_undated_article_keeps_the_time_at_which_it_was_first_seen()
    {
        await ReadAsync(0, Undated("a"));
        _house.Clock.Advance(TimeSpan.FromHours(5));
        await ReadAsync(0, Undated("a", "Another text."));
        Assert.Equal(Now - TimeSpan.FromHours(5), Assert.Single(await _house.ArticlesAsync()).Published);
    }

    [Fact]
    public async Task An_empty_feed_that_fills_up_posts_what_is_new()
    {
        await ReadAsync(0);
        await ReadAsync(1, Item("a", 0.1), Item("old", 40));
    }

    [Fact]
    public async Task Old_news_is_kept_and_not_posted()
    {
        await ReadAsync(0, Item("a", 100));
        _house.Clock.Advance(TimeSpan.FromDays(10));
        await ReadAsync(1, Item("fresh", 47), Item("stale", 49));
        Assert.Equal(["fresh", "stale", "a"], await _house.TitlesAsync());
    }

    [Fact]
    public async Task Of_a_burst_all_is_owed_and_none_of_it_again()
    {
        await ReadAsync(0, Item("a", 20));
        string[] burst = [.. Enumerable.Range(1, 15).Select(hour => Item($"b{hour}", hour))];
        await ReadAsync(15, burst);
        Assert.Equal(16, (await _house.TitlesAsync()).Length);
        Assert.Equal(15, await _house.OwedAsync());
        await ReadAsync(0, [.. Enumerable.Range(1, 15).Select(hour => Item($"b{hour}", hour, guid: $"changed {hour}"))]);
        await ReadAsync(0, [.. Enumerable.Range(1, 15).Select(hour => Item($"b{hour}", hour / 20.0, guid: $"changed {hour}"))]);
        _house = await _house.RestartedAsync();
        Assert.Equal(15, await _house.OwedAsync());
    }

    [Fact]
    public async Task After_a_crash_before_the_memory_was_kept_nothing_is_posted_twice_and_nothing_lost()
    {
        await ReadAsync(0, Item("a", 3));
        var house = _house;
        var before = await house.ReadAsync(Feed([Item("a", 3)]));
        await ReadAsync(1, Item("b", 1), Item("a", 3));
        house.Remember(before.Memory);
        await ReadAsync(0, Item("b", 1), Item("a", 3));
        Assert.Equal(["b", "a"], await house.TitlesAsync());
        Assert.Equal(1, await house.OwedAsync());
    }

    [Fact]
    public async Task What_another_source_has_told_stays_as_that_one_told_it()
    {
        await ReadAsync(0, Item("a", 3, text: "The newsroom's own words."));
        var copy = PollingHouse.Example with { Key = "aggregator", Address = new("https://planet.example/feed") };
        await _house.ReadAsync(Feed([Item("x", 5)]), copy);
        await _house.ReadAsync(Feed([Item("a", 3, text: "Words put into its mouth."), Item("x", 5)]), copy);
        await _house.ReadAsync(Feed([Item("a", 3, text: "And others."), Item("x", 5)]), copy);
        var article = Assert.Single(await _house.ArticlesAsync(), article => article.Title == "a");
        Assert.Equal(("example", "The newsroom's own words."), (article.Source, article.Content.Deck));
    }

    [Fact]
    public async Task Entries_that_stand_twice_in_a_feed_are_one()
    {
        await ReadAsync(0, Item("x", 9));
        await ReadAsync(1, Item("a", 3), Item("a", 3), Item("x", 9));
    }

    [Fact]
    public async Task Twins_that_stand_side_by_side_are_two()
    {
        await ReadAsync(0, Item("x", 9));
        await ReadAsync(2, Item("a", 3, title: "Photo of the day", text: "One."), Item("b", 3, title: "Photo of the day", text: "Two."));
        await ReadAsync(0, Item("b", 3, title: "Photo of the day", text: "Two."), Item("a", 3, title: "Photo of the day", text: "One."));
    }

    [Fact]
    public async Task Memory_does_not_grow_without_end_and_what_it_forgot_is_not_news()
    {
        await ReadAsync(0, Item("first", 1));
        for (var day = 0; day < 60; day++)
        {
            _house.Clock.Advance(TimeSpan.FromDays(1));
            await _house.ReadAsync(Feed([.. Enumerable.Range(1, 5).Select(item => Item($"day {day} item {item}", item))]));
        }
        var taken = await _house.ReadAsync(Feed([Item("first", 1 + (60 * 24))]));
        Assert.InRange(taken.Memory.Items.Count, 100, 160);
        Assert.Equal(0, taken.Report.Owed);
    }

    [Fact]
    public async Task The_sources_settings_reach_its_articles()
    {
        var source = PollingHouse.Example with { Settings = new(Topics: ["culture"], Language: "be", ShowsImages: false) };
        await _house.ReadAsync(Feed([Item("a", 1, more: "<media:thumbnail url=\"https://news.example/a.jpg\"/>")]), source);
        var article = Assert.Single(await _house.ArticlesAsync());
        Assert.Equal(("be", null), (article.Content.Language, article.Content.Image));
        Assert.Contains("culture", article.Content.Topics);
    }

    /// <param name="news">How many are to be posted.</param>
    private async Task<NewsBot.Sources.Polling.Taken> ReadAsync(int news, params string[] items)
    {
        var taken = await _house.ReadAsync(Feed(items));
        Assert.Equal(news, taken.Report.Owed);
        return taken;
    }

    private static string Feed(string[] items) =>
        $"<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>News</title><link>https://news.example/</link>{string.Concat(items)}</channel></rss>";

    private string Item(string name, double hoursAgo, string? guid = null, string? link = null, string? title = null, string? text = null, string more = "") => $"""
        <item><title>{title ?? name}</title><link>{link ?? $"https://news.example/{name.Replace(' ', '-')}"}</link>
        {(guid is "" ? "" : $"<guid isPermaLink=\"false\">{guid ?? $"guid {name}"}</guid>")}
        <pubDate>{Date(hoursAgo)}</pubDate><description>{text ?? $"What {name} says."}</description>{more}</item>
        """;

    private string Moved(string name, double hoursAgo, string? title = null) =>
        Item(name, hoursAgo, $"https://new.example/{name}", $"https://new.example/{name}", title);

    private string Bare(string title, double hoursAgo, string text) =>
        $"<item><title>{title}</title><pubDate>{Date(hoursAgo)}</pubDate><description>{text}</description></item>";

    private static string Undated(string name, string? text = null) =>
        $"<item><title>{name}</title><link>https://news.example/{name}</link><description>{text ?? $"What {name} says."}</description></item>";

    private string Date(double hoursAgo) => Now.AddHours(-hoursAgo).ToString("r", CultureInfo.InvariantCulture);
}
