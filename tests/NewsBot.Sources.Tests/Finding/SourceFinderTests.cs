using NewsBot.Core.Sources;

namespace NewsBot.Sources.Tests.Finding;

public sealed class SourceFinderTests
{
    [Fact]
    public async Task A_feed_is_itself_with_its_title_language_rhythm_and_newest_articles()
    {
        await using var site = new Site().WithFeed("/feed");
        var found = await site.FoundAsync("/feed");
        Assert.Equal((WebSourceKind.Feed, site.Server.Address(), "The Harbour Gazette", "en"), (found.Kind, found.Address, found.Title, found.Language));
        Assert.Equal(["Harbour story 1", "Harbour story 2", "Harbour story 3"], found.Newest.Select(article => article.Content.Title));
        Assert.InRange(found.PerWeek!.Value, 6, 8);
        Assert.Empty(found.Remarks);
        Assert.Single(site.Asked);
    }

    [Fact]
    public async Task A_site_leads_to_the_feed_of_its_articles_not_of_its_comments_or_in_another_language()
    {
        await using var site = new Site().WithFeed("/comments/feed").WithFeed("/uk/rss").WithFeed("/en/rss").With("/", """
            <!DOCTYPE html><html lang="en"><head><base href="/"><title>Gazette</title>
            <script>document.write('<link rel="alternate" type="application/rss+xml" href="/trap">')</script>
            <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
            <link rel="alternate" type="application/rss+xml" title="Gazette &raquo; Comments Feed" href="comments/feed">
            <link rel="alternate" hreflang="uk" type="application/rss+xml" href="uk/rss">
            <link type='application/rss+xml' rel=alternate hreflang=en href=en/rss></head><body></body></html>
            """);
        Assert.Equal(site.Server.Address("/en/rss"), (await site.FoundAsync()).Address);
        Assert.Equal(["/", "/en/rss"], site.Asked);
    }

    [Fact]
    public async Task A_site_that_names_no_feed_is_asked_at_the_usual_paths_one_after_the_other()
    {
        await using var site = new Site().With("/blog/", "<html><head><title>Blog</title></head><body>Hello</body></html>").WithFeed("/rss.xml");
        Assert.Equal(site.Server.Address("/rss.xml"), (await site.FoundAsync("/blog/")).Address);
        Assert.Equal(["/blog/", "/blog/feed", "/blog/rss.xml", "/feed", "/rss", "/feed.xml", "/rss.xml"], site.Asked);
    }

