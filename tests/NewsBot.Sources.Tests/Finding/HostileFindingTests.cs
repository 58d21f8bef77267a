using System.Text;
using NewsBot.Core.Sources;
using NewsBot.Sources.Finding;
using NewsBot.Sources.Tests.Web;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Tests.Finding;

/// <summary>What a chat user may type, and what a site may answer.</summary>
public sealed class HostileFindingTests
{
    [Fact]
    public async Task A_place_inside_the_network_is_not_asked_unless_the_operator_allows_it()
    {
        await using var site = new Site(isAllowed: false).WithFeed("/feed");
        Assert.Equal(RemarkKind.NotAsked, (await site.NothingAsync("/feed")).Kind);
        Assert.Equal(RemarkKind.NotAsked, (await site.NothingTypedAsync($"127.0.0.1:{site.Server.Port}/feed")).Kind);
        Assert.Empty(site.Asked);
    }

    [Theory]
    [InlineData("file:///etc/passwd"), InlineData("ftp://example.org/feed"), InlineData("gopher://127.0.0.1/"), InlineData("http://user:secret@127.0.0.1/feed"), InlineData("user:secret@example.org/feed")]
    [InlineData("http://169.254.169.254/latest/meta-data/"), InlineData("http://[::1]/"), InlineData("http://0x7f.1/"), InlineData("http://10.0.0.1:22/"), InlineData("feed://192.168.1.1/rss")]
    public async Task Addresses_that_nobody_may_ask_are_refused_and_not_repeated(string typed)
    {
        await using var site = new Site(isAllowed: false);
        var why = await site.NothingTypedAsync(typed);
        Assert.Equal(RemarkKind.NotAsked, why.Kind);
        Assert.DoesNotContain("secret", RemarkWords.Say(why, Core.Chat.Language.English), StringComparison.Ordinal);
        Assert.Empty(site.Asked);
    }

    [Theory]
    [InlineData(""), InlineData("news"), InlineData("the gazette please"), InlineData("javascript:alert(1)"), InlineData("data:text/html,x"), InlineData("file:/etc/passwd"), InlineData("http://"), InlineData("://x"), InlineData("@everyone")]
    public async Task What_is_no_address_is_told_so(string typed)
    {
        await using var site = new Site();
        Assert.Equal(RemarkKind.NoAddress, (await site.NothingTypedAsync(typed)).Kind);
    }

    [Fact]
    public async Task Ten_redirects_are_not_followed()
    {
        await using var site = new Site();
        for (var i = 0; i < 10; i++) site.Answering($"/{i}", RawServer.To($"/{i + 1}"));
        site.WithFeed("/10");
        Assert.Equal(RemarkKind.Unreachable, (await site.NothingAsync("/0")).Kind);
        Assert.Equal(6, site.Asked.Count());
    }

    [Fact]
    public async Task A_page_that_names_feeds_inside_the_network_leads_nowhere()
    {
        await using var site = new Site().With("/", """
            <html><head><link rel="alternate" type="application/rss+xml" href="http://169.254.169.254/feed"><link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
            <link rel="alternate" type="application/rss+xml" href="javascript:x"><link rel="alternate" type="application/rss+xml" href="http://10.0.0.1:6379/"></head></html>
            """);
        Assert.Equal(RemarkKind.NoArticles, (await site.NothingAsync()).Kind);
    }

    [Fact]
    public async Task A_page_with_thousands_of_feed_links_gets_few_questions()
    {
        var links = string.Concat(Enumerable.Range(0, 5000).Select(i => $"<link rel=alternate type=application/rss+xml href=/f{i}>"));
        await using var site = new Site().With("/", $"<html><head>{links}</head></html>");
        Assert.Equal(RemarkKind.NoArticles, (await site.NothingAsync()).Kind);
        Assert.InRange(site.Asked.Count(), 2, 14);
    }

    [Fact]
    public async Task An_endless_body_ends()
    {
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n\r\n<rss><channel>"u8.ToArray(), stop);
            var item = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<item><title>again</title></item>", 2000)));
            while (true) await stream.WriteAsync(item, stop);
        });
        using var outing = new Outing();
        var finder = new SourceFinder(outing.Fetcher, new(outing.Fetcher, new LanguageGuesser(), outing.Clock), outing.Clock);
        var nothing = Assert.IsType<FindOutcome.Nothing>(await finder.FindAsync(server.Address().AbsoluteUri, TestContext.Current.CancellationToken));
        Assert.Equal(RemarkKind.Unreachable, nothing.Why.Kind);
    }

    [Fact]
    public async Task A_site_whose_every_path_hangs_is_given_up()
    {
        var forever = new TaskCompletionSource();
        await using var server = new RawServer(async (request, stream, stop) =>
        {
            if (!request.StartsWith("GET / ", StringComparison.Ordinal)) await forever.Task.WaitAsync(stop);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(RawServer.Ok("<html></html>")), stop);
        });
        using var outing = new Outing();
        var finder = new SourceFinder(outing.Fetcher, new(outing.Fetcher, new LanguageGuesser(), outing.Clock), outing.Clock);
        var finding = finder.FindAsync(server.Address("/").AbsoluteUri, TestContext.Current.CancellationToken);
        var began = outing.Clock.GetUtcNow();
        while (await Task.WhenAny(finding, Task.Delay(50, TestContext.Current.CancellationToken)) != finding) outing.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(RemarkKind.TooLong, Assert.IsType<FindOutcome.Nothing>(await finding).Why.Kind);
        Assert.InRange(outing.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task A_feed_that_lies_about_what_it_is_is_read_and_its_lies_are_told()
    {
        await using var site = new Site().WithFeed("/feed", Site.Rss(Site.Item(1) + Site.Item(2)) + "<unclosed", $"Content-Type: image/png\r\n{Site.Validator}");
        var found = await site.FoundAsync("/feed");
        Assert.Equal(2, found.Newest.Count);
        Assert.Contains(found.Remarks, remark => remark is { Kind: RemarkKind.WrongType, Detail: "image/png" });
    }

    [Fact]
    public async Task What_a_feed_calls_itself_is_one_line_of_plain_text()
    {
        await using var site = new Site().WithFeed("/feed", Site.Rss(Site.Item(1), $"&lt;b&gt;Bold&lt;/b&gt;\n&lt;script&gt;alert(1)&lt;/script&gt; news {new string('x', 5000)}"));
        var title = (await site.FoundAsync("/feed")).Title;
        Assert.StartsWith("Bold news", title, StringComparison.Ordinal);
        Assert.InRange(title.Length, 5, 120);
    }
}
