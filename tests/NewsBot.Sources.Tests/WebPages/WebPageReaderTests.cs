using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Sources.Pages;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Tests.WebPages;

/// <summary>Pages as sites make them, in small.</summary>
public sealed class WebPageReaderTests
{
    private const string Body = """
        <p>The ferry to the island sailed again this morning after four days of storm, with two hundred people aboard and the post of a week.</p>
        <p>“We had begun to ration the flour,” said the baker, who was the first to walk down the gangway with a cart of empty crates.</p>
        <p>The harbour office expects calm water until Sunday. It asks travellers to come early, since the lower deck stays closed for repairs.</p>
        """;

    private static readonly Uri Address = new("https://herald.example/2026/11/ferry-sails-again");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_page_that_says_all_of_itself_to_programs_is_believed()
    {
        var story = Story($$"""
            <html lang="en-GB"><head><title>Ferry sails again | The Herald</title><meta property="og:site_name" content="The Herald"><link rel="canonical" href="/2026/11/ferry-sails-again">
            <meta property="og:image" content="/i/ferry.jpg"><meta property="og:image:alt" content="The ferry at the pier"><meta property="og:description" content="After four days the island has its boat back, and its post.">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ferry sails again","datePublished":"2026-11-22T23:30:00-05:00","dateModified":"2026-11-23T08:00:00Z",
            "author":[{"@type":"Person","name":"Olena Bird"},{"@id":"#2"}],"keywords":["island","ferry"]},{"@type":"Person","@id":"#2","name":"Tom Reed"}]}</script></head>
            <body><nav><a href="/">Home</a></nav><article><h1>Ferry sails again</h1>{{Body}}</article></body></html>
            """);
        Assert.Equal("Ferry sails again", story.Title);
        Assert.Equal("After four days the island has its boat back, and its post.", story.Deck);
        Assert.Equal("https://herald.example/2026/11/ferry-sails-again", story.Link);
        Assert.Equal("https://herald.example/i/ferry.jpg", story.Image);
        Assert.Equal("The ferry at the pier", story.ImageDescription);
        Assert.Equal("Olena Bird, Tom Reed", story.Author);
        // The day where it was published, not the one in Greenwich.
        Assert.Equal("2026-11-22T23:30:00-05:00", story.Published.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(story.PublishedIsGuess);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), story.Updated);
        Assert.Equal("en", story.Language);
        Assert.Equal(["island", "ferry"], story.Tags);
        Assert.Equal(3, story.Body.Count);
        Assert.StartsWith("The ferry to the island", story.Body[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<p class="byline">By <a href="/people/1">Olena Bird</a></p>""", "Olena Bird")]
    [InlineData("""<div class="meta">Von Olena Bird | 22.11.2026</div>""", "Olena Bird")]
    [InlineData("""<span class="author vcard"><a class="url fn" href="/author/olena/">Olena Bird</a></span>""", "Olena Bird")]
    [InlineData("""<p>Ein Interview von Olena Bird</p>""", "Olena Bird")]
    [InlineData("""<meta name="author" content="The Herald"><div class="byline">Por Olena Bird</div>""", "Olena Bird")]
    [InlineData("""<meta name="author" content="The Herald">""", "The Herald")]
    [InlineData("""<div class="entry-meta">Posted in News by olena on November 22, 2026</div>""", "olena")]
    [InlineData("""<aside class="related"><span class="author">Somebody Else</span></aside>""", null)]
    public void Who_wrote_it_is_the_person_before_the_site_and_nobody_from_beside(string line, string? author) =>
        Assert.Equal(author, Story($"""<html><head><title>Ferry sails again</title><meta property="og:site_name" content="The Herald"></head><body><article><h1>Ferry sails again</h1>{line}{Body}</article></body></html>""").Author);

    [Theory]
    [InlineData("""<meta property="article:published_time" content="2026-11-20T08:00:00+02:00">""", "2026-11-20")]
    [InlineData("""<time datetime="2026-11-20">Friday</time>""", "2026-11-20")]
    [InlineData("""<span class="date">20. November 2026, 08:00 Uhr</span>""", "2026-11-20")]
    [InlineData("""<p>20 novembre 2026</p>""", "2026-11-20")]
    [InlineData("""<p>Publicado el 20 de noviembre de 2026</p>""", "2026-11-20")]
    [InlineData("""<span class="date">20 листопада 2026</span>""", "2026-11-20")]
    [InlineData("""<div class="comments"><time datetime="2026-11-21">later</time></div><p>20.11.2026</p>""", "2026-11-20")]
    public void When_it_was_published_is_read_from_what_is_there(string line, string day)
    {
        var page = $"""<html><head><title>Ferry sails again</title></head><body><article><h1>Ferry sails again</h1>{line}{Body}</article></body></html>""";
        var story = Story(page, new("https://herald.example/ferry-sails-again"));
        Assert.False(story.PublishedIsGuess);
        Assert.Equal(day, story.Published.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_date_in_the_future_is_not_believed_and_the_hour_of_reading_stands_in()
    {
        var story = Story($"""<html><head><title>Ferry</title><meta property="article:published_time" content="2031-01-01T00:00:00Z"></head><body><article><h1>Ferry sails again</h1>{Body}</article></body></html>""", new("https://herald.example/ferry"));
        Assert.True(story.PublishedIsGuess);
        Assert.Equal(Now, story.Published);
    }

    [Theory]
    [InlineData("""<h1><span>Local News</span> Ferry sails again today</h1>""", "Ferry sails again today | The Herald")]
    [InlineData("""<h1>The Herald</h1><h2>Ferry sails again today</h2>""", "The Herald: Ferry sails again today")]
    [InlineData("""<div>nothing</div>""", "Ferry sails again today - The Herald")]
    public void The_headline_is_the_storys_and_neither_the_sites_nor_the_sections(string heading, string title) =>
        Assert.Equal("Ferry sails again today", Story($"""<html><head><title>{title}</title><meta property="og:site_name" content="The Herald"></head><body><article>{heading}{Body}</article></body></html>""").Title);

    [Fact]
    public void What_stands_around_the_story_is_not_in_it_and_the_appeal_is_set_apart()
    {
        var story = Story($"""
            <html lang="en"><head><title>Ferry sails again</title></head><body><nav><a href="/a">News</a><a href="/b">Sport</a></nav>
            <article><h1>Ferry sails again</h1>{Body}<p>Read also: <a href="/x">Bridge closed until spring</a></p><figure><img src="a.jpg"><figcaption>Photo: The Herald</figcaption></figure>
            <p>Support independent journalism. Become a patron of The Herald and help us keep reporting: every donation counts.</p>
            <h3>Bridge closed until spring</h3><h3>Market reopens on Saturday</h3></article><footer>© 2026 The Herald. All rights reserved.</footer></body></html>
            """);
        Assert.Equal(3, story.Body.Count);
        Assert.NotNull(story.Appeal);
    }

    [Fact]
    public void Relative_addresses_start_at_the_pages_base_and_no_strange_scheme_gets_through()
    {
        var story = Story($"""<html><head><base href="https://cdn.example/x/"><title>Ferry</title><link rel="canonical" href="javascript:alert(1)"><meta property="og:image" content="pic.jpg"></head><body><article><h1>Ferry sails again</h1>{Body}</article></body></html>""");
        Assert.Equal("https://cdn.example/x/pic.jpg", story.Image);
        Assert.DoesNotContain("javascript", story.Link, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<html><head><title>Sign in</title></head><body><form><input type=password></form></body></html>", "log in")]
    [InlineData("<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>", "person")]
    [InlineData("<html><head><title>App</title></head><body><div id=root></div><script>var x = 1;</script></body></html>", "scripts")]
    [InlineData("<html><head><title>Hello</title></head><body><p>Short.</p></body></html>", "no article")]
    public void What_is_no_article_says_what_it_is_instead(string page, string what) =>
        Assert.Contains(what, Assert.IsType<WebPage.Neither>(Read(page, Address)).Why, StringComparison.Ordinal);

    [Fact]
    public void A_front_page_is_a_list_and_not_a_story()
    {
        var links = string.Concat(Enumerable.Range(1, 12).Select(i => $"""<h2><a href="/2026/11/story-number-{i}-of-today">Story number {i} of today’s paper</a></h2><p>What it is about.</p>"""));
        var list = Assert.IsType<WebPage.Index>(Read($"<html><head><title>The Herald</title></head><body><main>{links}</main></body></html>", new("https://herald.example/")));
        Assert.Equal(12, list.List.Links.Count);
    }

    [Fact]
    public void A_page_too_tangled_to_read_is_refused_at_once()
    {
        Assert.Contains("too large", Assert.IsType<WebPage.Neither>(Read(string.Concat(Enumerable.Repeat("<div>", 100_000)) + Body, Address)).Why, StringComparison.Ordinal);
        Assert.Contains("too large", Assert.IsType<WebPage.Neither>(Read(string.Concat(Enumerable.Repeat("<p>word</p>", 24_000)), Address)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_page_of_any_bytes_is_read_without_a_complaint()
    {
        var random = new Random(11);
        var whole = Encoding.UTF8.GetBytes($$"""<html><head><title>Ferry</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","author":{"name":"A B"} }</script></head><body><article><h1>Ferry sails again</h1>{{Body}}</article></body></html>""");
        var reader = new WebPageReader(new LanguageGuesser());
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])whole.Clone();
            for (var hits = random.Next(1, 40); hits > 0; hits--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Assert.NotNull(reader.Read(damaged.AsMemory(0, random.Next(damaged.Length)), null, Address, TimeZoneInfo.Utc, Now));
        }
    }

    private static ArticleContent Story(string page, Uri? address = null) => Assert.IsType<WebPage.Story>(Read(page, address ?? Address)).Content;

    private static WebPage Read(string page, Uri address) => new WebPageReader(new LanguageGuesser()).Read(Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", address, TimeZoneInfo.Utc, Now);
}
