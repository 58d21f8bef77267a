using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Sources.Completing;
using NewsBot.Sources.Tests.Web;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Tests.Completing;

public sealed class FeedCompleterTests : IAsyncDisposable
{
    private const string Story = "The ferry of the lower town sails again after the council found the money for a new engine last week.";
    private static readonly WebSource Herald = new("herald", new("https://herald.example/feed"), WebSourceKind.Feed) { Settings = new(CompletesText: true) };

    private readonly Outing _outing = new();
    private readonly Dictionary<string, string> _pages = [];
    private readonly RawServer _site;
    private readonly FeedCompleter _completer;

    public FeedCompleterTests()
    {
        _site = RawServer.ByPath(path => _pages.TryGetValue(path, out var page) ? RawServer.Ok(page, "Content-Type: text/html; charset=utf-8\r\n") : "HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        _completer = new(_outing.Fetcher, _outing.Robots, new PageArticle(new(new LanguageGuesser()), _outing.Clock), _outing.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _outing.Dispose();
    }

    [Fact]
    public async Task A_teaser_gets_the_paragraphs_of_its_page_and_keeps_what_the_feed_knows_better()
    {
        Put("/1");
        var teaser = Item("/1", Story + " …");
        var whole = Assert.Single(await Complete(teaser)).Article;
        Assert.Equal(teaser.Article.Identity, whole.Identity);
        Assert.Equal("Ferry sails again", whole.Content.Title);
        Assert.Equal(teaser.Article.Content.Published, whole.Content.Published);
        Assert.Equal(8, whole.Content.Body.Count);
        Assert.StartsWith("The ferry of the lower town", whole.Content.Body[0], StringComparison.Ordinal);
        Assert.Equal("Ann Writer", whole.Content.Author);
        Assert.Null(whole.Content.Deck);
    }

    [Fact]
    public async Task A_teaser_of_its_own_words_becomes_the_deck()
    {
        Put("/1");
        var whole = Assert.Single(await Complete(Item("/1", "After the council found the money, the lower town has its ferry again."))).Article.Content;
        Assert.Equal("After the council found the money, the lower town has its ferry again.", whole.Deck);
        Assert.Equal(8, whole.Body.Count);
    }

    [Theory]
    [InlineData("The ferry of the lower town sails again after the council found the money…", null)]
    [InlineData("The ferry of the lower town sails again after the council found the money", null)]
    [InlineData("A council, an engine, and a town that has waited for its ferry.", "A council, an engine, and a town that has waited for its ferry.")]
    public async Task A_deck_that_only_begins_the_story_is_not_said_twice(string deck, string? expected)
    {
        Put("/1");
        var teaser = Item("/1", "");
        teaser = teaser with { Article = teaser.Article with { Content = teaser.Article.Content with { Deck = deck, Body = [] } } };
        var whole = Assert.Single(await Complete(teaser)).Article.Content;
        Assert.Equal((expected, 8), (whole.Deck, whole.Body.Count));
    }

    [Fact]
    public async Task A_whole_article_and_a_source_that_does_not_ask_for_it_cost_nothing()
    {
        Put("/1");
        await Complete(Item("/1", string.Join(' ', Enumerable.Repeat(Story, 8))));
        await _completer.CompleteAsync(Herald with { Settings = new() }, [Item("/1", Story)], FeedCompleter.ForPoll, Stop);
        await Complete(Item(null, Story));
        Assert.Empty(_site.Asked);
    }

    [Fact]
    public async Task A_page_that_robots_may_not_read_is_not_read()
    {
        Put("/1");
        _pages["/robots.txt"] = "User-agent: *\nDisallow: /";
        Assert.Equal([Story], Assert.Single(await Complete(Item("/1", Story))).Article.Content.Body);
        Assert.DoesNotContain(_site.Asked, request => request.StartsWith("GET /1 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wall_in_place_of_the_article_is_not_taken_for_it()
    {
        _pages["/1"] = Page("Before you continue", string.Concat(Enumerable.Repeat("<p>We and our partners store cookies on your device, and use them to measure how our advertising performs, as described in our policy.</p>", 9)));
        Assert.Equal([Story], Assert.Single(await Complete(Item("/1", Story))).Article.Content.Body);
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 50_000)]
    [InlineData("<table><tr><td>", 30_000)]
    [InlineData("<ul><li>", 30_000)]
    [InlineData("<p>a</p>", 24_000)]
    [InlineData("<b><p>", 500)]
    [InlineData("<a href='/x'>x</a> ", 24_000)]
    public async Task A_page_that_is_a_pit_of_elements_is_survived(string element, int depth)
    {
        _pages["/1"] = $"<!doctype html><title>Ferry sails again</title>{string.Concat(Enumerable.Repeat(element, depth))}{Story}";
        Assert.Equal([Story], Assert.Single(await Complete(Item("/1", Story))).Article.Content.Body);
    }

    [Fact]
    public async Task What_failed_is_tried_once_more_and_never_again()
    {
        var teaser = Item("/1", Story);
        Assert.Equal([Story], Assert.Single(await Complete(teaser)).Article.Content.Body);
        Assert.Empty(await Complete());
        Assert.Equal(1, Asked("/1"));
        _outing.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await Complete());
        Assert.Equal(2, Asked("/1"));
        _outing.Clock.Advance(TimeSpan.FromDays(1));
        Put("/1");
        Assert.Empty(await Complete());
        Assert.Equal(2, Asked("/1"));
    }

    [Fact]
    public async Task What_failed_first_and_comes_later_is_stored_then()
    {
        await Complete(Item("/1", Story));
        Put("/1");
        _outing.Clock.Advance(TimeSpan.FromHours(1));
        var later = Assert.Single(await Complete());
        Assert.Equal(("/1", 8), (later.Place, later.Article.Content.Body.Count));
        Assert.Empty(await Complete());
    }

    [Fact]
    public async Task Only_so_many_pages_are_read_at_once_and_the_others_with_the_next_poll()
    {
        var items = Enumerable.Range(1, 8).Select(i => Item($"/{i}", Story)).ToArray();
        foreach (var item in items) Put(item.Place);
        var first = await Complete(items);
        Assert.Equal(items.Select(item => item.Place), first.Select(item => item.Place));
        Assert.Equal(FeedCompleter.PerPoll, first.Count(item => item.Article.Content.Body.Count == 8));
        Assert.Equal(3, (await Complete()).Count);
        Assert.Empty(await Complete());
    }

    [Fact]
    public async Task A_newer_version_takes_the_place_of_one_that_waits()
    {
        await Complete(Item("/1", Story));
        Put("/1");
        _outing.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(8, Assert.Single(await Complete(Item("/1", Story + " Corrected."))).Article.Content.Body.Count);
        _outing.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await Complete());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<IReadOnlyList<Found.Item>> Complete(params Found.Item[] items) => _completer.CompleteAsync(Herald, items, FeedCompleter.ForPoll, Stop);

    private int Asked(string path) => _site.Asked.Count(request => request.StartsWith($"GET {path} ", StringComparison.Ordinal));

    private void Put(string path) => _pages[path] = Page("Ferry sails again", string.Concat(Enumerable.Range(1, 8).Select(i =>
        $"<p>{(i == 1 ? Story : $"Paragraph {i} tells more about the engine, the crew, the timetable, and the people of the lower town, who waited for it for years.")}</p>")));

    private static string Page(string title, string paragraphs) => $"""
        <!doctype html><html lang="en"><head><title>{title}</title><meta name="author" content="Ann Writer"></head>
        <body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>{paragraphs}</article><footer>Imprint</footer></body></html>
        """;

    private Found.Item Item(string? path, string text) => new(path ?? "none", "1", new($"id {path}", new ArticleContent
    {
        Title = "Ferry sails again",
        Published = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero),
        Link = path is null ? null : _site.Address(path).AbsoluteUri,
        Body = [text],
    }));
}