    [Fact]
    public async Task A_site_that_asks_to_come_less_often_is_not_asked_on()
    {
        await using var site = new Site().With("/", "<html><body>Hello</body></html>").Answering("/feed", "HTTP/1.1 429 Slow\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.Equal(RemarkKind.NoArticles, (await site.NothingAsync()).Kind);
        Assert.Equal(["/", "/feed"], site.Asked);
    }

    [Fact]
    public async Task An_empty_feed_is_only_taken_when_there_is_no_other()
    {
        const string Page = """<html><head><link rel="alternate" type="application/atom+xml" href="/empty"><link rel="alternate" type="application/rss+xml" href="/full"></head></html>""";
        await using var site = new Site().With("/", Page).WithFeed("/empty", Site.Rss(""));
        var empty = await site.FoundAsync();
        Assert.Equal(site.Server.Address("/empty"), empty.Address);
        Assert.Contains(empty.Remarks, remark => remark.Kind == RemarkKind.NoEntries);
        site.WithFeed("/full");
        Assert.Equal(site.Server.Address("/full"), (await site.FoundAsync()).Address);
    }

    [Theory]
    [InlineData("<html><form><input type=\"password\"></form></html>", RemarkKind.LoginPage)]
    [InlineData("<html><title>Just a moment...</title></html>", RemarkKind.BotWall)]
    [InlineData("<html><body>Our opening hours</body></html>", RemarkKind.NoArticles)]
    [InlineData("\u0089PNG\r\n", RemarkKind.Image)]
    [InlineData("%PDF-1.7", RemarkKind.Pdf)]
    [InlineData("PK\u0003\u0004", RemarkKind.Archive)]
    [InlineData("{\"a\":1}", RemarkKind.OtherData)]
    [InlineData("<opml version=\"2.0\"><body></body></opml>", RemarkKind.Opml)]
    [InlineData("<urlset></urlset>", RemarkKind.Sitemap)]
    [InlineData("hello", RemarkKind.Text)]
    [InlineData("", RemarkKind.Empty)]
    public async Task What_is_no_source_is_told_what_it_is_instead(string body, RemarkKind expected)
    {
        await using var site = new Site().With("/x", body);
        var why = await site.NothingAsync("/x");
        Assert.Equal(expected, why.Kind);
        Assert.DoesNotContain("{0}", RemarkWords.Say(why, Core.Chat.Language.Ukrainian), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("403 Forbidden", RemarkKind.BotWall), InlineData("401 Who", RemarkKind.LoginPage), InlineData("404 Not Found", RemarkKind.Refused), InlineData("500 Oh", RemarkKind.Refused)]
    public async Task A_refusal_is_told(string status, RemarkKind expected)
    {
        await using var site = new Site().Answering("/", $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.Equal(expected, (await site.NothingAsync()).Kind);
    }

    [Fact]
    public async Task An_address_typed_without_its_scheme_is_found_by_https_or_else_by_http()
    {
        await using var site = new Site().WithFeed("/feed");
        var found = Assert.IsType<FindOutcome.Source>(await site.FindAsync($"127.0.0.1:{site.Server.Port}/feed")).Preview;
        Assert.Equal(site.Server.Address(), found.Address);
    }

    [Fact]
    public async Task A_permanent_move_gives_the_new_address_and_a_passing_one_the_old()
    {
        await using var site = new Site().WithFeed("/new").Answering("/moved", Web.RawServer.To("/new", 301)).Answering("/passing", Web.RawServer.To("/new"));
        var moved = await site.FoundAsync("/moved");
        Assert.Equal((site.Server.Address("/new"), RemarkKind.Moved), (moved.Address, Assert.Single(moved.Remarks).Kind));
        var passing = await site.FoundAsync("/passing");
        Assert.Equal((site.Server.Address("/passing"), RemarkKind.Redirects), (passing.Address, Assert.Single(passing.Remarks).Kind));
    }

    [Fact]
    public async Task A_feed_without_validators_is_read_twice_and_its_changing_names_are_seen()
    {
        const string Type = "Content-Type: application/rss+xml\r\n";
        await using var site = new Site().Answering("/feed",
            Web.RawServer.Ok(Site.Rss(Site.Item(1, guid: "a1") + Site.Item(2, guid: "a2")), Type),
            Web.RawServer.Ok(Site.Rss(Site.Item(1, guid: "b1") + Site.Item(2, guid: "b2")), Type));
        var found = await site.FoundAsync("/feed");
        Assert.Equal([RemarkKind.GuidsChange, RemarkKind.NoValidators], found.Remarks.Select(remark => remark.Kind));
        Assert.Equal(2, site.Asked.Count());
    }

    [Theory]
    [InlineData("HTTP/1.1 403 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<p>x", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Type: image/png\r\nConnection: close\r\n\r\nabcd", false)]
    public async Task Pictures_that_do_not_load_are_told(string picture, bool isTold)
    {
        await using var site = new Site().Answering("/a.png", picture);
        site.WithFeed("/feed", Site.Rss(Site.Item(1).Replace("</item>", $"<enclosure url=\"{site.Server.Address("/a.png")}\" type=\"image/png\"/></item>", StringComparison.Ordinal)));
        Assert.Equal(isTold, (await site.FoundAsync("/feed")).Remarks.Any(remark => remark.Kind == RemarkKind.ImagesFail));
    }

    [Fact]
    public async Task A_source_that_is_followed_already_is_examined_at_its_own_address()
    {
        await using var site = new Site().WithFeed("/feed").With("/page", "<html></html>");
        var source = new WebSource("gazette", site.Server.Address(), WebSourceKind.Feed);
        Assert.IsType<FindOutcome.Source>(await site.Finder.ExamineAsync(source, TestContext.Current.CancellationToken));
        var page = Assert.IsType<FindOutcome.Nothing>(await site.Finder.ExamineAsync(source with { Address = site.Server.Address("/page") }, TestContext.Current.CancellationToken));
        Assert.Equal(RemarkKind.NoArticles, page.Why.Kind);
        Assert.Equal(["/feed", "/page"], site.Asked);
    }
}
